package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huizhi.storage.Kind;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same on a file and on a server. */
@ParameterizedClass
@EnumSource(Kind.class)
class CaseStoreTest {
  private final Storage storage;
  @TempDir Path dir;

  CaseStoreTest(Kind kind) {
    storage = kind.storage();
  }

  private CaseStore open() {
    return open(Cases.CLOCK);
  }

  private CaseStore open(Clock clock) {
    return CaseStore.open(dir, storage, "1", clock);
  }

  @Test
  void whatIsIssuedIsThereAfterARestart() {
    String number;
    try (CaseStore store = open()) {
      number = store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip).imageNumber();
    }
    try (CaseStore store = open()) {
      KeptCase kept = store.byNumber(number).orElseThrow();
      assertEquals(Cases.fresh("a").personal(), kept.personal());
      assertArrayEquals(Cases.jpeg(), kept.photo().orElseThrow().jpeg());
      assertEquals(kept.photoSha256(), kept.photo().orElseThrow().sha256());
      assertEquals(Cases.NOW, kept.shotAt());
      assertEquals("{\"verdict\":\"pass\"}", kept.findings());
      PrintJob job = store.jobs().unfinished().getFirst();
      assertEquals(JobState.QUEUED, job.state());
      assertArrayEquals(Cases.slip(number), store.jobs().slip(job.id()).orElseThrow());
    }
  }

  @Test
  void aCorrectedNameKeepsEverythingElse() {
    try (CaseStore store = open()) {
      String number = store.issue(ofTicket("a"), Cases.PLAIN, Cases::slip, true).imageNumber();
      KeptCase old = store.byNumber(number).orElseThrow();
      Personal person = called("章三", old);
      Issued issued = correct(store, old, person);
      KeptCase corrected = store.byNumber(issued.imageNumber()).orElseThrow();

      assertEquals(person, corrected.personal());
      assertEquals(old.photoSha256(), corrected.photoSha256());
      Instant later = Cases.NOW.plusSeconds(1);
      assertEquals(2, CaseList.find(store.database(), "A012", later).size(), "by the ticket");
      Outbox outbox = store.outbox();
      assertEquals(SubmissionState.CANCELLED, outbox.find("a").orElseThrow().state());
      Submission again = outbox.find(corrected.id()).orElseThrow();
      assertEquals(SubmissionState.SUBMITTED, again.state(), "nobody has looked at it yet");
      assertFalse(again.gates(), "its slip is out");

      assertThrows(StorageTrouble.class, () -> correct(store, old, called("章五", old)));
      assertEquals(Optional.empty(), store.byNumber(number).orElseThrow().photo());
      assertEquals(person, store.byId(corrected.id()).orElseThrow().personal(), "the first counts");

      outbox.passed(corrected.id());
      Issued third = correct(store, corrected, called("章六", corrected));
      assertEquals(Optional.empty(), outbox.find(third.job().caseId()), "the photo has passed");
    }
  }

  private static NewCase ofTicket(String id) {
    NewCase fresh = Cases.fresh(id);
    return new NewCase(
        id,
        fresh.spec(),
        fresh.shotAt(),
        fresh.consent(),
        fresh.decided(),
        fresh.specimen(),
        fresh.personal(),
        fresh.photo(),
        fresh.findings(),
        fresh.operations(),
        Optional.of("A012"),
        fresh.earlier());
  }

  private static Personal called(String name, KeptCase old) {
    return new Personal(Optional.of(name), old.personal().idNumber(), old.personal().phone());
  }

  private static Issued correct(CaseStore store, KeptCase old, Personal person) {
    return store.correct(old, person, "1001", Cases.PLAIN, kept -> Cases.slip(kept.imageNumber()));
  }

  @Test
  void issuingTheSameCaseAgainGivesTheSameNumberAndJob() {
    try (CaseStore store = open()) {
      Issued first = store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip);
      Issued second = store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip);
      assertEquals(first, second);
      assertEquals(1, store.jobs().unfinished().size());
    }
  }

  @Test
  void aSlipThatFailsLeavesARecordedGapAndNoCase() {
    try (CaseStore store = open()) {
      assertThrows(
          IllegalStateException.class,
          () ->
              store.issue(
                  Cases.fresh("a"),
                  Cases.PLAIN,
                  number -> {
                    throw new IllegalStateException("no glyph");
                  }));
      assertTrue(store.byId("a").isEmpty());
      assertEquals(
          "T202611260000002",
          store.issue(Cases.fresh("b"), Cases.PLAIN, Cases::slip).imageNumber());
      // The same person tries again: the number that is theirs already is used, not a third one.
      assertEquals(
          "T202611260000001",
          store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip).imageNumber());
    }
  }

  @Test
  void eachDayOfTheHallCountsAnew() {
    Clock lateEvening = Clock.fixed(Instant.parse("2026-11-26T15:59:59Z"), Cases.HALL);
    Clock midnight = Clock.fixed(Instant.parse("2026-11-26T16:00:00Z"), Cases.HALL);
    try (CaseStore store = open(lateEvening)) {
      assertEquals("T202611260000001", store.reserve("a", Cases.PLAIN));
    }
    try (CaseStore store = open(midnight)) {
      assertEquals("T202611270000001", store.reserve("b", Cases.PLAIN));
    }
    // A clock that is put back finds the day's counter where it stood.
    try (CaseStore store = open(lateEvening)) {
      assertEquals("T202611260000002", store.reserve("c", Cases.PLAIN));
    }
  }

  @Test
  void eightThreadsNeverGetOneNumberTwice() throws Exception {
    Set<String> numbers = new HashSet<>();
    try (CaseStore store = open();
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> work = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String id = "case-" + i;
        work.add(() -> store.reserve(id, Cases.PLAIN));
      }
      for (Future<String> number : threads.invokeAll(work)) {
        assertTrue(numbers.add(number.get()), number.get());
      }
    }
    assertEquals(200, numbers.size());
  }

  @Test
  void aJobTakesEachStepOnce() {
    try (CaseStore store = open()) {
      String job = store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip).job().id();
      PrintJobs jobs = store.jobs();
      assertFalse(jobs.ended(job, JobState.PRINTED, ""), "a queued job cannot be printed");
      assertTrue(jobs.sending(job, "folder"));
      assertFalse(jobs.sending(job, "folder"), "nothing is sent twice");
      assertTrue(jobs.ended(job, JobState.UNKNOWN, "no answer"));
      assertEquals(1, jobs.unfinished().size());
      assertThrows(StorageTrouble.class, () -> jobs.again("a", 2, Cases.slip("x")));
      assertTrue(jobs.ended(job, JobState.FAILED, "staff looked"));
      assertFalse(jobs.ended(job, JobState.PRINTED, ""));
      assertTrue(jobs.unfinished().isEmpty());
      PrintJob second = jobs.again("a", 2, Cases.slip("x"));
      assertEquals(2, second.copy());
      assertThrows(StorageTrouble.class, () -> jobs.again("a", 3, Cases.slip("x")));
      assertEquals(
          List.of(JobState.FAILED, JobState.QUEUED),
          jobs.of("a").stream().map(PrintJob::state).toList());
    }
  }

  @Test
  void everyStepOfAJobIsKeptWithItsTime() {
    String job;
    try (CaseStore store = open()) {
      job = store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip).job().id();
    }
    try (CaseStore store = open(Cases.later(Duration.ofSeconds(2)))) {
      assertTrue(store.jobs().sending(job, "slips"));
      assertTrue(store.jobs().printing(job));
      assertFalse(store.jobs().printing(job));
      assertTrue(store.jobs().neverArrived(job));
      assertTrue(store.jobs().sending(job, "spare"));
    }
    try (CaseStore store = open(Cases.later(Duration.ofSeconds(5)))) {
      assertTrue(store.jobs().ended(job, JobState.UNKNOWN, "no answer"));
      Instant then = Cases.NOW.plusSeconds(2);
      assertEquals(
          List.of(
              new PrintStep(Cases.NOW, JobState.QUEUED, "", ""),
              new PrintStep(then, JobState.SENT, "slips", ""),
              new PrintStep(then, JobState.PRINTING, "slips", ""),
              new PrintStep(then, JobState.QUEUED, "", ""),
              new PrintStep(then, JobState.SENT, "spare", ""),
              new PrintStep(Cases.NOW.plusSeconds(5), JobState.UNKNOWN, "spare", "no answer")),
          store.jobs().steps(job));
      store.purge(Due.before(Cases.NOW.plusSeconds(1)));
      assertEquals(JobState.FAILED, store.jobs().steps(job).getLast().state());
    }
  }

  @Test
  void sheetsAreCountedAcrossRestarts() {
    try (CaseStore store = open()) {
      assertEquals(Optional.empty(), store.sheets().left("1/slips"));
      store.sheets().used("1/slips", 2);
    }
    try (CaseStore store = open()) {
      assertEquals(Optional.of(1), store.sheets().left("1/slips"));
      store.sheets().used("1/slips", 2);
      store.sheets().used("1/slips", 2);
      assertEquals(Optional.of(0), store.sheets().left("1/slips"), "never less than none");
      store.sheets().filled("1/slips", 250);
      store.sheets().used("1/slips", 2);
      assertEquals(Optional.of(249), store.sheets().left("1/slips"));
    }
  }

  @Test
  void aPurgeDeletesWhatIsDueAndNothingElse() throws Exception {
    try (CaseStore store = open()) {
      Instant old = Cases.NOW.minus(Duration.ofDays(3));
      store.issue(Cases.fresh("old", old), Cases.PLAIN, Cases::slip);
      store.issue(Cases.fresh("new"), Cases.PLAIN, Cases::slip);
      Due limit = Due.before(Cases.NOW.minus(Duration.ofDays(1)));
      assertEquals(1, store.personal(limit));

      assertEquals(new Purged(1, 1, limit), store.purge(limit));

      assertEquals(0, store.personal(limit));
      KeptCase gone = store.byId("old").orElseThrow();
      assertEquals(Personal.NONE, gone.personal());
      assertTrue(gone.photo().isEmpty() && gone.purgedAt().isPresent());
      assertTrue(store.jobs().slip("old-1").isEmpty());
      assertEquals(JobState.FAILED, store.jobs().find("old-1").orElseThrow().state());
      assertTrue(store.byId("new").orElseThrow().photo().isPresent());
      assertThrows(StorageTrouble.class, () -> store.jobs().again("old", 2, Cases.slip("x")));
      assertEquals(new Purged(0, 0, limit), store.purge(limit));
    }
  }

  @Test
  void eachDocumentAndWhatWasNeverPrintedIsKeptForItsOwnTime() throws Exception {
    try (CaseStore store = open()) {
      Instant old = Cases.NOW.minus(Duration.ofDays(3));
      printed(store, "permit", old);
      store.issue(Cases.fresh("unprinted", old), Cases.PLAIN, Cases::slip);
      store.hold(Cases.fresh("looked at", old), Cases.PLAIN);
      Map<String, Duration> own =
          Map.of("hk-macau-permit", Duration.ofDays(4), "passport", Duration.ofDays(9));
      Retention keep = new Retention(Duration.ofDays(1), Duration.ofDays(2), own);

      assertEquals(1, store.personal(keep.at(Cases.NOW)));
      assertEquals(1, store.purge(keep.at(Cases.NOW)).cases());
      assertTrue(store.byId("unprinted").orElseThrow().photo().isEmpty());
      assertTrue(store.byId("permit").orElseThrow().photo().isPresent());
      assertTrue(store.byId("looked at").orElseThrow().photo().isPresent());

      Instant later = Cases.NOW.plus(Duration.ofDays(2));
      assertEquals(2, store.purge(keep.at(later)).cases());
      assertTrue(store.byId("permit").orElseThrow().photo().isEmpty());
      assertEquals(0, store.personal(keep.at(later)));
    }
  }

  @Test
  void whereAnotherMachineMayHavePrintedTheLongerTimeCounts() throws Exception {
    try (CaseStore store = open()) {
      Instant old = Cases.NOW.minus(Duration.ofDays(3));
      store.issue(Cases.fresh("unprinted", old), Cases.PLAIN, Cases::slip);
      printed(store, "printed", old);
      Retention all = new Retention(Duration.ofDays(9), Duration.ofDays(1), Map.of());
      Map<String, Duration> own = Map.of("hk-macau-permit", Duration.ofDays(2));
      Retention shorter = new Retention(Duration.ofDays(9), Duration.ofDays(5), own);
      assertEquals(1, store.personal(all.at(Cases.NOW)));
      assertEquals(0, store.personal(all.inDoubtAt(Cases.NOW)));
      assertEquals(1, store.personal(shorter.inDoubtAt(Cases.NOW)), "what is known counts");
      assertEquals(2, store.personal(all.inDoubtAt(Cases.NOW.plus(Duration.ofDays(7)))));
    }
  }

  private static void printed(CaseStore store, String id, Instant shotAt) {
    String job = store.issue(Cases.fresh(id, shotAt), Cases.PLAIN, Cases::slip).job().id();
    assertTrue(store.jobs().sending(job, "folder"));
    store.jobs().ended(job, JobState.PRINTED, "");
  }

  @Test
  void aMissingOrForeignKeyIsSaidAndNeverReplaced(@TempDir Path other) throws Exception {
    open().close();
    Path key = dir.resolve(Vault.FILE);
    Files.delete(key);
    assertEquals(StorageTrouble.Kind.KEY, kind(this::open));
    assertTrue(Files.notExists(key), "a new key would hide that the old one is gone");
    CaseStore.open(other, Cases.CLOCK).close();
    Files.copy(other.resolve(Vault.FILE), key, StandardCopyOption.COPY_ATTRIBUTES);
    assertEquals(StorageTrouble.Kind.KEY, kind(this::open));
  }

  /** Two machines of a hall: neither touches what the other has in hand. */
  @Test
  void machinesShareNumbersAndLookAfterTheirOwn() {
    try (CaseStore one = open();
        CaseStore two = CaseStore.open(dir, storage, "2", Cases.CLOCK)) {
      String taken = one.reserve("a", Cases.PLAIN);
      Issued issued = two.issue(Cases.fresh("b"), Cases.PLAIN, Cases::slip);
      assertFalse(taken.equals(issued.imageNumber()));
      CaseStore.open(dir, storage, "2", Cases.CLOCK).close();
      assertEquals(List.of(taken), one.numbers(NumberState.RESERVED));
      assertEquals(List.of(), one.jobs().unfinished());
      assertEquals(List.of(issued.job()), two.jobs().unfinished());
    }
  }

  private static StorageTrouble.Kind kind(Executable doing) {
    return assertThrows(StorageTrouble.class, doing).kind();
  }
}
