package org.huizhi.record;

import java.util.Optional;

/**
 * A photo that staff are asked about.
 *
 * @param id of this question; a visit may ask several
 * @param caseId of the visit
 * @param spec name of the document's spec
 * @param veto whether a rule refuses it that only some of the staff may override
 * @param shot the picture as taken, JPEG
 * @param photo the finished photo, JPEG; empty when none could be made of the shot
 * @param findings the verdict as JSON, without anything personal
 * @param earlier the verdicts on the shots before as JSON
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
public record NewReview(
    String id,
    String caseId,
    String spec,
    boolean veto,
    byte[] shot,
    Optional<byte[]> photo,
    String findings,
    String earlier) {}
