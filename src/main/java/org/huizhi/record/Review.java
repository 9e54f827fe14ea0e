package org.huizhi.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A photo that staff were asked about, without its pictures.
 *
 * @param machine where the person waits
 * @param backBy when a person who left with a code must be back; empty while they wait
 * @param firstBy who has approved it already, where two people must
 * @param decision who decided and why, once somebody did
 */
public record Review(
    String id,
    String caseId,
    String machine,
    String spec,
    Instant askedAt,
    ReviewState state,
    boolean veto,
    boolean hasPhoto,
    String findings,
    String earlier,
    Optional<Instant> decidedAt,
    Optional<Decided> decision,
    Optional<String> firstBy,
    Optional<Instant> backBy) {}
