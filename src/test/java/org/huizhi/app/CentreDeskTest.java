package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.huizhi.centre.CentreRules;
import org.huizhi.centre.PracticePapers;
import org.huizhi.centre.PracticePapers.Paper;
import org.huizhi.centre.ReferenceCentre;
import org.huizhi.centre.Reply;
import org.huizhi.check.Advice;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.record.CaseStore;
import org.huizhi.record.NewCase;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.Samples;
import org.huizhi.session.ShotRef;
import org.huizhi.session.State;
import org.huizhi.session.State.Issuing.Paper.AtCentre;
import org.huizhi.session.State.Issuing.Paper.Declined;
import org.huizhi.spec.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody waits at the machine for what a real centre says. */
class CentreDeskTest {
  private static final int SECONDS = 60;

  @TempDir private Path dir = Path.of("");
  private final BlockingQueue<State> seen = new LinkedBlockingQueue<>();
  private final BlockingQueue<Effect> wanted = new LinkedBlockingQueue<>();
  private final Clock clock = Clock.systemUTC();

  @Test
  void whoWaitsHearsWhatTheCentreSays() throws Exception {
    PracticePapers.write(
        dir, Instant.now(), new Paper("centre", "localhost"), new Paper("kiosk", "localhost"));
    try (ReferenceCentre centre = centre();
        CaseStore store = CaseStore.open(dir.resolve("data"), clock);
        Engine engine = new Engine(Samples.session(), clock, false);
        CentreDesk desk = new CentreDesk(engine, clock)) {
      engine.start(wanted::add);
      engine.watch(seen::add);
      desk.start(store, rules(centre.port()));
      shoot(engine);

      engine.tell(new Event.HandedIn(1, hold(store, "refused")));
      State declined = state(state -> paper(state) instanceof Declined);
      assertEquals(
          new Declined(Optional.of(Code.EYES_CLOSED), Optional.of(Advice.OPEN_EYES)),
          paper(declined));
      assertEquals(Optional.empty(), store.byId("refused").orElseThrow().photo());

      engine.tell(new Event.RetakeWanted(1));
      take(engine);
      engine.tell(new Event.HandedIn(1, hold(store, "good")));
      state(state -> paper(state) instanceof AtCentre);
      Effect release = effect(effect -> effect instanceof Effect.Release);
      assertEquals(new Effect.Release(1), release);
      assertTrue(store.release("good", _ -> new byte[3]).job().id().startsWith("good"));
    }
  }

  private CentreRules rules(int port) {
    return new CentreRules(
        URI.create("https://localhost:" + port),
        dir.resolve("ca.pem"),
        dir.resolve("kiosk.pem"),
        dir.resolve("kiosk.key"),
        Optional.empty(),
        Duration.ofSeconds(20),
        Duration.ofDays(1));
  }

  private ReferenceCentre centre() throws Exception {
    return ReferenceCentre.open(
        0,
        dir.resolve("ca.pem"),
        dir.resolve("centre.pem"),
        dir.resolve("centre.key"),
        (spec, photo) ->
            photo[0] == 'r' ? new Reply.Refused("EYES_CLOSED", "open-eyes") : new Reply.Passed(),
        told -> {});
  }

  private static void shoot(Engine engine) {
    engine.tell(new Event.Started(1));
    engine.tell(new Event.Agreed(1, "zh-2-centre"));
    engine.tell(new Event.DocumentChosen(1, "hk-macau-permit"));
    engine.tell(new Event.Prepared(1));
    take(engine);
  }

  private static void take(Engine engine) {
    engine.tell(new Event.HeldStill(1));
    engine.tell(new Event.BurstTaken(1, new ShotRef(1), Samples.GOOD));
    engine.tell(new Event.PhotoMade(1, new PhotoRef(1), Samples.GOOD));
    engine.tell(new Event.PhotoAccepted(1, new PhotoRef(1)));
  }

  private String hold(CaseStore store, String id) {
    NewCase fresh =
        new NewCase(
            id,
            "hk-macau-permit",
            clock.instant(),
            Optional.empty(),
            Optional.empty(),
            false,
            Personal.NONE,
            PhotoFile.of(id.getBytes(StandardCharsets.UTF_8)),
            "[]",
            "[]",
            Optional.empty(),
            "[]");
    return store.hold(fresh, ImageNumbers.of(ImageNumbers.DEFAULT_PATTERN, "1"));
  }

  private static Optional<State.Issuing.Paper> issuing(State state) {
    return state instanceof State.Issuing issuing ? Optional.of(issuing.paper()) : Optional.empty();
  }

  private static State.Issuing.Paper paper(State state) {
    return issuing(state).orElseGet(State.Issuing.Paper.Saving::new);
  }

  private State state(Predicate<State> wanted) throws InterruptedException {
    return next(seen, wanted);
  }

  private Effect effect(Predicate<Effect> wanted) throws InterruptedException {
    return next(this.wanted, wanted);
  }

  private static <T> T next(BlockingQueue<T> queue, Predicate<T> wanted)
      throws InterruptedException {
    while (true) {
      T one = Optional.ofNullable(queue.poll(SECONDS, TimeUnit.SECONDS)).orElseThrow();
      if (wanted.test(one)) {
        return one;
      }
    }
  }
}
