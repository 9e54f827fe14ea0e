package org.huizhi.app;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.huizhi.record.Decided;
import org.huizhi.record.NewReview;
import org.huizhi.record.Review;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.session.Approval;
import org.huizhi.session.Event;
import org.huizhi.session.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts this machine's doubtful photo into the line, and tells the session what staff say of it:
 * asked four times a second while somebody waits, and not at all otherwise. On a thread of its own.
 */
final class ReviewDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewDesk.class);
  private static final int ASK_MILLIS = 250;
  private static final int CLOSING_SECONDS = 2;

  private final Consumer<Event> tell;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("reviews").daemon().unstarted(task));
  private Optional<Waiting> waiting = Optional.empty();

  /** Whose person came back with a code, and has no slip yet. */
  private Optional<Back> back = Optional.empty();

  private record Back(Reviews reviews, String id) {}

  private record Waiting(Reviews reviews, long number, String id, int place) {}

  ReviewDesk(Consumer<Event> tell) {
    this.tell = tell;
  }

  /** Withdraws what the last run of this machine asked, and begins to listen. */
  void start(Reviews reviews) {
    in(reviews::withdrawAll);
    var _ =
        thread.scheduleWithFixedDelay(
            () -> Deed.orLater("a review", this::look),
            ASK_MILLIS,
            ASK_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /**
   * Asks the staff. Where the record cannot keep the question, nobody would ever answer it: then a
   * new shot is wanted, which asks again.
   *
   * @param number of the visit that waits
   * @param asked its pictures are overwritten once they are stored
   */
  void ask(Reviews reviews, long number, NewReview asked) {
    in(
        () -> {
          boolean kept = Deed.orTrouble(tell, () -> reviews.ask(asked));
          Arrays.fill(asked.shot(), (byte) 0);
          asked.photo().ifPresent(photo -> Arrays.fill(photo, (byte) 0));
          if (kept) {
            waiting = Optional.of(new Waiting(reviews, number, asked.id(), 0));
            look();
          } else {
            tell.accept(new Event.StaffWantRetake(number));
          }
        });
  }

  /**
   * Lets the person who waits go, and gives them the code to come back with; when somebody has just
   * decided, they hear that instead.
   *
   * @param visit overwritten once it is stored
   */
  void putAway(long number, byte[] visit, Instant backBy) {
    in(
        () -> {
          try {
            waiting
                .flatMap(one -> one.reviews().putAway(one.id(), visit, backBy))
                .ifPresent(
                    code -> {
                      waiting = Optional.empty();
                      back.ifPresent(before -> before.reviews().release());
                      back = Optional.empty();
                      tell.accept(new Event.PutAway(number, code));
                    });
          } finally {
            Arrays.fill(visit, (byte) 0);
          }
        });
  }

  /** Somebody came back with a code; to be told before anything else is done for them. */
  void cameBack(Reviews reviews, String id) {
    in(() -> back = Optional.of(new Back(reviews, id)));
  }

  /** The case is stored: if its person came back with a code, that is used up. */
  void issued(String caseId) {
    in(
        () -> {
          Optional<Back> done = back;
          back = Optional.empty();
          done.ifPresent(one -> one.reviews().used(caseId));
        });
  }

  /** Waits again for what was asked before. */
  void watch(Reviews reviews, long number, String id) {
    in(
        () -> {
          waiting = Optional.of(new Waiting(reviews, number, id, 0));
          look();
        });
  }

  /** Nobody waits any more. */
  void stop() {
    in(
        () -> {
          Optional<Waiting> left = waiting;
          waiting = Optional.empty();
          left.filter(one -> back.map(Back::id).filter(one.id()::equals).isEmpty())
              .ifPresent(one -> one.reviews().withdraw(one.id()));
        });
  }

  /** Nobody is here any more; whoever came back without getting a slip may do so once more. */
  void leave() {
    stop();
    in(
        () -> {
          Optional<Back> gone = back;
          back = Optional.empty();
          gone.ifPresent(one -> one.reviews().release());
        });
  }

  private void look() {
    waiting.ifPresent(one -> one.reviews().find(one.id()).ifPresent(review -> hear(one, review)));
  }

  private void hear(Waiting one, Review review) {
    if (review.state() == ReviewState.WAITING) {
      int place = one.reviews().place(one.id());
      if (place != one.place()) {
        waiting = Optional.of(new Waiting(one.reviews(), one.number(), one.id(), place));
        tell.accept(new Event.InLine(one.number(), place));
      }
      return;
    }
    waiting = Optional.empty();
    Decided decided = review.decision().orElse(new Decided("", ""));
    tell.accept(
        switch (review.state()) {
          case APPROVED ->
              new Event.StaffAccepted(one.number(), new Approval(decided.by(), decided.why()));
          case REFUSED -> new Event.StaffRefused(one.number(), refusal(decided.why()));
          case RETAKE, WITHDRAWN, WAITING -> new Event.StaffWantRetake(one.number());
        });
  }

  private static Refusal refusal(String why) {
    for (Refusal refusal : Refusal.values()) {
      if (refusal.name().equals(why)) {
        return refusal;
      }
    }
    return Refusal.AT_THE_COUNTER; // decided by a newer program than this
  }

  private void in(Runnable deed) {
    try {
      thread.execute(() -> Deed.orLater("a review", deed));
    } catch (RejectedExecutionException closing) {
      LOG.debug("a review came while closing");
    }
  }

  /** What waits is withdrawn first. */
  @Override
  public void close() {
    leave();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
