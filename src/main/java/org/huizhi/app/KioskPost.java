package org.huizhi.app;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.huizhi.check.HallLight;
import org.huizhi.console.Now;
import org.huizhi.console.Post;
import org.huizhi.console.TestPicture;
import org.huizhi.queue.TicketStep;
import org.huizhi.record.LightCheck;
import org.huizhi.record.PrintJob;
import org.huizhi.screen.Guide;
import org.huizhi.session.Event;
import org.huizhi.session.StaffEnd;
import org.huizhi.session.State;
import org.huizhi.staff.Health;
import org.huizhi.staff.Person;

/** The machine at which staff stand: every deed is done, then noted with who did it. */
final class KioskPost implements Post {
  private static final int LIGHT_CHECKS = 60;

  private final Engine engine;
  private final Hands hands;
  private final Supplier<Guide> guide;
  private final boolean tickets;
  private final HealthWatch health;
  private final BooleanSupplier sound;
  private final Light light;

  /**
   * @param light measures the newest picture
   * @param sound says a sentence, and whether there is a voice
   */
  KioskPost(
      Engine engine,
      Hands hands,
      Supplier<Guide> guide,
      boolean tickets,
      HealthWatch health,
      BooleanSupplier sound,
      Light light) {
    this.light = light;
    this.engine = engine;
    this.hands = hands;
    this.guide = guide;
    this.tickets = tickets;
    this.health = health;
    this.sound = sound;
  }

  @Override
  public Now now() {
    State state = engine.state();
    return new Now(
        state,
        state instanceof State.Framing ? guide.get().advice() : Optional.empty(),
        hands.ifOpen().flatMap(tools -> tools.hall().queue().here()),
        tickets);
  }

  private void noted(Person who, String what, String subject, String why) {
    hands.open().hall().staff().did(who, what, subject, why);
  }

  private String visit() {
    return "visit " + engine.state().setting().number();
  }

  @Override
  public void end(Person who, StaffEnd how, String why) {
    State state = engine.state();
    engine.tell(new Event.EndedByStaff(state.setting().number(), how));
    noted(
        who,
        switch (how) {
          case RESET -> "visit reset";
          case TO_THE_COUNTER -> "visit sent to the counter";
        },
        "visit " + state.setting().number(),
        why + " in " + state.getClass().getSimpleName());
  }

  @Override
  public void extend(Person who) {
    String visit = visit();
    engine.tell(new Event.Touched(engine.state().setting().number()));
    noted(who, "visit extended", visit, "");
  }

  /** How the light falls, what the camera sees, and whose machine it is. */
  record Light(
      String machine,
      Supplier<Optional<HallLight>> measure,
      Supplier<Optional<TestPicture>> picture,
      Clock clock) {}

  @Override
  public Optional<TestPicture> testShot(Person who, String why) {
    if (!(engine.state() instanceof State.Welcome)) {
      return Optional.empty();
    }
    noted(who, "test shot", "", why);
    Optional<TestPicture> taken = light.picture().get();
    boolean stillNobody = engine.state() instanceof State.Welcome;
    taken.filter(_ -> !stillNobody).ifPresent(one -> Arrays.fill(one.jpeg(), (byte) 0));
    return taken.filter(_ -> stillNobody);
  }

  @Override
  public boolean checkLight(Person who) {
    if (!(engine.state() instanceof State.Welcome)) {
      return false;
    }
    Optional<LightCheck> check = light.measure().get().map(seen -> check(seen));
    check.ifPresent(
        one -> {
          LightCheck.keep(hands.open().store().database(), light.machine(), one);
          noted(who, "light checked", "", "");
        });
    return check.isPresent();
  }

  private LightCheck check(HallLight seen) {
    return new LightCheck(
        light.clock().instant(),
        thousandths(seen.leftRight()),
        thousandths(seen.topBottom()),
        thousandths(seen.red()),
        thousandths(seen.blue()),
        thousandths(seen.brightness()));
  }

  private static int thousandths(double share) {
    return (int) Math.round(share * 1000);
  }

  @Override
  public List<LightCheck> lightChecks() {
    return LightCheck.last(hands.open().store().database(), light.machine(), LIGHT_CHECKS);
  }

  @Override
  public void shoot(Person who) {
    String visit = visit();
    engine.tell(new Event.ShotByStaff(engine.state().setting().number()));
    noted(who, "shot by staff", visit, "");
  }

  @Override
  public void takeOver(Person who) {
    String visit = visit();
    engine.tell(new Event.Touched(engine.state().setting().number()));
    noted(who, "visit taken over", visit, "");
  }

  @Override
  public boolean call(Person who, TicketStep step) {
    var queue = hands.open().hall().queue();
    String ticket = queue.here().map(here -> "ticket " + here.number()).orElse("");
    boolean taken = queue.step(step);
    if (taken) {
      noted(who, "ticket step " + step.name(), ticket, "");
    }
    return taken;
  }

  @Override
  public Health health() {
    return health.look(hands.open());
  }

  @Override
  public boolean resume(Person who, String printer) {
    boolean goesOn = hands.printing(room -> room.resume(printer));
    noted(who, "printer resumed", printer, goesOn ? "it goes on" : "it does not go on");
    return goesOn;
  }

  @Override
  public void filled(Person who, String printer) {
    hands.open().printing().filled(printer);
    noted(who, "paper filled", printer, "");
  }

  @Override
  public boolean testPrint(Person who, String printer) {
    boolean printed = hands.printing(room -> room.testPrint(printer));
    noted(who, "test print", printer, printed ? "it is out" : "it is not out");
    return printed;
  }

  @Override
  public boolean testSound(Person who) {
    return sound.getAsBoolean();
  }

  @Override
  public void askCentre(Person who) {
    hands.open().store().outbox().hurry();
    noted(who, "centre asked at once", "", "");
  }

  @Override
  public List<PrintJob> tasks() {
    return TasksCommand.of(hands.open().store());
  }

  @Override
  public void settle(Person who, PrintJob task, boolean cameOut) {
    TasksCommand.settle(hands.open().store(), task, cameOut);
    noted(who, cameOut ? "slip came out" : "slip did not come out", task.imageNumber(), "");
  }
}
