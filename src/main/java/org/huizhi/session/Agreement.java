package org.huizhi.session;

import java.time.Instant;

/**
 * The applicant's consent, as it is recorded.
 *
 * @param textVersion language and version of the words that were on the screen, and {@code
 *     guardian} where it was a guardian who was asked
 * @param company for whom it was given
 */
public record Agreement(String textVersion, Instant at, Company company) {}
