package org.huizhi.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huizhi.app.SlipDesk.Application;
import org.huizhi.camera.LatestFrame;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.KeptShot;
import org.huizhi.photo.CropConflict;
import org.huizhi.photo.MadePhoto;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.receipt.SlipPreview;
import org.huizhi.record.Consent;
import org.huizhi.record.Issued;
import org.huizhi.record.Personal;
import org.huizhi.session.Agreement;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.PaperFault;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.ShotRef;
import org.huizhi.session.SlipEnd;
import org.huizhi.session.SlipRef;
import org.huizhi.session.Trouble;
import org.huizhi.spec.Field;
import org.huizhi.spec.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the session asks for, on two threads of its own: one works, one prints, so that
 * a slow printer keeps nobody from the camera. Each answer is an event.
 */
final class Hands implements Consumer<Effect>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Hands.class);
  private static final Duration BURST = Duration.ofMillis(350);
  private static final int PREVIEW_DPI = 110;
  private static final int OPEN_AGAIN_SECONDS = 10;
  private static final int CLOSING_SECONDS = 6;

  private final LatestFrame frames;
  private final Consumer<Event> tell;
  private final Clock clock;
  private final Album album;
  private final boolean demonstration;

  /** Cases by the slips that the session knows; it says nothing of a person, so it may stay. */
  private final Map<SlipRef, String> caseOf = new ConcurrentHashMap<>();

  private final ScheduledExecutorService work = thread("work");
  private final ScheduledExecutorService printing = thread("printing");
  private final CompletableFuture<Tools> opened = new CompletableFuture<>();

  // Only the work thread touches these.
  private final Map<ShotRef, Instant> shotAt = new HashMap<>();
  private final Map<PhotoRef, ShotRef> madeFrom = new HashMap<>();
  private String caseId = UUID.randomUUID().toString();

  /**
   * @param demonstration slips are marked as specimens
   */
  Hands(LatestFrame frames, Album album, boolean demonstration, Consumer<Event> tell, Clock clock) {
    this.frames = frames;
    this.demonstration = demonstration;
    this.album = album;
    this.tell = tell;
    this.clock = clock;
  }

  /**
   * Opens the tools on the work thread, again and again while the record does not open, then does
   * something more there.
   *
   * @param keep how long what is personal stays in the record
   */
  void start(Supplier<Tools> opening, Duration keep, Runnable then) {
    work.execute(
        () -> {
          if (Deed.orTrouble(tell, () -> opened.complete(opening.get()))) {
            new Chores(tools(), tell, clock, keep).start(printing);
            then.run();
          } else {
            var _ =
                work.schedule(
                    () -> start(opening, keep, then), OPEN_AGAIN_SECONDS, TimeUnit.SECONDS);
          }
        });
  }

  /** The tools, once they are open. */
  Optional<Tools> ifOpen() {
    return opened.isDone() && !opened.isCompletedExceptionally()
        ? Optional.of(opened.join())
        : Optional.empty();
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
                case Effect.StartGuide start -> startGuide(start);
                case Effect.StopGuide _ -> tools().judging().rest();
                case Effect.TakeBurst take -> takeBurst(take);
                case Effect.MakePhoto make -> makePhoto(make);
                case Effect.Issue issue -> issue(issue);
                case Effect.Print print -> print(print);
                case Effect.Forget forget -> forget(forget);
              }
            });
  }

  private Tools tools() {
    return ifOpen().orElseThrow(() -> new IllegalStateException("the tools did not open"));
  }

  private void startGuide(Effect.StartGuide start) {
    tools()
        .judging()
        .guide(
            tools().judge(start.document()),
            () -> tell.accept(new Event.HeldStill(start.number())));
  }

  private void takeBurst(Effect.TakeBurst take) throws InterruptedException {
    Optional<KeptShot> best = tools().judging().burst(BURST);
    if (best.isEmpty()) {
      LOG.warn("no frame to take");
      tell.accept(new Event.TroubleArose(new Trouble.Mistake("C-2"))); // ends by itself
      return;
    }
    KeptShot shot = best.get();
    Album.Encoded preview = new Album.Encoded(Encoding.jpeg(shot.bgr()));
    ShotRef ref = album.keep(new Album.ShotPage(shot, preview));
    shotAt.put(ref, clock.instant());
    tell.accept(new Event.BurstTaken(take.number(), ref, shot.verdict()));
  }

  private void makePhoto(Effect.MakePhoto make) {
    Optional<KeptShot> kept = album.kept(make.shot());
    if (kept.isEmpty()) {
      return; // the visit was forgotten meanwhile
    }
    KeptShot shot = kept.get();
    try {
      MadePhoto photo = tools().make(shot, make.document());
      PhotoRef ref = album.keep(new Album.PhotoPage(photo, new Album.Encoded(photo.jpeg())));
      madeFrom.put(ref, make.shot());
      tell.accept(
          new Event.PhotoMade(make.number(), ref, shot.verdict().with(photo.assessments())));
    } catch (CropConflict conflict) {
      tell.accept(
          new Event.PhotoRefused(make.number(), shot.verdict().with(List.of(refusal(conflict)))));
    }
  }

  /** What keeps a shot from becoming a photo, as a missed rule; nearly always the distance. */
  private static Assessment refusal(CropConflict conflict) {
    return new Assessment(
        conflict.larger().codes().getFirst(),
        Severity.VETO,
        new Finding.Missed(conflict.gap(), conflict.advice()),
        String.valueOf(conflict.getMessage()));
  }

  private void issue(Effect.Issue issue) {
    Optional<MadePhoto> photo = album.kept(issue.photo());
    ShotRef shot = madeFrom.get(issue.photo());
    Optional<KeptShot> kept = Optional.ofNullable(shot).flatMap(album::kept);
    if (photo.isEmpty() || kept.isEmpty()) {
      return; // the visit was forgotten meanwhile
    }
    Application application =
        new Application(
            caseId,
            issue.visit().document(),
            new Personal(
                issue.visit().details().of(Field.NAME),
                issue.visit().details().of(Field.ID_NUMBER)),
            photo.get(),
            kept.get().verdict().with(photo.get().assessments()),
            shotAt.getOrDefault(shot, clock.instant()),
            Optional.of(consent(issue.visit().agreement())),
            issue.byStaff());
    Issued issued = tools().slips().issue(tools().store(), application, demonstration);
    byte[] pdf = tools().store().jobs().slip(issued.job().id()).orElseThrow();
    SlipRef slip =
        album.keep(
            new Album.SlipPage(
                issued.job().id(), new Album.Encoded(SlipPreview.png(pdf, PREVIEW_DPI))));
    caseOf.put(slip, caseId);
    tell.accept(new Event.Issued(issue.number(), issued.imageNumber(), slip));
  }

  private static Consent consent(Agreement agreement) {
    return new Consent(agreement.at(), agreement.textVersion());
  }

  /** A printer's trouble is no reason to end a visit, whatever it may be. */
  private void print(Effect.Print print) {
    SlipEnd end;
    try {
      String id = Optional.ofNullable(caseOf.remove(print.slip())).orElseThrow();
      end =
          switch (tools().printing().printFor(id)) {
            case PrintOutcome.Printed _ -> new SlipEnd.Printed();
            case PrintOutcome.Failed _ -> {
              caseOf.put(print.slip(), id); // it may be tried again
              yield new SlipEnd.NotPrinted(fault());
            }
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

  private void forget(Effect.Forget forget) {
    ifOpen().ifPresent(Tools::forget);
    frames.forget();
    album.forget();
    shotAt.clear();
    madeFrom.clear();
    caseId = UUID.randomUUID().toString();
    tell.accept(new Event.Forgotten(forget.number()));
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
  }
}
