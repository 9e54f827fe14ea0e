package org.huizhi.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huizhi.PassedTime;
import org.huizhi.record.Vault;
import org.huizhi.storage.Audit;
import org.huizhi.storage.CutLine;
import org.huizhi.storage.Database;
import org.huizhi.storage.Kind;
import org.huizhi.storage.StorageTrouble;
import org.huizhi.storage.TestHall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets in and who does not, on both databases and with a passed clock. */
class StaffTest {
  private static final String PIN = "739164";

  @TempDir private Path dir = Path.of("");
  private final PassedTime time = new PassedTime(Instant.parse("2026-03-02T09:00:00Z"));
  private final Clock clock = time.withZone(ZoneOffset.UTC);

  private Staff staff(Database hall, String machine) {
    return new Staff(hall, hall, machine, Vault.open(dir), clock);
  }

  @ParameterizedTest
  @EnumSource
  void theFirstIsForcedAndThenOnlyTheStaffGetIn(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Staff staff = staff(hall.database(), "1");
      assertTrue(staff.isEmpty());
      assertInstanceOf(Entry.Wrong.class, staff.enter("1001", PIN.toCharArray()));
      time.pass(Duration.ofMinutes(1));
      staff.addFirst("1001", PIN.toCharArray());
      assertThrows(
          StorageTrouble.class, () -> staff.addFirst("1002", PIN.toCharArray()), "only once");
      staff.add("1002", "李", StaffRole.CLERK, "506172".toCharArray(), "1001");
      Entry.In in = assertInstanceOf(Entry.In.class, staff.enter("1001", PIN.toCharArray()));
      assertEquals(StaffRole.SUPERVISOR, in.person().role());
      assertInstanceOf(Entry.Wrong.class, staff.enter("1002", PIN.toCharArray()));
      time.pass(Duration.ofMinutes(1));
      staff.lock("1002", "1001");
      assertInstanceOf(Entry.Locked.class, staff.enter("1002", "506172".toCharArray()));
      staff.unlock("1002", "1001");
      staff.changePin("1002", "915038".toCharArray(), "1001");
      assertInstanceOf(Entry.In.class, staff.enter("1002", "915038".toCharArray()));
      staff.did(in.person(), "visit reset", "1", "asked to");
      List<Audit.Line> book = Audit.search(hall.database(), "", 100);
      assertEquals("visit reset", book.getFirst().what());
      assertEquals("by 1001: asked to", book.getFirst().detail());
      assertEquals(List.of(), Audit.breaks(hall.database()));
    }
  }

  @Test
  void whatIsEasyToGuessIsNoPin() {
    for (String easy : List.of("12345", "123456", "987654", "000000", "121212", "12345a")) {
      assertThrows(IllegalArgumentException.class, () -> Pin.check(easy.toCharArray()), easy);
    }
    Pin.check("195023".toCharArray());
  }

  /** Whoever tries without rest for a day has ten tries in any hour, whomever they try. */
  @ParameterizedTest
  @EnumSource
  void aMachineThatGuessesHasTenTriesAnHour(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Staff staff = staff(hall.database(), "1");
      staff.addFirst("1001", PIN.toCharArray());
      List<Instant> looked = new ArrayList<>();
      Instant end = clock.instant().plus(Duration.ofHours(5));
      int guess = 0;
      while (clock.instant().isBefore(end)) {
        String number = guess % 3 == 0 ? "1001" : Integer.toString(2000 + guess);
        switch (staff.enter(number, Integer.toString(100_000 + guess++).toCharArray())) {
          case Entry.Wrong _ -> looked.add(clock.instant());
          case Entry.TooSoon soon ->
              time.pass(
                  Duration.between(clock.instant(), soon.next()).compareTo(Duration.ofMinutes(1))
                          > 0
                      ? Duration.ofSeconds(30)
                      : Duration.between(clock.instant(), soon.next()));
          case Entry.In _, Entry.Locked _ -> throw new AssertionError("guessed");
        }
      }
      for (Instant from : looked) {
        long inHour =
            looked.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(Tries.WINDOW)))
                .count();
        assertTrue(inHour <= Tries.MOST, "in the hour from " + from + " " + inHour);
      }
      assertTrue(looked.size() > Tries.MOST, "the hour ends some time");
      time.pass(Duration.ofHours(1));
      assertInstanceOf(Entry.In.class, staff.enter("1001", PIN.toCharArray()));
    }
  }

  /** A person's tries count at all machines together, and many at once are no way around. */
  @ParameterizedTest
  @EnumSource
  void manyMachinesAtOnceHaveTenTriesTogether(Kind kind) throws Exception {
    try (TestHall hall = new TestHall(kind, dir)) {
      staff(hall.database(), "1").addFirst("1001", PIN.toCharArray());
      int looked = 0;
      for (int round = 0; round < 20; round++) {
        try (ExecutorService machines = Executors.newFixedThreadPool(6)) {
          List<Callable<Entry>> all = new ArrayList<>();
          for (int i = 0; i < 6; i++) {
            Staff machine = staff(hall.database(), Integer.toString(i));
            all.add(() -> machine.enter("1001", "482957".toCharArray()));
          }
          for (Future<Entry> answer : machines.invokeAll(all)) {
            looked += answer.get() instanceof Entry.Wrong ? 1 : 0;
          }
        }
        time.pass(Duration.ofMinutes(3));
      }
      assertTrue(looked <= Tries.MOST, "tries " + looked);
      assertTrue(looked > 1, "some are looked at");
    }
  }

  /** Somebody's wrong PIN takes as long as nobody's: told by medians of processor time. */
  @Test
  void nobodyIsToldWhoIsThere() {
    try (TestHall hall = new TestHall(Kind.SQLITE, dir)) {
      Staff staff = staff(hall.database(), "1");
      staff.addFirst("1001", PIN.toCharArray());
      List<Entry> answers = new ArrayList<>();
      long[] known = new long[9];
      long[] unknown = new long[9];
      for (int i = 0; i < known.length; i++) {
        known[i] = time(() -> answers.add(staff.enter("1001", "482957".toCharArray())));
        unknown[i] = time(() -> answers.add(staff.enter("1009", "482957".toCharArray())));
      }
      assertTrue(answers.stream().allMatch(Entry.Wrong.class::isInstance), answers.toString());
      Arrays.sort(known);
      Arrays.sort(unknown);
      double ratio = (double) known[4] / unknown[4];
      System.out.printf(
          "staff: a wrong PIN of somebody %.1f ms, of nobody %.1f ms%n",
          known[4] / 1e6, unknown[4] / 1e6);
      assertTrue(ratio > 0.5 && ratio < 2, "known to unknown " + ratio);
    }
  }

  private long time(Runnable entering) {
    time.pass(Duration.ofHours(2));
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    long from = threads.getCurrentThreadCpuTime();
    entering.run();
    return threads.getCurrentThreadCpuTime() - from;
  }

  /** A stolen database without the key file holds nothing to guess a PIN from. */
  @Test
  void theHashIsSealed() {
    try (TestHall hall = new TestHall(Kind.SQLITE, dir)) {
      Database database = hall.database();
      staff(database, "1").addFirst("1001", PIN.toCharArray());
      byte[] sealed =
          database.read(
              "Looking",
              handle ->
                  handle
                      .createQuery("select pin_sealed from staff_person")
                      .mapTo(byte[].class)
                      .one());
      byte[] hash = Vault.open(dir).unseal(sealed, "1001", "pin");
      assertTrue(Pin.fits(PIN.toCharArray(), hash));
      assertFalse(Arrays.equals(Pin.hash(PIN.toCharArray()), hash), "the salt differs");
    }
  }

  /** The server's disk is full: staff get in, and whoever meets the hall next does not wait. */
  @ParameterizedTest
  @EnumSource
  void aHallWithoutRoomIsAsGoodAsAway(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      staff(hall.database(), "2").addFirst("1001", PIN.toCharArray());
      CutLine line = hall.line();
      Database own = hall.own("1");
      Staff machine = new Staff(hall.over(line), own, "1", Vault.open(dir), clock);
      machine.meet();
      line.fill(true);
      Entry.In in = assertInstanceOf(Entry.In.class, machine.enter("1001", PIN.toCharArray()));
      machine.did(in.person(), "visit reset", "1", "");
      machine.meet();
      line.fill(false);
      machine.meet();
      assertTrue(
          Audit.search(hall.database(), "1001", 10).stream()
              .anyMatch(each -> each.what().equals("visit reset")));
      own.close();
    }
  }

  /** A machine that is cut off lets in whom it knew, and what they did comes home. */
  @ParameterizedTest
  @EnumSource
  void aMachineThatIsCutOffKnowsItsStaff(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      staff(hall.database(), "2").addFirst("1001", PIN.toCharArray());
      CutLine line = hall.line();
      Database own = hall.own("1");
      Staff machine = new Staff(hall.over(line), own, "1", Vault.open(dir), clock);
      machine.meet();
      line.cut(true);
      Entry.In in = assertInstanceOf(Entry.In.class, machine.enter("1001", PIN.toCharArray()));
      machine.did(in.person(), "visit reset", "1", "");
      line.cut(false);
      machine.meet();
      assertTrue(
          Audit.search(hall.database(), "1001", 10).stream()
              .anyMatch(each -> each.what().equals("visit reset")));
      assertEquals(List.of(), Audit.breaks(hall.database()));
      own.close();
    }
  }
}
