package org.huizhi.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A photo at the detection centre, without anything of its person.
 *
 * @param gates whether there is no slip until it has passed
 * @param tries how often the centre was spoken to since the state last changed
 * @param nextAt when it is spoken to next; empty when it is not any more
 * @param trouble why it could not be asked last; empty when it could
 * @param reason code of the rule that the photo breaks; empty where none was given
 * @param remedy code of the advice that mends it; empty where none was given
 */
public record Submission(
    String caseId,
    String imageNumber,
    String machine,
    boolean gates,
    SubmissionState state,
    Instant askedAt,
    int tries,
    Optional<Instant> nextAt,
    String trouble,
    Optional<Instant> endedAt,
    String reason,
    String remedy) {}
