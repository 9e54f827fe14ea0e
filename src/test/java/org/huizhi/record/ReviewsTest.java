package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Changes;
import org.huizhi.storage.CutLine;
import org.huizhi.storage.Database;
import org.huizhi.storage.Kind;
import org.huizhi.storage.StorageTrouble;
import org.huizhi.storage.TestHall;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Photos that wait for a decision, on both databases. */
class ReviewsTest {
  private static final Decided BY = new Decided("1001", "light is fine");
  private static final byte[] SHOT = "a shot of somebody".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PHOTO = "a photo of somebody".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path dir = Path.of("");

  private Reviews reviews(Database hall, Database own, String machine) {
    return reviews(hall, own, machine, Clock.systemUTC());
  }

  private Reviews reviews(Database hall, Database own, String machine, Clock clock) {
    return new Reviews(
        hall,
        own,
        machine,
        Vault.open(dir),
        new Reviews.Chains(machine + "/staff", machine + "/staff-away"),
        clock);
  }

  private static NewReview asked(String id) {
    return new NewReview(id, "case-" + id, "passport", false, SHOT, Optional.of(PHOTO), "[]", "[]");
  }

  @ParameterizedTest
  @EnumSource
  void theFirstDecisionCountsAndNoPictureOutlivesIt(Kind kind) throws Exception {
    try (TestHall hall = new TestHall(kind, dir)) {
      Database database = hall.database();
      Reviews kiosk = reviews(database, database, "1");
      Reviews console = reviews(database, database, "console");
      kiosk.ask(asked("a"));
      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(1));
      reviews(database, database, "1", later).ask(asked("b"));
      assertEquals(List.of("a", "b"), console.waiting().stream().map(Review::id).toList());
      assertEquals(2, kiosk.place("b"));
      assertArrayEquals(PHOTO, console.pictures("a").photo().orElseThrow());
      try (Changes changes = database.changes()) {
        assertTrue(console.decide("a", ReviewState.APPROVED, BY));
        assertTrue(changes.await(Duration.ofSeconds(5)), "who waits is told");
      }
      assertFalse(kiosk.decide("a", ReviewState.REFUSED, new Decided("1002", "no")));
      Review decided = kiosk.find("a").orElseThrow();
      assertEquals(ReviewState.APPROVED, decided.state());
      assertEquals(Optional.of(BY), decided.decision());
      assertEquals(1, kiosk.place("b"));
      kiosk.withdrawAll();
      assertEquals(List.of(), console.waiting());
      assertFalse(console.decide("b", ReviewState.APPROVED, BY), "nobody waits any more");
      for (String id : List.of("a", "b")) {
        assertEquals(Optional.empty(), console.pictures(id).shot());
        assertEquals(Optional.empty(), console.pictures(id).photo());
      }
      assertTrue(
          Audit.search(database, "review approved", 5).stream()
              .anyMatch(line -> line.detail().equals("by 1001: light is fine")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereTwoMustApproveNobodyIsBoth(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Database database = hall.database();
      Reviews reviews = reviews(database, database, "1");
      reviews.ask(asked("a"));
      assertEquals(Ruling.SECOND_NEEDED, reviews.approveAsOneOfTwo("a", BY));
      assertEquals(Ruling.SECOND_NEEDED, reviews.approveAsOneOfTwo("a", BY));
      assertEquals(1, reviews.waiting().size(), "one is not two");
      assertEquals(Optional.of("1001"), reviews.waiting().getFirst().firstBy());
      Decided second = new Decided("1002", "MEDICAL");
      assertEquals(Ruling.DECIDED, reviews.approveAsOneOfTwo("a", second));
      assertEquals(Optional.of(second), reviews.find("a").orElseThrow().decision());
      assertEquals(Ruling.TOO_LATE, reviews.approveAsOneOfTwo("a", new Decided("1003", "")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAGoneMachineAskedIsWithdrawnInTime(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Database database = hall.database();
      reviews(database, database, "gone").ask(asked("a"));
      Reviews other = reviews(database, database, "1");
      other.withdrawAll();
      other.withdrawBefore(Instant.now().minusSeconds(60));
      assertEquals(1, other.waiting().size(), "it may still be waited for");
      other.withdrawBefore(Instant.now().plusSeconds(60));
      assertEquals(List.of(), other.waiting());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCodeIsNotWrongWhileTheHallIsAway(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir);
        Database own = hall.own("2")) {
      CutLine line = hall.line();
      Reviews kiosk = reviews(hall.over(line), own, "2");
      kiosk.ask(asked("a"));
      Instant soon = Instant.now().plusSeconds(600);
      String code = kiosk.putAway("a", new byte[4], soon).orElseThrow();
      line.cut(true);
      StorageTrouble away = assertThrows(StorageTrouble.class, () -> kiosk.takeUp(code, _ -> true));
      assertEquals(StorageTrouble.Kind.AWAY, away.kind());
      line.cut(false);
      assertTrue(kiosk.takeUp(code, _ -> true).isPresent());
      assertEquals(Optional.empty(), kiosk.takeUp(code, _ -> true), "once only");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoLeavesWithACodeFindsTheDecision(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Database database = hall.database();
      Reviews kiosk = reviews(database, database, "1");
      kiosk.ask(asked("a"));
      kiosk.ask(asked("b"));
      byte[] visit = "a visit of somebody".getBytes(StandardCharsets.UTF_8);
      Instant soon = Instant.now().plusSeconds(600);
      String code = kiosk.putAway("a", visit, soon).orElseThrow();
      String other = kiosk.putAway("b", visit, soon).orElseThrow();
      kiosk.withdrawAll();
      kiosk.withdrawBefore(Instant.now().plusSeconds(1));
      assertEquals(2, kiosk.waiting().size(), "a machine that starts anew ends nothing of them");
      assertTrue(kiosk.decide("a", ReviewState.APPROVED, BY));
      Reviews next = reviews(database, database, "2");
      assertEquals(Optional.empty(), next.takeUp(code, _ -> false), "not one of its documents");
      Reviews.Left left = next.takeUp(code, _ -> true).orElseThrow();
      assertArrayEquals(visit, left.visit());
      assertArrayEquals(PHOTO, left.photo());
      assertEquals(ReviewState.APPROVED, left.review().state());
      assertEquals(Optional.empty(), kiosk.takeUp(code, _ -> true), "only at one machine");
      next.used("case-a");
      assertEquals(Optional.empty(), next.takeUp(code, _ -> true), "once only");
      assertEquals(Optional.empty(), next.pictures("a").shot());

      var _ = next.takeUp(other, _ -> true).orElseThrow();
      assertArrayEquals(PHOTO, next.pictures("b").photo().orElseThrow(), "b still waits");
      assertEquals("2", next.find("b").orElseThrow().machine());
      String late = next.putAway("b", visit, Instant.now()).orElseThrow();
      assertEquals(Optional.empty(), next.takeUp(late, _ -> true), "too late");
      next.endLeft();
      assertEquals(ReviewState.WITHDRAWN, next.find("b").orElseThrow().state());
      assertEquals(Optional.empty(), next.pictures("b").photo());
      int kept =
          database.read(
              "Counting what is left",
              handle ->
                  handle
                      .createQuery("select count(*) from review where visit_sealed is not null")
                      .mapTo(Integer.class)
                      .one());
      assertEquals(0, kept);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCodeCountsUntilThereIsASlipHoweverAMachineEnds(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Database database = hall.database();
      Reviews first = reviews(database, database, "1");
      first.ask(asked("a"));
      String code = first.putAway("a", new byte[4], Instant.now().plusSeconds(600)).orElseThrow();
      assertTrue(first.decide("a", ReviewState.APPROVED, BY));
      assertTrue(reviews(database, database, "2").takeUp(code, _ -> true).isPresent());

      Reviews again = reviews(database, database, "2"); // after a crash
      again.withdrawAll();
      Reviews.Left left = again.takeUp(code, _ -> true).orElseThrow();
      assertArrayEquals(PHOTO, left.photo());
      assertEquals(ReviewState.APPROVED, left.review().state());
      assertEquals(Optional.empty(), first.takeUp(code, _ -> true), "somebody is there with it");
      again.release(); // its person went away
      assertTrue(first.takeUp(code, _ -> true).isPresent());

      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20));
      reviews(database, database, "2", later).endLeft();
      assertTrue(first.pictures("a").photo().isPresent(), "whoever is there is not too late");
      Clock gone = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(31));
      reviews(database, database, "2", gone).endLeft();
      assertEquals(Optional.empty(), first.pictures("a").photo());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereAMachineDiedAnotherOneGoesOnUnlessThereIsASlip(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir);
        Database own = hall.own("1")) {
      CutLine line = hall.line();
      Database database = hall.database();
      Reviews dies = reviews(hall.over(line), own, "1");
      dies.ask(asked("a"));
      Instant hours = Instant.now().plusSeconds(9_000);
      String code = dies.putAway("a", new byte[4], hours).orElseThrow();
      line.loseNextAnswer();
      assertThrows(StorageTrouble.class, () -> dies.takeUp(code, _ -> true));
      line.cut(false);
      assertTrue(dies.takeUp(code, _ -> true).isPresent(), "the answer was lost, not the code");

      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(31));
      Reviews other = reviews(database, database, "2", later);
      assertTrue(other.takeUp(code, _ -> true).isPresent());
      other.release();
      CaseStore store = CaseStore.over(database, dir, "1", false, Cases.CLOCK);
      store.issue(Cases.fresh("case-a"), Cases.PLAIN, Cases::slip);
      assertEquals(Optional.empty(), other.takeUp(code, _ -> true), "its slip is at 1");
      assertTrue(dies.takeUp(code, _ -> true).isPresent());
      dies.used("case-a");
      dies.release();
      assertEquals(Optional.empty(), dies.takeUp(code, _ -> true));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMachineThatIsCutOffAsksWhoStandsAtIt(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      CutLine line = hall.line();
      Database own = hall.own("1");
      Reviews machine = reviews(hall.over(line), own, "1");
      line.cut(true);
      machine.ask(asked("a"));
      assertEquals(1, machine.place("a"));
      line.cut(false);
      assertEquals(1, machine.waiting().size(), "also when the hall is back");
      assertTrue(machine.decide("a", ReviewState.RETAKE, BY));
      assertEquals(ReviewState.RETAKE, machine.find("a").orElseThrow().state());
      own.close();
    }
  }
}
