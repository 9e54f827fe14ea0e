package org.huizhi.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A case as it lies in the record. After a purge {@code personal} and {@code photo} are empty and
 * {@code purgedAt} says since when.
 *
 * @param machine where the photo was taken; empty where a machine is alone
 * @param photoSha256 hash of the photo's file, kept after the purge to prove what was issued
 */
public record KeptCase(
    String id,
    String imageNumber,
    String machine,
    String spec,
    Instant shotAt,
    Instant storedAt,
    Optional<Consent> consent,
    Optional<Decided> decided,
    boolean specimen,
    Personal personal,
    Optional<PhotoFile> photo,
    String photoSha256,
    String findings,
    String operations,
    Optional<Instant> purgedAt) {
  /** The same under another id and number, for somebody who is called otherwise. */
  KeptCase as(String otherId, String otherNumber, Personal person) {
    return new KeptCase(
        otherId,
        otherNumber,
        machine,
        spec,
        shotAt,
        storedAt,
        consent,
        decided,
        specimen,
        person,
        photo,
        photoSha256,
        findings,
        operations,
        purgedAt);
  }
}
