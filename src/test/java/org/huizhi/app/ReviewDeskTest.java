package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.huizhi.record.Decided;
import org.huizhi.record.NewReview;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.record.Vault;
import org.huizhi.session.Approval;
import org.huizhi.session.Event;
import org.huizhi.session.Refusal;
import org.huizhi.session.Trouble;
import org.huizhi.staff.Staff;
import org.huizhi.storage.Database;
import org.huizhi.storage.Kind;
import org.huizhi.storage.TestHall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A machine that waits while 200 others do, and a console that decides. */
class ReviewDeskTest {
  private static final int OTHERS = 200;

  @TempDir private Path dir = Path.of("");
  private final BlockingQueue<Event> told = new LinkedBlockingQueue<>();

  private Reviews reviews(Database database, String machine) {
    return new Reviews(
        database, database, machine, Vault.open(dir), Staff.chains(machine), Clock.systemUTC());
  }

  private static NewReview asked(String id) {
    byte[] shot = "a shot of 120 kB".repeat(7_500).getBytes(StandardCharsets.UTF_8);
    byte[] photo = "a photo of 40 kB".repeat(2_500).getBytes(StandardCharsets.UTF_8);
    return new NewReview(id, id, "passport", false, shot, Optional.of(photo), "[]", "[]");
  }

  @ParameterizedTest
  @EnumSource
  void theDecisionReachesWhoWaits(Kind kind) throws Exception {
    try (TestHall hall = new TestHall(kind, dir);
        ReviewDesk desk = new ReviewDesk(told::add)) {
      Reviews others = reviews(hall.database(), "others");
      for (int i = 0; i < OTHERS; i++) {
        others.ask(asked("other-" + i));
      }
      Reviews machine = reviews(hall.database(), "1");
      desk.start(machine);
      NewReview asked = asked("mine");
      desk.ask(machine, 7, asked);
      assertEquals(new Event.InLine(7, OTHERS + 1), next());
      assertTrue(asked.shot()[0] == 0, "the picture is overwritten in memory");
      Reviews console = reviews(hall.database(), "console");
      long from = System.nanoTime();
      assertEquals(OTHERS + 1, console.waiting().size());
      double list = (System.nanoTime() - from) / 1e6;
      long decided = System.nanoTime();
      console.decide("mine", ReviewState.APPROVED, new Decided("1001", ""));
      assertEquals(new Event.StaffAccepted(7, new Approval("1001", "")), next());
      System.out.printf(
          "review: %d wait on %s, the list opens in %.0f ms, a decision arrives after %.0f ms%n",
          OTHERS + 1, kind, list, (System.nanoTime() - decided) / 1e6);

      desk.ask(machine, 8, asked("again"));
      next();
      console.decide("again", ReviewState.REFUSED, new Decided("1001", "FACE_COVERED"));
      assertEquals(new Event.StaffRefused(8, Refusal.FACE_COVERED), next());

      desk.ask(machine, 9, asked("left"));
      next();
      desk.stop();
      while (console.find("left").orElseThrow().state() == ReviewState.WAITING) {
        Thread.onSpinWait();
      }
      assertEquals(ReviewState.WITHDRAWN, console.find("left").orElseThrow().state());
      assertEquals(Optional.empty(), console.pictures("left").shot());
    }
  }

  @Test
  void whoCannotBeAskedForIsNotLeftWaiting() throws Exception {
    TestHall hall = new TestHall(Kind.SQLITE, dir);
    Reviews machine = reviews(hall.database(), "1");
    hall.close();
    try (ReviewDesk desk = new ReviewDesk(told::add)) {
      NewReview asked = asked("mine");
      desk.ask(machine, 7, asked);
      assertEquals(new Event.TroubleArose(new Trouble.RecordTrouble()), next());
      assertEquals(new Event.StaffWantRetake(7), next());
      assertTrue(asked.shot()[0] == 0, "the picture is overwritten in memory");
    }
  }

  /** Only a slip uses the code up, whatever else ends the visit. */
  @ParameterizedTest
  @EnumSource
  void whoCameBackAndLeavesMayComeBackAgainUntilThereIsASlip(Kind kind) throws Exception {
    try (TestHall hall = new TestHall(kind, dir)) {
      Reviews machine = reviews(hall.database(), "1");
      Reviews other = reviews(hall.database(), "2");
      ReviewDesk desk = new ReviewDesk(told::add);
      desk.start(machine);
      desk.ask(machine, 7, asked("mine"));
      assertEquals(new Event.InLine(7, 1), next());
      desk.putAway(7, new byte[4], Instant.now().plusSeconds(600));
      String code = ((Event.PutAway) next()).code();

      comeBack(desk, machine, code);
      desk.stop(); // the wait ends: a page that does not ask
      desk.leave();
      desk.close();
      assertEquals(ReviewState.WAITING, other.find("mine").orElseThrow().state());
      other.decide("mine", ReviewState.APPROVED, new Decided("1001", ""));
      assertTrue(other.takeUp(code, _ -> true).isPresent());
      other.release();

      desk = new ReviewDesk(told::add);
      desk.start(machine);
      comeBack(desk, machine, code);
      desk.issued("mine");
      desk.leave();
      desk.close();
      assertEquals(Optional.empty(), other.takeUp(code, _ -> true));
      assertEquals(Optional.empty(), other.pictures("mine").photo());
    }
  }

  private void comeBack(ReviewDesk desk, Reviews machine, String code) throws Exception {
    assertTrue(machine.takeUp(code, _ -> true).isPresent());
    desk.cameBack(machine, "mine");
    desk.watch(machine, 8, "mine");
    next();
  }

  private Event next() throws InterruptedException {
    return Optional.ofNullable(told.poll(20, TimeUnit.SECONDS)).orElseThrow();
  }
}
