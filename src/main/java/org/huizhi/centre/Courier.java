package org.huizhi.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizhi.record.CaseStore;
import org.huizhi.record.KeptCase;
import org.huizhi.record.Outbox;
import org.huizhi.record.Submission;
import org.huizhi.record.SubmissionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries photos to the detection centre and its answers back. Whatever breaks in between is tried
 * again, after 1, 2, 4 … 64 seconds: every call may be repeated with no harm, and every step is in
 * the record before the next is taken. {@link #round} by one thread, {@link #heard} by any.
 */
public final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int AT_ONCE = 20;
  private static final int MOST_DOUBLINGS = 6;

  private final CaseStore store;
  private final Outbox outbox;
  private final Centre centre;
  private final Duration giveUp;
  private final Clock clock;

  /**
   * @param giveUp after how long without an end a submission is cancelled
   */
  public Courier(CaseStore store, Centre centre, Duration giveUp, Clock clock) {
    this.store = store;
    this.outbox = store.outbox();
    this.centre = centre;
    this.giveUp = giveUp;
    this.clock = clock;
  }

  /**
   * Speaks to the centre about a few of those that are due. Where it does not answer, the others
   * wait for the next round, so that a dead centre is not asked about each of them.
   *
   * @return how many it was asked about
   */
  public int round() {
    List<Submission> due = outbox.due(AT_ONCE);
    int asked = 0;
    for (Submission one : due) {
      asked++;
      Reply reply = speak(one);
      settle(one, reply);
      if (reply instanceof Reply.Failed failed && failed.why() != Reply.Failure.NONSENSE) {
        break;
      }
    }
    return asked;
  }

  private Reply speak(Submission one) {
    Optional<KeptCase> kept = store.byId(one.caseId());
    if (kept.isEmpty()) {
      return new Reply.Cancelled();
    }
    return switch (one.state()) {
      case SUBMITTED -> centre.submit(kept.get());
      case CHECKING -> centre.ask(kept.get());
      case CANCELLED -> centre.cancel(kept.get());
      case PASSED, REFUSED -> new Reply.Unknown();
    };
  }

  /**
   * Takes an answer that the centre gave by itself.
   *
   * @return whether it was about a photo of this machine
   */
  boolean heard(String text) {
    Optional<Submission> about = Contract.key(text).flatMap(outbox::find);
    if (about.isEmpty()) {
      return false;
    }
    String sha256 = store.byId(about.get().caseId()).map(KeptCase::photoSha256).orElse("");
    Reply reply = Contract.read(text, about.get().caseId(), sha256);
    if (reply instanceof Reply.Failed || about.get().state() == SubmissionState.CANCELLED) {
      return !(reply instanceof Reply.Failed);
    }
    settle(about.get(), reply);
    return true;
  }

  private void settle(Submission one, Reply reply) {
    if (one.state() == SubmissionState.CANCELLED) {
      if (reply instanceof Reply.Failed failed && !isOver(one)) {
        outbox.later(one, lower(failed.why()), next(one.tries()));
      } else {
        outbox.told(one.caseId());
      }
      return;
    }
    boolean first =
        switch (reply) {
          case Reply.Passed _ -> outbox.passed(one.caseId());
          case Reply.Refused refused ->
              outbox.refused(one.caseId(), refused.reason(), refused.remedy());
          case Reply.Cancelled _ -> outbox.cancel(one.caseId(), "by the centre");
          case Reply.Checking _ ->
              one.state() == SubmissionState.SUBMITTED
                  ? outbox.taken(one.caseId(), next(0))
                  : later(one, "");
          case Reply.Unknown _ ->
              (one.state() == SubmissionState.CHECKING && !isOver(one))
                  ? outbox.lost(one.caseId(), clock.instant())
                  : later(one, lower(Reply.Failure.NONSENSE));
          case Reply.Failed failed -> later(one, lower(failed.why()));
        };
    if (!first) {
      LOG.debug("an answer about {} came twice or late", one.imageNumber());
    }
  }

  private boolean later(Submission one, String trouble) {
    return isOver(one)
        ? outbox.cancel(one.caseId(), "no answer in time")
        : outbox.later(one, trouble, next(one.tries()));
  }

  private boolean isOver(Submission one) {
    return one.endedAt().orElse(one.askedAt()).plus(giveUp).isBefore(clock.instant());
  }

  private Instant next(int tries) {
    return clock.instant().plusSeconds(1L << Math.min(tries, MOST_DOUBLINGS));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
