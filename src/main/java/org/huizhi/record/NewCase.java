package org.huizhi.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A finished visit that is to be kept.
 *
 * @param id the session's own identity, such as a random UUID; issuing the same id again gives the
 *     same number and job, never a second one
 * @param spec name of the document's spec
 * @param shotAt when the photo was taken
 * @param consent the applicant's, where that is asked
 * @param decided who of the staff accepted what the checks alone did not
 * @param specimen whether its slips are marked as ones that no window accepts
 * @param personal sealed before it is stored
 * @param photo sealed before it is stored
 * @param findings the verdict as JSON, without anything personal
 * @param operations the list of pixel operations as JSON, without anything personal
 * @param ticket the number of the ticket that was served
 * @param earlier the verdicts on the shots before as JSON
 */
public record NewCase(
    String id,
    String spec,
    Instant shotAt,
    Optional<Consent> consent,
    Optional<Decided> decided,
    boolean specimen,
    Personal personal,
    PhotoFile photo,
    String findings,
    String operations,
    Optional<String> ticket,
    String earlier) {}
