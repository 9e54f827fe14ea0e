package org.huizhi.console;

import java.util.List;
import java.util.Optional;
import org.huizhi.record.KeptCase;
import org.huizhi.record.PrintStep;
import org.huizhi.record.Review;
import org.huizhi.record.Submission;

/**
 * A case with its whole history.
 *
 * @param steps of all its slips, in order
 * @param atCentre what the detection centre was asked about it
 * @param mayReprint empty when its slip can be printed again here; else the key of the reason
 * @param mayDelete whether it lies at this machine
 */
public record CaseFile(
    KeptCase kept,
    List<PrintStep> steps,
    List<Review> reviews,
    Optional<Submission> atCentre,
    Optional<String> mayReprint,
    boolean mayDelete) {}
