package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.DateWatch;
import org.huizhi.storage.Serials;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is restored onto whatever is left: no number is given a second time. */
class RestoreTest {
  private static final Retention KEEP = Retention.of(Duration.ofDays(90));
  private static final String LENT_TICKETS = "ticket/A/away";

  @TempDir Path dir;
  private Path data = Path.of("");
  private final Set<String> given = new HashSet<>();

  @BeforeEach
  void choose() {
    data = dir.resolve("data");
  }

  private void restore(Path copy, Clock clock) {
    Restore.from(copy, data, KEEP, Set.of(Cases.PLAIN.series()), clock);
  }

  private Path copy(CaseStore store) {
    return Backup.write(store, dir.resolve("backup"), KEEP, Cases.CLOCK);
  }

  private void breakRecord() throws IOException {
    Files.write(data.resolve(CaseStore.FILE), new byte[5000]);
  }

  /** Takes numbers, none of which was given before. */
  private void take(CaseStore store, String case_, int many) {
    for (int i = 0; i < many; i++) {
      String number = store.reserve(case_ + i, Cases.PLAIN);
      assertTrue(given.add(number), () -> number + " was given twice");
    }
  }

  @Test
  void aBrokenRecordLeavesOutNumbersOfDaysThatTheCopyDoesNotKnow() throws Exception {
    Path copy;
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      take(store, "before", 2);
      copy = copy(store);
    }
    for (int day = 1; day <= 3; day++) {
      try (CaseStore store = CaseStore.open(data, Cases.later(Duration.ofDays(day)))) {
        take(store, "day" + day, 5);
      }
    }
    breakRecord();
    restore(copy, Cases.later(Duration.ofDays(2)));
    for (int day = 0; day <= 3; day++) { // clocks are set, too
      try (CaseStore store = CaseStore.open(data, Cases.later(Duration.ofDays(day)))) {
        take(store, "after" + day, 5);
      }
    }
  }

  @Test
  void aCopyFromBeforeTheFirstNumberAndARecordBegunAnewLeaveNumbersOutToo() throws Exception {
    Path copy;
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      copy = copy(store);
      take(store, "gone", 5);
    }
    breakRecord();
    restore(copy, Cases.CLOCK);
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      take(store, "later", 5);
      copy = copy(store);
      take(store, "gone too", 5);
    }
    Files.delete(data.resolve(CaseStore.FILE));
    Files.delete(data.resolve("cases.db.replaced")); // by whoever wanted to be rid of it
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      store.reserve("anew", Cases.PLAIN);
    }
    restore(copy, Cases.CLOCK);
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      take(store, "after", 5);
    }
  }

  @Test
  void aRecordThatBreaksAgainLeavesOutMore() throws Exception {
    Path copy;
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      take(store, "before", 2);
      copy = copy(store);
    }
    for (int times = 0; times < 3; times++) {
      breakRecord();
      restore(copy, Cases.CLOCK);
      try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
        take(store, "case", 5);
      }
    }
  }

  @Test
  void lentNumbersGoOnFromTheRecordThatIsReplaced() throws Exception {
    Path copy;
    try (Database hall = Database.open(dir.resolve("hall.db"))) {
      try (CaseStore store = CaseStore.openLent(data, "1", Cases.CLOCK)) {
        meet(store, hall);
        take(store, "before", 3);
        takeTickets(store, 3);
        copy = copy(store);
        take(store, "gone", 300);
        takeTickets(store, 7);
        meet(store, hall); // lends blocks that the copy knows nothing of
        take(store, "gone too", 150);
        takeTickets(store, 5);
      }
      restore(copy, Cases.CLOCK);
      try (CaseStore store = CaseStore.openLent(data, "1", Cases.CLOCK)) {
        take(store, "after", 300); // the hall is away: what is in hand goes on
        takeTickets(store, 5);
        meet(store, hall);
        take(store, "later", 300);
      }
    }
  }

  @Test
  void lentNumbersOfABrokenRecordCountAsUsed() throws Exception {
    Path copy;
    try (Database hall = Database.open(dir.resolve("hall.db"))) {
      try (CaseStore store = CaseStore.openLent(data, "1", Cases.CLOCK)) {
        meet(store, hall);
        take(store, "before", 3);
        copy = copy(store);
        take(store, "gone", 5);
        takeTickets(store, 5);
      }
      breakRecord();
      restore(copy, Cases.CLOCK);
      try (CaseStore store = CaseStore.openLent(data, "1", Cases.CLOCK)) {
        assertThrows(StorageTrouble.class, () -> store.reserve("x", Cases.PLAIN));
        meet(store, hall);
        take(store, "after", 300);
        takeTickets(store, 5);
      }
    }
  }

  private static void meet(CaseStore store, Database hall) {
    assertTrue(new HallRecord(store, hall, Cases.CLOCK).meet(Cases.PLAIN));
    Serials.topUp(hall, store.database(), "1", LENT_TICKETS, LocalDate.EPOCH, 10);
  }

  private void takeTickets(CaseStore store, int many) {
    for (int i = 0; i < many; i++) {
      Optional<Serials.Lent> lent =
          store.database().write("Taking", h -> Serials.takeLent(h, LENT_TICKETS, LocalDate.EPOCH));
      assertTrue(given.add("A" + lent.orElseThrow().serial()), () -> lent + " was given twice");
    }
  }

  @Test
  void aCopyOfAnotherKeyIsRefusedBeforeAnythingIsMoved() throws Exception {
    Path copy;
    try (CaseStore other = CaseStore.open(dir.resolve("other"), Cases.CLOCK)) {
      copy = copy(other);
    }
    Path empty = Files.createFile(dir.resolve("empty.db"));
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      store.issue(Cases.fresh("mine"), Cases.PLAIN, Cases::slip);
    }
    assertEquals(
        StorageTrouble.Kind.KEY,
        assertThrows(StorageTrouble.class, () -> restore(copy, Cases.CLOCK)).kind());
    assertEquals(
        StorageTrouble.Kind.REFUSED,
        assertThrows(StorageTrouble.class, () -> restore(empty, Cases.CLOCK)).kind());
    assertFalse(Files.exists(data.resolve("restore.draft")));
    assertFalse(Files.exists(data.resolve("cases.db.replaced")));
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      assertTrue(store.byId("mine").isPresent());
    }
    Files.delete(data.resolve(Vault.FILE));
    assertEquals(
        StorageTrouble.Kind.KEY,
        assertThrows(StorageTrouble.class, () -> restore(copy, Cases.CLOCK)).kind());
    assertFalse(Files.exists(data.resolve(Vault.FILE)), "no key is made for another's record");
  }

  @Test
  void aRecordThatWasMovedAsideAndNotReplacedIsNoEmptyRecord() throws Exception {
    Path copy;
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      take(store, "before", 2);
      copy = copy(store);
      take(store, "gone", 2);
    }
    Files.move(data.resolve(CaseStore.FILE), data.resolve("cases.db.replaced"));
    StorageTrouble said =
        assertThrows(StorageTrouble.class, () -> CaseStore.open(data, Cases.CLOCK).close());
    assertTrue(String.valueOf(said.getMessage()).contains("cases.db.replaced"), said::getMessage);
    assertFalse(Files.exists(data.resolve(CaseStore.FILE)));
    restore(copy, Cases.CLOCK);
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      take(store, "after", 5);
    }
    assertEquals(List.of(), PlainTraces.in(data));
  }

  /** Whoever demanded to be deleted has a receipt; a copy of the day before still knows of them. */
  @Test
  void whatWasDeletedOrVoidedSinceTheCopyStaysSo() throws Exception {
    Path copy;
    String deleted;
    String old;
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      deleted = store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip).imageNumber();
      old = store.issue(Cases.fresh("b"), Cases.PLAIN, Cases::slip).imageNumber();
      Instant before = Cases.NOW.minus(Duration.ofDays(40));
      store.issue(Cases.fresh("c", before), Cases.PLAIN, Cases::slip);
      copy = copy(store);
      // By a date that was wrong: the copy is there to bring it back.
      assertEquals(1, store.purge(Due.before(before.plusSeconds(1))).cases());
      assertTrue(store.delete(deleted, "1001", "on demand").isPresent());
      KeptCase kept = store.byNumber(old).orElseThrow();
      store.correct(kept, Personal.NONE, "1001", Cases.PLAIN, _ -> Cases.slip("new"));
    }
    restore(copy, Cases.CLOCK);
    restore(copy, Cases.CLOCK);
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      KeptCase gone = store.byNumber(deleted).orElseThrow();
      assertTrue(gone.photo().isEmpty());
      assertEquals(Personal.NONE, gone.personal());
      assertTrue(store.jobs().slip(store.jobs().of(gone.id()).getLast().id()).isEmpty());
      assertTrue(store.byNumber(old).orElseThrow().photo().isEmpty());
      assertTrue(CaseStore.voided(store.database(), old).isPresent());
      assertTrue(store.byId("c").orElseThrow().photo().isPresent());
      assertEquals(List.of(), Audit.breaks(store.database()));
    }
  }

  /** A new disk, whose computer has lost its time: the line of the restore is no last date. */
  @Test
  void inAnEmptyFolderTheCopysNewestEntryIsTheLastDateSeen() throws Exception {
    Path copy;
    try (CaseStore store = CaseStore.open(dir.resolve("before"), Cases.CLOCK)) {
      store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip);
      copy = copy(store);
    }
    Files.createDirectory(data);
    Files.copy(
        dir.resolve("before").resolve(Vault.FILE),
        data.resolve(Vault.FILE),
        StandardCopyOption.COPY_ATTRIBUTES);
    Clock ahead = Cases.later(Duration.ofDays(2000));
    restore(copy, ahead);
    assertFalse(DateWatch.own(data, Optional::empty).wouldBelieve(ahead.instant()));
    assertTrue(DateWatch.own(data, Optional::empty).wouldBelieve(Cases.NOW.plusSeconds(60)));
  }
}
