package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huizhi.printer.FolderPrinter;
import org.huizhi.queue.HallQueue;
import org.huizhi.queue.QueueRules;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.TicketState;
import org.huizhi.queue.TicketStep;
import org.huizhi.receipt.Paper;
import org.huizhi.receipt.SlipFonts;
import org.huizhi.screen.WordsFiles;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.State;
import org.huizhi.storage.Database;
import org.huizhi.storage.HallClock;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A kiosk of a hall with tickets, with a real queue and a real session. */
class CallDeskTest {
  private static final TicketKind ANY =
      new TicketKind("normal", "A", Duration.ZERO, Map.of("zh", "普通"));
  private static final TicketKind PASSPORTS =
      new TicketKind("passports", "B", Duration.ZERO, Map.of("zh", "护照"), Optional.of("passport"));
  private static final QueueRules RULES =
      new QueueRules(
          true,
          true,
          Map.of(),
          3,
          Duration.ofSeconds(25),
          Duration.ofSeconds(6),
          Map.of(),
          Optional.empty(),
          List.of(ANY, PASSPORTS));

  @TempDir Path dir;

  @Test
  void whoHasNoTicketTakesOneAndIsCalledInTurn() throws Exception {
    Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    try (Database database = Database.open(dir.resolve("hall.db"));
        Engine engine = new Engine(Samples.session(), clock, false);
        CallDesk desk = new CallDesk(engine, RULES)) {
      HallQueue queue = new HallQueue(database, database, "1", RULES.kinds(), new HallClock(clock));
      engine.start(
          effect -> {
            switch (effect) {
              case Effect.ConfirmTicket confirm -> desk.confirm(queue, confirm);
              case Effect.TakeTicket take ->
                  desk.give(queue, take, Optional.empty(), Runnable::run);
              default -> {}
            }
          });
      desk.call(queue, true);
      tell(engine, new Event.Started(number(engine)));
      await(engine, State.Consent.class); // nobody waits: served at once
      tell(engine, new Event.Left(number(engine)));
      await(engine, State.Welcome.class);

      queue.take(ANY);
      desk.call(queue, true);
      assertEquals("A001", await(engine, State.Expecting.class).ticket());
      tell(engine, new Event.TicketWanted(number(engine)));
      tell(engine, new Event.TicketKindChosen(number(engine), "passports"));
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> given(engine).isPresent());
      Ticket taken = given(engine).orElseThrow();
      assertEquals("B001", taken.number());
      assertEquals(Optional.of(taken), queue.ask(tickets -> tickets.find(taken.id())));
      desk.call(queue, true); // who was called is still called
      tell(engine, new Event.Left(number(engine)));
      assertEquals("A001", await(engine, State.Expecting.class).ticket());

      enter(engine, "001");
      assertEquals(Optional.empty(), await(engine, State.Consent.class).document());
      tell(engine, new Event.Left(number(engine)));
      await(engine, State.Welcome.class);
      desk.call(queue, true); // the first is done
      desk.call(queue, true);
      assertEquals("B001", await(engine, State.Expecting.class).ticket());
      enter(engine, taken.code());
      assertEquals(Optional.of("passport"), await(engine, State.Consent.class).document());
      tell(engine, new Event.Agreed(number(engine), "zh-3"));
      assertEquals(Samples.PASSPORT, await(engine, State.Identifying.class).visit().document());
      assertTrue(queue.here().filter(ticket -> ticket.state() == TicketState.SERVING).isPresent());
    }
  }

  /** A machine whose clock is ahead gives whoever is called their whole time. */
  @Test
  void howLongACallIsPatientTheHallsClockSays() throws Exception {
    Clock ahead = Clock.fixed(Samples.NOON.plusSeconds(600), ZoneOffset.UTC);
    HallClock hall = new HallClock(ahead);
    try (Database database = Database.open(dir.resolve("hall.db"));
        Engine engine = new Engine(Samples.session(), ahead, false);
        CallDesk desk = new CallDesk(engine, RULES)) {
      HallQueue queue = new HallQueue(database, database, "1", RULES.kinds(), hall);
      engine.start(_ -> {});
      hall.set(Samples.NOON);
      queue.take(ANY);
      desk.call(queue, true);
      await(engine, State.Expecting.class);
      hall.set(Samples.NOON);
      desk.call(queue, true);
      assertEquals(Optional.of(1), queue.here().map(Ticket::calls));

      hall.set(Samples.NOON.plus(RULES.callPatience()).plusSeconds(1));
      desk.call(queue, true);
      assertEquals(Optional.of(2), queue.here().map(Ticket::calls));
      hall.set(Samples.NOON.plus(RULES.callPatience().multipliedBy(2)));
      desk.call(queue, true);
      assertEquals(Optional.of(2), queue.here().map(Ticket::calls), "patient once more");
    }
  }

  /**
   * The page that asked may have been left alone meanwhile; nothing else would ever end the call.
   */
  @Test
  void whoIsConfirmedTooLateForThePageThatAskedIsServed() throws Exception {
    Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    try (Database database = Database.open(dir.resolve("hall.db"));
        Engine engine = new Engine(Samples.session(), clock, false);
        CallDesk desk = new CallDesk(engine, RULES)) {
      HallQueue queue = new HallQueue(database, database, "1", RULES.kinds(), new HallClock(clock));
      engine.start(_ -> {});
      queue.take(PASSPORTS);
      desk.call(queue, true);
      await(engine, State.Expecting.class);
      assertTrue(queue.confirm("001"));
      desk.call(queue, true);
      assertEquals(Optional.of("passport"), await(engine, State.Consent.class).document());
      assertEquals(Optional.of(TicketState.SERVING), queue.here().map(Ticket::state));
    }
  }

  /** Whatever fails between machine and hall, who waits is called. */
  @Test
  void whatFailsInARoundKeepsNothingElseFromBeingDone() throws Exception {
    Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    try (Database database = Database.open(dir.resolve("hall.db"));
        Engine engine = new Engine(Samples.session(), clock, false);
        CallDesk desk = new CallDesk(engine, RULES)) {
      HallQueue queue = new HallQueue(database, database, "1", RULES.kinds(), new HallClock(clock));
      engine.start(_ -> {});
      queue.take(ANY);
      List<String> beats = new ArrayList<>();
      desk.round(_ -> overflow(), () -> beats.add("beat"), queue);
      assertEquals(List.of("beat"), beats);
      assertEquals("A001", await(engine, State.Expecting.class).ticket());
      assertEquals(Optional.of(TicketState.CALLED), queue.here().map(Ticket::state));

      queue.step(TicketStep.DONE);
      tell(engine, new Event.Called(Optional.empty()));
      await(engine, State.Welcome.class);
      queue.take(ANY);
      for (int rounds = 0; rounds < 5; rounds++) {
        desk.round(_ -> beats.add("met"), CallDeskTest::refuse, queue);
      }
      assertEquals(5, Collections.frequency(beats, "met"));
      assertEquals(Optional.of("A002"), queue.here().map(Ticket::number));
    }
  }

  /** Staff see it at this machine until it goes well again; once may be chance. */
  @Test
  void whatFailsAgainAndAgainIsKnown() {
    Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    try (Database database = Database.open(dir.resolve("hall.db"));
        Engine engine = new Engine(Samples.session(), clock, false);
        CallDesk desk = new CallDesk(engine, RULES)) {
      HallQueue queue = new HallQueue(database, database, "1", RULES.kinds(), new HallClock(clock));
      desk.round(_ -> overflow(), () -> {}, queue);
      desk.round(_ -> overflow(), () -> {}, queue);
      assertFalse(desk.isFailing());
      desk.round(_ -> overflow(), () -> {}, queue);
      assertTrue(desk.isFailing());
      desk.round(_ -> {}, () -> {}, queue);
      assertFalse(desk.isFailing());
    }
  }

  /** Its person was told that there is none: printed or called, it would be nobody's. */
  @Test
  void aTicketThatComesTooLateIsVoidAndNotPrinted() throws Exception {
    Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    Path paper = dir.resolve("paper");
    TicketPrinter printer =
        new TicketPrinter(
            new FolderPrinter("roll", paper),
            Paper.ROLL_80,
            SlipFonts.load(List.of()),
            WordsFiles.read(),
            RULES,
            clock);
    BlockingQueue<Effect.TakeTicket> wanted = new LinkedBlockingQueue<>();
    try (Database database = Database.open(dir.resolve("hall.db"));
        Engine engine = new Engine(Samples.session(), clock, false);
        CallDesk desk = new CallDesk(engine, RULES)) {
      HallQueue queue = new HallQueue(database, database, "1", RULES.kinds(), new HallClock(clock));
      engine.start(
          effect -> {
            if (effect instanceof Effect.TakeTicket take) {
              wanted.add(take);
            }
          });
      queue.take(ANY);
      desk.call(queue, true);
      await(engine, State.Expecting.class);
      want(engine);
      Effect.TakeTicket late = wanted.take();
      tell(engine, new Event.Tick(Samples.NOON.plusSeconds(600)));
      await(engine, State.Ticketing.Stage.None.class, CallDeskTest::stage);
      desk.give(queue, late, Optional.of(printer), Runnable::run);
      WaitForAsyncUtils.waitFor(
          60,
          TimeUnit.SECONDS,
          () -> state(queue, "A002").equals(Optional.of(TicketState.CANCELLED)));
      tell(engine, new Event.Left(number(engine)));
      await(engine, State.Expecting.class);
      want(engine);
      desk.give(queue, wanted.take(), Optional.of(printer), Runnable::run);
      await(engine, State.Ticketing.Stage.Given.class, CallDeskTest::stage);
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> printed(paper) > 0);
      assertEquals(1, printed(paper));
      assertEquals(Optional.of(TicketState.WAITING), state(queue, "A003"));
    }
  }

  /** Nothing else would ever end the call. */
  @Test
  void whoseTicketIsVoidIsNotExpectedAnyLonger() throws Exception {
    Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    try (Database database = Database.open(dir.resolve("hall.db"));
        Engine engine = new Engine(Samples.session(), clock, false);
        CallDesk desk = new CallDesk(engine, RULES)) {
      HallQueue queue = new HallQueue(database, database, "1", RULES.kinds(), new HallClock(clock));
      engine.start(_ -> {});
      Ticket late = queue.take(ANY);
      desk.call(queue, true);
      await(engine, State.Expecting.class);
      queue.withdraw(late);
      desk.call(queue, true);
      await(engine, State.Welcome.class);
      queue.take(ANY);
      desk.call(queue, true);
      assertEquals("A002", await(engine, State.Expecting.class).ticket());
    }
  }

  private static void want(Engine engine) {
    tell(engine, new Event.TicketWanted(number(engine)));
    tell(engine, new Event.TicketKindChosen(number(engine), "normal"));
  }

  private static Object stage(State state) {
    return state instanceof State.Ticketing taking ? taking.stage() : state;
  }

  private static void await(Engine engine, Class<?> wanted, Function<State, Object> part)
      throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> wanted.isInstance(part.apply(engine.state())));
  }

  private static Optional<TicketState> state(HallQueue queue, String number) {
    return queue.ask(tickets -> tickets.byNumber(number)).map(Ticket::state);
  }

  private static long printed(Path paper) throws IOException {
    if (!Files.exists(paper)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(paper)) {
      return files.filter(file -> file.toString().endsWith(".pdf")).count();
    }
  }

  private static void overflow() {
    throw new StackOverflowError("once");
  }

  private static void refuse() {
    throw new StorageTrouble(StorageTrouble.Kind.REFUSED, "no");
  }

  private static void enter(Engine engine, String digits) {
    digits
        .codePoints()
        .forEach(digit -> tell(engine, new Event.Typed(number(engine), Character.toString(digit))));
    tell(engine, new Event.Entered(number(engine)));
  }

  private static Optional<Ticket> given(Engine engine) {
    return engine.state() instanceof State.Ticketing taking
            && taking.stage() instanceof State.Ticketing.Stage.Given given
        ? Optional.of(given.ticket())
        : Optional.empty();
  }

  private static void tell(Engine engine, Event event) {
    engine.tell(event);
  }

  private static long number(Engine engine) {
    return engine.state().setting().number();
  }

  private static <S extends State> S await(Engine engine, Class<S> wanted) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> wanted.isInstance(engine.state()));
    return assertInstanceOf(wanted, engine.state());
  }
}
