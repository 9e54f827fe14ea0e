package org.huizhi.record;

import java.time.Instant;

/**
 * The receipt of a case's deletion on its person's demand.
 *
 * @param photoSha256 of the photo that is gone
 * @param auditHash of the line in the audit that says so
 */
public record Deletion(
    String imageNumber, Instant at, String by, String photoSha256, String auditHash) {}
