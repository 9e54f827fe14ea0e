package org.huizhi.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A case in a list, without anything of its person.
 *
 * @param purged whether what is personal was deleted
 */
public record CaseLine(
    String id,
    String imageNumber,
    String spec,
    String machine,
    Optional<String> ticket,
    Instant storedAt,
    boolean specimen,
    boolean purged,
    Optional<JobState> slip) {}
