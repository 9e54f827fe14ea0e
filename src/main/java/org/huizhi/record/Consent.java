package org.huizhi.record;

import java.time.Instant;

/**
 * That the applicant agreed to be photographed.
 *
 * @param textVersion version and language of the words that they agreed to
 */
public record Consent(Instant at, String textVersion) {}
