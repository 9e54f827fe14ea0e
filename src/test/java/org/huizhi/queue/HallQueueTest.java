package org.huizhi.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.huizhi.storage.Audit;
import org.huizhi.storage.CutLine;
import org.huizhi.storage.Database;
import org.huizhi.storage.HallClock;
import org.huizhi.storage.Kind;
import org.huizhi.storage.StorageTrouble;
import org.huizhi.storage.TestHall;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plays random histories of a hall: 1 to 12 machines take, call, serve, hold, send on and cancel
 * tickets while their lines are cut, answers get lost, clocks jump and programs crash. What must
 * hold is looked at after every step. {@code -Dhuizhi.histories=N} plays more of them.
 */
class HallQueueTest {
  private static final int STEPS = 140;
  private static final List<TicketStep> AT_MACHINE =
      List.of(TicketStep.RECALL, TicketStep.SERVE, TicketStep.DONE, TicketStep.NO_SHOW);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<TicketKind> KINDS =
      List.of(
          new TicketKind("normal", "A", Duration.ZERO, Map.of("zh", "普通")),
          new TicketKind("priority", "P", Duration.ofMinutes(15), Map.of("zh", "优先")));

  @TempDir Path dir;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nothingIsLostOrDoubledWhateverHappens(Kind kind) {
    int histories = Integer.getInteger("huizhi.histories", 4);
    int tickets = 0;
    for (int seed = 1; seed <= histories; seed++) {
      Path place = dir.resolve(kind + "-" + seed);
      assertTrue(place.toFile().mkdir());
      try (TestHall hall = new TestHall(kind, place)) {
        History history = new History(hall, seed);
        history.play();
        tickets += history.given.size();
      }
    }
    // One history alone may be of a hall that is cut off and has used up its numbers.
    assertTrue(tickets > histories * STEPS / 6, "hardly anything happened");
    System.out.printf(
        "histories: %d on %s, %d tickets, none lost, doubled, at two machines or unfairly called%n",
        histories, kind, tickets);
  }

  /** The server's disk is full: what was lent is given, and comes home when there is room again. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHallWithoutRoomIsAsGoodAsAway(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database()) {
      Machine machine = new Machine(hall, "1");
      assertTrue(machine.queue.meet(true, ""));
      Ticket first = machine.queue.take(KINDS.getFirst());
      machine.line.fill(true);
      Ticket lent = machine.queue.take(KINDS.getFirst());
      assertNotEquals(first.number(), lent.number());
      assertFalse(machine.queue.meet(true, ""));
      assertEquals(Optional.of(lent.number()), machine.queue.next().map(Ticket::number));
      assertTrue(machine.queue.confirm(lent.code()));
      machine.line.fill(false);
      assertTrue(machine.queue.meet(true, ""));
      assertFalse(machine.queue.away());
      assertEquals(Optional.of(lent.number()), machine.queue.here().map(Ticket::number));
      assertEquals(List.of(), Audit.breaks(truth));
      machine.own.close();
    }
  }

  /** They are looked for when the program starts and when a day has passed, not each second. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void daysGoneByAreClosedOnceADay(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database()) {
      Machine machine = new Machine(hall, "1");
      oldTicket(truth, "first");
      assertTrue(machine.queue.meet(true, ""));
      oldTicket(truth, "second");
      assertTrue(machine.queue.meet(true, ""));
      assertEquals(TicketState.EXPIRED, state(machine, "first"));
      assertEquals(TicketState.WAITING, state(machine, "second"));
      machine.queue = machine.start(hall);
      assertTrue(machine.queue.meet(true, ""));
      assertEquals(TicketState.EXPIRED, state(machine, "second"));
      machine.own.close();
    }
  }

  private static void oldTicket(Database hall, String id) {
    hall.write(
        "Leaving a ticket over",
        handle ->
            handle.execute(
                "insert into ticket (id, business_day, time_zone, number, kind, code, state, rank,"
                    + " taken_at, taken_by, calls)"
                    + " values (?, '2020-01-01', 'UTC', ?, 'normal', '', 'WAITING', 0, 0, '', 0)",
                id,
                id));
  }

  private static TicketState state(Machine machine, String id) {
    return machine.queue.ask(tickets -> tickets.find(id)).orElseThrow().state();
  }

  /** A ticket whose number the hall has given already stays behind, alone. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTicketThatTheHallRefusesHoldsNothingElseUp(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database()) {
      Machine machine = new Machine(hall, "1");
      assertTrue(machine.queue.meet(true, ""));
      machine.line.cut(true);
      Ticket twice = machine.queue.take(KINDS.getFirst());
      Ticket good = machine.queue.take(KINDS.getFirst());
      truth.write(
          "Putting something in the way",
          handle ->
              handle.execute(
                  "insert into ticket (id, business_day, time_zone, number, kind, code, state,"
                      + " rank, taken_at, taken_by, calls) values ('x', ?, 'UTC', ?, 'normal', '',"
                      + " 'DONE', 0, 0, '', 0)",
                  twice.businessDay().toString(),
                  twice.number()));
      machine.line.cut(false);
      assertTrue(machine.queue.meet(true, ""));
      assertTrue(machine.queue.meet(true, ""));
      assertEquals(Optional.of(good.id()), machine.queue.next().map(Ticket::id));
      int said =
          truth.read(
              "Looking",
              handle ->
                  handle
                      .createQuery("select count(*) from audit where what = 'merge refused'")
                      .mapTo(Integer.class)
                      .one());
      assertEquals(1, said, "once");
      machine.own.close();
    }
  }

  /** Nobody was shown it: called, it would keep a machine from whoever is next. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTicketThatCameTooLateIsVoidWhereverItStands(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir);
        Database truth = hall.database()) {
      Machine machine = new Machine(hall, "1");
      assertTrue(machine.queue.meet(true, ""));
      Ticket late = machine.queue.take(KINDS.getFirst());
      machine.queue.withdraw(late);
      assertEquals(TicketState.CANCELLED, state(machine, late.id()));
      assertEquals(Optional.empty(), machine.queue.next());

      Ticket halls = machine.queue.take(KINDS.getFirst());
      machine.line.cut(true);
      machine.queue.withdraw(halls);
      Ticket lent = machine.queue.take(KINDS.getFirst());
      machine.queue.withdraw(lent);
      assertEquals(Optional.empty(), machine.queue.next());
      machine.line.cut(false);
      assertTrue(machine.queue.meet(true, ""));
      assertEquals(TicketState.CANCELLED, state(machine, halls.id()));
      assertEquals(TicketState.CANCELLED, state(machine, lent.id()));
      assertEquals(Optional.empty(), machine.queue.next());
      assertEquals(List.of(), Audit.breaks(truth));
      machine.own.close();
    }
  }

  private static final class Machine {
    final String name;
    final CutLine line;
    final Database own;
    Duration clockIsOffBy = Duration.ZERO;
    HallQueue queue;

    Machine(TestHall hall, String name) {
      this.name = name;
      this.line = hall.line();
      this.own = hall.own(name);
      this.queue = start(hall);
    }

    HallQueue start(TestHall hall) {
      Clock clock = Clock.offset(Clock.system(ZONE), clockIsOffBy);
      return new HallQueue(hall.over(line), own, name, KINDS, new HallClock(clock));
    }
  }

  private static final class History {
    private final TestHall hall;
    private final Tickets desk;
    private final Database truth;
    private final Random random;
    private final String name;
    private final List<Machine> machines = new ArrayList<>();
    private final List<Ticket> given = new ArrayList<>();
    private final Set<String> printed = new HashSet<>();
    private final List<String> told = new ArrayList<>();

    History(TestHall hall, int seed) {
      this.hall = hall;
      this.random = new Random(seed);
      this.name = "history " + seed;
      this.truth = hall.database();
      Clock clock = Clock.system(ZONE);
      this.desk = new Tickets(truth, "desk", new Audit("desk", clock), clock);
      int many = 1 + random.nextInt(12);
      for (int i = 1; i <= many; i++) {
        machines.add(new Machine(hall, Integer.toString(i)));
      }
    }

    void play() {
      machines.forEach(machine -> machine.queue.meet(true, ""));
      for (int i = 0; i < STEPS; i++) {
        step(machines.get(random.nextInt(machines.size())));
        nobodyIsAtTwoMachines();
      }
      allComeHome();
      nothingIsLost();
    }

    private void step(Machine machine) {
      int dice = random.nextInt(100);
      if (dice < 30) {
        take(machine);
      } else if (dice < 50) {
        next(machine);
      } else if (dice < 74) {
        atMachine(machine, AT_MACHINE.get(random.nextInt(AT_MACHINE.size())));
      } else if (dice < 80) {
        elsewhere();
      } else if (dice < 85) {
        tell(machine, "cut");
        machine.line.cut(true);
      } else if (dice < 88) {
        tell(machine, "loses the next answer");
        machine.line.loseNextAnswer();
      } else if (dice < 94) {
        tell(machine, "reconnects");
        machine.line.cut(false);
        machine.queue.meet(random.nextInt(4) > 0, "");
      } else if (dice < 97) {
        tell(machine, "crashes and starts");
        machine.queue = machine.start(hall);
        machine.queue.meet(true, "");
      } else {
        machine.clockIsOffBy = Duration.ofHours(random.nextInt(96) - 48);
        tell(machine, "has a clock that is off by " + machine.clockIsOffBy);
      }
    }

    private void take(Machine machine) {
      TicketKind kind = KINDS.get(random.nextInt(4) == 0 ? 1 : 0);
      try {
        Ticket ticket = machine.queue.take(kind);
        tell(machine, "takes " + ticket.number() + (machine.queue.away() ? " alone" : ""));
        given.add(ticket);
        assertTrue(
            printed.add(ticket.businessDay() + " " + ticket.number()),
            () -> ticket.number() + " was given twice: " + story());
      } catch (StorageTrouble trouble) {
        assertEquals(StorageTrouble.Kind.AWAY, trouble.kind());
        assertTrue(machine.line.isCut(), () -> trouble + story());
        tell(machine, "has no ticket left");
      }
    }

    private void next(Machine machine) {
      boolean reachable = !machine.queue.away() && !machine.line.isCut();
      boolean free = machine.queue.here().isEmpty() && notHere(machine);
      Optional<Ticket> fair = reachable && free ? fairNext(machine) : Optional.empty();
      Optional<Ticket> called = machine.queue.next();
      tell(machine, "calls " + called.map(Ticket::number).orElse("nobody"));
      if (reachable && free && !machine.queue.away()) {
        assertEquals(fair.map(Ticket::number), called.map(Ticket::number), this::story);
      }
    }

    private boolean notHere(Machine machine) {
      return all().stream()
          .noneMatch(t -> Tickets.isHere(t) && t.machine().equals(Optional.of(machine.name)));
    }

    /** The rule, said once more and otherwise: the smallest rank of those who may come here. */
    private Optional<Ticket> fairNext(Machine machine) {
      Set<String> working = working();
      LocalDate today = LocalDate.now(Clock.system(ZONE));
      return all().stream()
          .filter(ticket -> ticket.state() == TicketState.WAITING)
          .filter(ticket -> ticket.businessDay().equals(today))
          .filter(
              ticket ->
                  ticket
                      .forMachine()
                      .map(to -> to.equals(machine.name) || !working.contains(to))
                      .orElse(true))
          .min(Comparator.comparingLong(Ticket::rank).thenComparing(Ticket::id));
    }

    private Set<String> working() {
      long fresh = Instant.now().minus(Tickets.HEARD).toEpochMilli();
      return truth.read(
          "Looking",
          handle ->
              handle
                  .createQuery(
                      "select name from machine where working = :yes and heard_at > :fresh")
                  .bind("yes", true)
                  .bind("fresh", fresh)
                  .mapTo(String.class)
                  .set());
    }

    private void atMachine(Machine machine, TicketStep step) {
      String number = machine.queue.here().map(Ticket::number).orElse("nobody");
      boolean done =
          step == TicketStep.SERVE
              ? machine.queue.here().map(t -> machine.queue.confirm(t.code())).orElse(false)
              : machine.queue.step(step);
      tell(machine, step + " " + number + (done ? "" : " in vain"));
    }

    /** Staff at the desk, always connected. */
    private void elsewhere() {
      List<Ticket> all = all();
      if (all.isEmpty()) {
        return;
      }
      Ticket ticket = all.get(random.nextInt(all.size()));
      boolean done =
          switch (random.nextInt(5)) {
            case 0 -> desk.step(TicketStep.HOLD, ticket.id(), System.currentTimeMillis());
            case 1 -> desk.step(TicketStep.TAKE_BACK, ticket.id(), System.currentTimeMillis());
            case 2 -> desk.step(TicketStep.COME_LATE, ticket.id(), System.currentTimeMillis());
            case 3 -> desk.transfer(ticket.id(), Optional.of("1"));
            default -> desk.step(TicketStep.CANCEL, ticket.id(), System.currentTimeMillis());
          };
      told.add("the desk does something with " + ticket.number() + (done ? "" : " in vain"));
    }

    private List<Ticket> all() {
      return truth.read(
          "Looking",
          handle ->
              handle.createQuery("select * from ticket").map((r, c) -> Tickets.ticket(r)).list());
    }

    private void nobodyIsAtTwoMachines() {
      Map<String, String> at = new HashMap<>();
      for (Machine machine : machines) {
        machine
            .queue
            .here()
            .ifPresent(
                ticket -> {
                  String other = at.put(ticket.id(), machine.name);
                  assertEquals(null, other, () -> ticket.number() + " is twice: " + story());
                });
      }
    }

    private void allComeHome() {
      for (Machine machine : machines) {
        machine.line.cut(false);
        // An answer that is still to be lost cuts the line once more.
        for (int tries = 0; !machine.queue.meet(true, "") && tries < 3; tries++) {
          machine.line.cut(false);
        }
      }
    }

    private void nothingIsLost() {
      Map<String, Ticket> home = new HashMap<>();
      all().forEach(ticket -> home.put(ticket.id(), ticket));
      for (Ticket ticket : given) {
        Ticket kept =
            Objects.requireNonNull(
                home.get(ticket.id()), () -> ticket.number() + " is lost: " + story());
        assertEquals(ticket.number(), kept.number());
      }
      assertEquals(List.of(), Audit.breaks(truth), name);
      for (Machine machine : machines) {
        assertEquals(List.of(), Audit.breaks(machine.own), name);
        int left =
            machine.own.read(
                "Looking",
                handle ->
                    handle
                        .createQuery(
                            "select (select count(*) from ticket) + (select count(*) from"
                                + " late_step)")
                        .mapTo(Integer.class)
                        .one());
        assertEquals(0, left, () -> "machine " + machine.name + " kept something: " + story());
        machine.own.close();
      }
    }

    private void tell(Machine machine, String what) {
      told.add("machine " + machine.name + " " + what);
    }

    private String story() {
      return name + "\n" + String.join("\n", told);
    }
  }
}
