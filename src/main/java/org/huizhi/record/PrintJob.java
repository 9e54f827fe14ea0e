package org.huizhi.record;

import java.time.Instant;
import java.util.Optional;

/**
 * One slip on its way to paper.
 *
 * @param id the same however often it is asked for, so that a printer can know a job again
 * @param copy 1 for the first slip of a case, 2 for the first reprint
 * @param machine whose job it is: no other may send it
 * @param detail one English sentence on how it ended; may be empty
 */
public record PrintJob(
    String id,
    String caseId,
    String imageNumber,
    int copy,
    JobState state,
    Optional<String> printer,
    Instant queuedAt,
    Optional<Instant> sentAt,
    Optional<Instant> endedAt,
    String machine,
    String detail) {}
