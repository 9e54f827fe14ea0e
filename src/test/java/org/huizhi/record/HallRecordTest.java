package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.huizhi.storage.Audit;
import org.huizhi.storage.CutLine;
import org.huizhi.storage.Database;
import org.huizhi.storage.Kind;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import org.huizhi.storage.TestHall;
import org.huizhi.storage.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dhuizhi.numbers=10000} takes as many as are asked of a hall. */
class HallRecordTest {
  private static final int NUMBERS = Integer.getInteger("huizhi.numbers", 400);
  private static final int PROCESSES = 8;
  private static final Retention KEEP = Retention.of(Duration.ofDays(90));

  @TempDir Path dir;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eightProcessesNeverGetOneNumberTwice(Kind kind) throws Exception {
    String where =
        switch (kind) {
          case SQLITE -> "sqlite";
          case POSTGRESQL -> TestServer.url();
        };
    CaseStore.open(dir, Storage.parse(where), "0", Cases.CLOCK).close();
    List<Process> takers = new ArrayList<>();
    for (int i = 1; i <= PROCESSES; i++) {
      takers.add(
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  NumberTaker.class.getName(),
                  dir.toString(),
                  where,
                  Integer.toString(i),
                  Integer.toString(NUMBERS / PROCESSES))
              .redirectErrorStream(true)
              .start());
    }
    List<String> said = new ArrayList<>();
    for (Process taker : takers) {
      List<String> lines = taker.inputReader().lines().toList();
      assertTrue(taker.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, taker.exitValue(), () -> String.join("\n", lines));
      said.addAll(lines.stream().filter(line -> line.startsWith("T2026")).toList());
    }
    assertEquals(NUMBERS / PROCESSES * PROCESSES, said.size());
    assertEquals(said.size(), new HashSet<>(said).size(), "a number was given twice");
  }

  /** Three machines with their lines cut again and again, their clocks set, over midnight. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void threeMachinesGoOnWithoutTheHall(Kind kind) throws Exception {
    Random random = new Random(kind.name().hashCode());
    Set<String> given = new HashSet<>();
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database()) {
      List<Machine> machines =
          List.of(new Machine(hall, "1"), new Machine(hall, "2"), new Machine(hall, "3"));
      machines.forEach(machine -> assertTrue(machine.link.meet(Cases.PLAIN)));
      for (int i = 0; i < NUMBERS / 10; i++) {
        Machine machine = machines.get(random.nextInt(3));
        int dice = random.nextInt(20);
        if (dice == 0) {
          machine.line.cut(true);
        } else if (dice == 1) {
          machine.line.loseNextAnswer();
        } else if (dice == 2) {
          machine.setClock(Duration.ofHours(random.nextInt(72) - 36));
        } else if (dice < 5) {
          machine.line.cut(false);
        }
        machine.link.meet(Cases.PLAIN);
        for (int n = 0; n < 10; n++) {
          String number = machine.take("case-" + i + "-" + n, n == 0);
          assertTrue(given.add(number), number + " was given twice");
        }
      }
      for (Machine machine : machines) {
        machine.line.cut(false);
        for (int tries = 0; !machine.link.meet(Cases.PLAIN) && tries < 3; tries++) {
          machine.line.cut(false);
        }
        assertEquals(0, machine.link.waiting());
        machine.close();
      }
      Set<String> home =
          truth.read(
              "Looking",
              handle ->
                  handle.createQuery("select number from image_number").mapTo(String.class).set());
      assertEquals(given, home, "the hall knows every number and no other");
      int cases =
          truth.read(
              "Looking",
              handle ->
                  handle
                      .createQuery(
                          "select count(*) from photo_case c join print_job j on j.case_id = c.id"
                              + " join print_step s on s.job_id = j.id")
                      .mapTo(Integer.class)
                      .one());
      assertEquals(NUMBERS / 10, cases, "the hall has every case with its job");
      assertEquals(List.of(), Audit.breaks(truth));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void withoutNumbersAMachineSaysSo(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Machine machine = new Machine(hall, "1");
      assertTrue(machine.link.meet(Cases.PLAIN));
      machine.line.cut(true);
      for (int i = 0; i < 2 * HallRecord.BLOCK; i++) {
        machine.store.reserve("case-" + i, Cases.PLAIN);
      }
      assertEquals(
          StorageTrouble.Kind.AWAY,
          assertThrows(StorageTrouble.class, () -> machine.store.reserve("more", Cases.PLAIN))
              .kind());
      machine.line.cut(false);
      assertTrue(machine.link.meet(Cases.PLAIN));
      machine.store.reserve("more", Cases.PLAIN);
      machine.close();
    }
  }

  /** The machine that took the photo was stolen, or its disk died. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void anyMachineDeletesWhatIsDueInTheHall(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database()) {
      Machine gone = new Machine(hall, "1");
      Machine other = new Machine(hall, "2");
      Instant now = truth.now();
      gone.shoot("old", now.minus(KEEP.usual()).minusSeconds(60));
      gone.shoot("young", now.minus(KEEP.usual()).plus(Duration.ofHours(1)));
      assertTrue(gone.link.meet(Cases.PLAIN));
      gone.close();
      assertEquals(6, sealed(truth, "old") + sealed(truth, "young"));

      HallPurge purge = new HallPurge(other.store.machine(), truth, Cases.CLOCK);
      assertEquals(1, purge.some(KEEP).cases());
      assertEquals(0, sealed(truth, "old"));
      assertEquals(3, sealed(truth, "young"));
      assertEquals(0, purge.some(KEEP).cases());
      assertEquals(0, count(truth, "unmerged"), "the hall has nowhere to bring it home to");
      assertEquals(List.of(), Audit.breaks(truth));
      other.close();
    }
  }

  /** Its machine is away and may have printed it. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aSlipThatWaitsAtAnotherMachineCountsAsPrintedInTheHall(Kind kind) {
    Retention keep = new Retention(KEEP.usual(), Duration.ofDays(7), Map.of());
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database()) {
      Machine machine = new Machine(hall, "1");
      assertTrue(machine.link.meet(Cases.PLAIN));
      Instant week = truth.now().minus(Duration.ofDays(8));
      machine.store.issue(Cases.fresh("waits", week), Cases.PLAIN, Cases::slip);
      machine.store.issue(Cases.fresh("failed", week), Cases.PLAIN, Cases::slip);
      machine.store.jobs().sending("failed-1", "p");
      machine.store.jobs().ended("failed-1", JobState.FAILED, "");
      machine.store.issue(
          Cases.fresh("old", truth.now().minus(KEEP.usual()).minusSeconds(60)),
          Cases.PLAIN,
          Cases::slip);
      assertTrue(machine.link.meet(Cases.PLAIN));
      assertEquals(2, new HallPurge("2", truth, Cases.CLOCK).some(keep).cases());
      assertEquals(0, sealed(truth, "failed") + sealed(truth, "old"));
      assertEquals(3, sealed(truth, "waits"));
      machine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void machinesThatDeleteAtOnceDoNotGetInEachOthersWay(Kind kind) throws Exception {
    int cases = 3 * Purge.BATCH;
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Machine machine = new Machine(hall, "1");
      Instant old = truth.now().minus(KEEP.usual()).minusSeconds(60);
      assertTrue(machine.link.meet(Cases.PLAIN));
      for (int i = 0; i < cases; i++) {
        machine.store.issue(Cases.fresh("old-" + i, old), Cases.PLAIN, Cases::slip);
      }
      assertTrue(machine.link.meet(Cases.PLAIN));
      List<Future<Purged>> purges = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Machine each = new Machine(hall, "purging-" + i);
        HallPurge purge = new HallPurge(each.store.machine(), hall.over(each.line), Cases.CLOCK);
        each.close(); // only its name is needed
        purges.add(threads.submit(() -> purge.some(KEEP)));
      }
      int deleted = 0;
      for (Future<Purged> purge : purges) {
        deleted += purge.get().cases();
      }
      assertEquals(cases, deleted);
      assertEquals(0, count(truth, "photo_case where photo_sealed is not null"));
      assertEquals(0, count(truth, "print_job where slip_sealed is not null"));
      assertEquals(cases, count(truth, "print_step where state = 'FAILED'"));
      assertEquals(List.of(), Audit.breaks(truth));
      machine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aMachineThatComesBackBringsNothingDeletedHome(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database()) {
      Machine back = new Machine(hall, "1");
      back.shoot("old", truth.now().minus(KEEP.usual()).minusSeconds(60));
      assertTrue(back.link.meet(Cases.PLAIN));
      assertEquals(1, new HallPurge(back.store.machine(), truth, Cases.CLOCK).some(KEEP).cases());

      String number = back.store.byId("old").orElseThrow().imageNumber();
      back.store.jobs().again("old", 2, Cases.slip(number));
      assertTrue(back.link.meet(Cases.PLAIN));
      assertEquals(0, back.link.waiting());
      assertEquals(0, sealed(truth, "old"));
      assertEquals(2, count(truth, "print_job"), "that there was a copy is known");
      assertEquals(1, count(truth, "photo_case where purged_at is not null"));
      assertEquals(0, count(truth, "audit where what = 'merge refused'"));
      back.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatTheHallRefusesHoldsNothingElseUp(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database()) {
      Machine machine = new Machine(hall, "1");
      truth.write(
          "Putting something in the way",
          handle ->
              handle.execute(
                  "insert into image_number (number, series, business_day, serial, case_id, state,"
                      + " taken_at) values ('X', 'X', '2026-11-26', 1, 'case-1', 'VOID', 0)"));
      machine.shoot("case-1", Cases.NOW);
      machine.shoot("case-2", Cases.NOW);
      assertTrue(machine.link.meet(Cases.PLAIN));
      assertTrue(machine.link.meet(Cases.PLAIN));
      assertEquals(1, machine.link.waiting());
      assertEquals(1, count(truth, "photo_case where id = 'case-2'"));
      assertEquals(1, count(truth, "audit where what = 'merge refused'"), "said once");
      assertEquals(2, count(truth, "audit where chain = '1' and what = 'case stored'"));

      truth.write(
          "Taking it away",
          handle -> handle.execute("delete from image_number where number = 'X'"));
      for (int rounds = 0; rounds < HallRecord.PATIENCE; rounds++) {
        assertTrue(machine.link.meet(Cases.PLAIN));
      }
      assertEquals(0, machine.link.waiting());
      assertEquals(1, count(truth, "photo_case where id = 'case-1'"));
      assertEquals(List.of(), Audit.breaks(truth));
      machine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHallWithoutRoomIsAsGoodAsAway(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Machine machine = new Machine(hall, "1");
      assertTrue(machine.link.meet(Cases.PLAIN));
      machine.line.fill(true);
      machine.take("case-1", true);
      assertFalse(machine.link.meet(Cases.PLAIN));
      assertTrue(machine.link.away());
      machine.line.fill(false);
      assertTrue(machine.link.meet(Cases.PLAIN));
      assertFalse(machine.link.away());
      assertEquals(0, machine.link.waiting());
      machine.close();
    }
  }

  /** How many of name, photo and slip the hall still has of a case. */
  private static int sealed(Database hall, String id) {
    return count(hall, "photo_case where name_sealed is not null and id = '" + id + "'")
        + count(hall, "photo_case where photo_sealed is not null and id = '" + id + "'")
        + count(hall, "print_job where slip_sealed is not null and case_id = '" + id + "'");
  }

  private static int count(Database hall, String which) {
    return hall.read(
        "Looking",
        handle -> handle.createQuery("select count(*) from " + which).mapTo(Integer.class).one());
  }

  private final class Machine {
    final CutLine line;
    final HallRecord link;
    private Duration off = Duration.ZERO;
    final CaseStore store;

    Machine(TestHall hall, String name) {
      line = hall.line();
      InstantSource time = () -> Cases.NOW.plus(off);
      Clock clock = time.withZone(Cases.HALL);
      store = CaseStore.over(hall.own(name), dir.resolve("keys-" + name), name, true, clock);
      link = new HallRecord(store, hall.over(line), Cases.CLOCK);
    }

    void setClock(Duration by) {
      off = by;
    }

    void shoot(String id, Instant at) {
      link.meet(Cases.PLAIN);
      Issued issued = store.issue(Cases.fresh(id, at), Cases.PLAIN, Cases::slip);
      store.jobs().sending(issued.job().id(), "p");
      store.jobs().ended(issued.job().id(), JobState.PRINTED, "");
    }

    String take(String id, boolean whole) {
      return whole
          ? store.issue(Cases.fresh(id), Cases.PLAIN, Cases::slip).imageNumber()
          : store.reserve(id, Cases.PLAIN);
    }

    void close() {
      store.close();
    }
  }
}
