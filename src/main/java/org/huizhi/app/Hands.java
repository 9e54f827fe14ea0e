package org.huizhi.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huizhi.camera.LatestFrame;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.record.Retention;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.PaperFault;
import org.huizhi.session.SlipEnd;
import org.huizhi.spec.Spec;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the session asks for, on two threads of its own: one works, one prints, so that
 * a slow printer keeps nobody from the camera. Each answer is an event.
 */
final class Hands implements Consumer<Effect>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Hands.class);
  private static final int OPEN_AGAIN_SECONDS = 10;
  private static final int CLOSING_SECONDS = 6;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** After so many the compiler has nothing more to gain. */
  private static final int REHEARSALS = 4;

  private static final int REHEARSAL_MILLIS = 200;

  /** Where one visit has begun, the next may follow at once, and would wait for a rehearsal. */
  private static final int AFTER_VISIT_MILLIS = 20_000;

  private final Consumer<Event> tell;
  private final Clock clock;
  private final Album album;
  private final VisitWork visit;
  private final CallDesk calls;
  private final ReviewDesk reviews;

  private final ScheduledExecutorService work = thread("work");
  private final ScheduledExecutorService printing = thread("printing");
  private final CompletableFuture<Tools> opened = new CompletableFuture<>();

  /**
   * @param demonstration slips are marked as specimens
   */
  Hands(
      Shutter shutter,
      LatestFrame frames,
      Album album,
      boolean demonstration,
      Consumer<Event> tell,
      CallDesk calls,
      ReviewDesk reviews,
      Clock clock) {
    this.reviews = reviews;
    this.calls = calls;
    this.album = album;
    this.tell = tell;
    this.clock = clock;
    this.visit = new VisitWork(shutter, frames, album, demonstration, tell, reviews, clock);
  }

  /**
   * Opens the tools on the work thread, again and again while the record does not open, then does
   * something more there.
   *
   * @param document what is rehearsed as long as there is nobody
   * @param keep how long what is personal stays in the record
   */
  void start(
      Supplier<Tools> opening,
      Spec document,
      BooleanSupplier nobodyThere,
      Retention keep,
      Runnable then) {
    work.execute(
        () -> {
          if (Deed.orTrouble(tell, () -> opened.complete(opening.get()))) {
            new Chores(tools(), tell, clock, keep).start(printing);
            then.run();
            rehearse(new Rehearsals(document, nobodyThere, REHEARSALS));
          } else {
            var _ =
                work.schedule(
                    () -> start(opening, document, nobodyThere, keep, then),
                    OPEN_AGAIN_SECONDS,
                    TimeUnit.SECONDS);
          }
        });
  }

  private record Rehearsals(Spec document, BooleanSupplier nobodyThere, int left) {}

  /** One after the other, and none while a visit would have to wait for it. */
  private void rehearse(Rehearsals of) {
    boolean now = of.nobodyThere().getAsBoolean();
    if (now) {
      var _ = Deed.orTrouble(tell, () -> tools().rehearse(of.document()));
    }
    int left = now ? of.left() - 1 : of.left();
    if (left > 0) {
      Rehearsals more = new Rehearsals(of.document(), of.nobodyThere(), left);
      int pause = now ? REHEARSAL_MILLIS : AFTER_VISIT_MILLIS;
      var _ = work.schedule(() -> rehearse(more), pause, TimeUnit.MILLISECONDS);
    }
  }

  /** The tools, once they are open. */
  Optional<Tools> ifOpen() {
    return opened.isDone() && !opened.isCompletedExceptionally()
        ? Optional.of(opened.join())
        : Optional.empty();
  }

  /**
   * The tools.
   *
   * @throws StorageTrouble while they are not open
   */
  Tools open() {
    return ifOpen()
        .orElseThrow(
            () ->
                new StorageTrouble(StorageTrouble.Kind.AWAY, "The record is not open yet; wait."));
  }

  /** Does something with the printers on their thread, and waits for it. */
  <T> T printing(Function<PrintRoom, T> deed) {
    Tools opened = open();
    return soon(printing, () -> deed.apply(opened.printing()), LONGEST);
  }

  /** Does something with the printers on their thread when its turn comes; nobody waits. */
  void printLater(Consumer<PrintRoom> deed) {
    Tools opened = open();
    printing.execute(
        () -> Deed.orLater("a deed of the staff's", () -> deed.accept(opened.printing())));
  }

  /**
   * Does something on another thread, and waits for it. What has not begun in time never will: it
   * was told to have failed.
   *
   * @throws StorageTrouble when it failed, or has not ended in time
   */
  static <T> T soon(ExecutorService thread, Callable<T> deed, Duration longest) {
    Future<T> task = thread.submit(deed);
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException failed) {
      task.cancel(false);
      throw new StorageTrouble(
          StorageTrouble.Kind.BUSY, "The printer is busy or does not answer.", failed);
    } catch (InterruptedException closing) {
      task.cancel(false);
      Thread.currentThread().interrupt();
      throw new StorageTrouble(StorageTrouble.Kind.BUSY, "The kiosk is closing.", closing);
    }
  }

  @Override
  public void accept(Effect effect) {
    ExecutorService thread = effect instanceof Effect.Print ? printing : work;
    try {
      thread.execute(() -> carryOut(effect));
    } catch (RejectedExecutionException closing) {
      LOG.debug("an effect came while closing");
    }
  }

  /** Waits for what is under way, so that no model is closed while it works. */
  @Override
  public void close() {
    work.shutdownNow();
    printing.shutdownNow();
    try {
      boolean ended =
          work.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)
              && printing.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
      if (ended) {
        ifOpen().ifPresent(Tools::close);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    album.forget();
  }

  private void carryOut(Effect effect) {
    var _ =
        Deed.orTrouble(
            tell,
            () -> {
              switch (effect) {
                case Effect.StartGuide start -> visit.startGuide(tools(), start);
                case Effect.StopGuide _ -> tools().judging().rest();
                case Effect.TakeBurst take -> visit.takeBurst(tools(), take);
                case Effect.MakePhoto make -> visit.makePhoto(tools(), make);
                case Effect.Issue issue -> visit.issue(tools(), issue);
                case Effect.Release release -> visit.release(tools(), release);
                case Effect.Print print -> print(print);
                case Effect.ConfirmTicket confirm -> calls.confirm(tools().hall().queue(), confirm);
                case Effect.TakeTicket take ->
                    calls.give(tools().hall().queue(), take, tools().tickets(), printing);
                case Effect.AskStaff ask -> visit.askStaff(tools(), ask);
                case Effect.PutAway away -> visit.putAway(tools(), away);
                case Effect.TakeUp taken -> visit.takeUp(tools(), taken);
                case Effect.StopAsking _ -> reviews.stop();
                case Effect.Forget forget -> visit.forget(ifOpen(), forget);
              }
            });
  }

  private Tools tools() {
    return ifOpen().orElseThrow(() -> new IllegalStateException("the tools did not open"));
  }

  /** A printer's trouble is no reason to end a visit, whatever it may be. */
  private void print(Effect.Print print) {
    SlipEnd end;
    try {
      end =
          switch (tools().printing().printFor(visit.caseOf(print.slip()))) {
            case PrintOutcome.Printed _ -> new SlipEnd.Printed();
            case PrintOutcome.Failed _ -> new SlipEnd.NotPrinted(fault());
            case PrintOutcome.Unknown _ -> new SlipEnd.Unknown();
          };
    } catch (RuntimeException wrong) {
      LOG.error("printing failed", wrong);
      end = new SlipEnd.Unknown();
    }
    tell.accept(new Event.PrintEnded(print.number(), end));
  }

  private PaperFault fault() {
    return tools().printing().fault().orElse(PaperFault.OTHER);
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
  }
}
