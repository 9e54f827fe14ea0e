package org.huizhi.session;

import java.time.Instant;

/**
 * The applicant's consent, as it is recorded.
 *
 * @param textVersion version and language of the words that were on the screen
 */
public record Agreement(String textVersion, Instant at) {}
