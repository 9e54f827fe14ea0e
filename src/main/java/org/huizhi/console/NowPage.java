package org.huizhi.console;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.huizhi.queue.TicketState;
import org.huizhi.queue.TicketStep;
import org.huizhi.screen.Sentences;
import org.huizhi.session.StaffEnd;
import org.huizhi.session.State;
import org.huizhi.staff.Person;

/** What happens at this machine now, and what helps. The person's picture is not shown. */
final class NowPage implements Part {
  private final Frame frame;
  private final Say say;
  private final Post post;
  private final Label state = Say.text("", "headline");
  private final Label document = Say.text("", "title");
  private final Label left = Say.text("", "text");
  private final Label advice = Say.text("", "text");
  private final Label ticket = Say.text("", "title");
  private final Button reset;
  private final Button extend;
  private final Button shoot;
  private final Button takeOver;
  private final Button counter;
  private final FlowPane queue;
  private final VBox node;

  NowPage(Frame frame, Post post) {
    this.frame = frame;
    this.say = frame.say();
    this.post = post;
    state.setId("now-state");
    reset =
        say.button(
            "reset",
            StaffPhrase.NOW__RESET,
            "primary",
            () -> end(StaffEnd.RESET, StaffPhrase.NOW__RESET_WHY));
    counter =
        say.button(
            "counter",
            StaffPhrase.NOW__COUNTER,
            "secondary",
            () -> end(StaffEnd.TO_THE_COUNTER, StaffPhrase.NOW__COUNTER_WHY));
    extend =
        say.button(
            "extend",
            StaffPhrase.NOW__EXTEND,
            "secondary",
            () -> frame.errands().ask(() -> did(post::extend), frame::done));
    queue =
        new FlowPane(
            step("recall", StaffPhrase.NOW__RECALL, TicketStep.RECALL),
            step("hold", StaffPhrase.NOW__HOLD, TicketStep.HOLD),
            step("next", StaffPhrase.NOW__NEXT, TicketStep.NO_SHOW));
    queue.getStyleClass().add("staff-buttons");
    shoot =
        say.button(
            "shoot",
            StaffPhrase.NOW__SHOOT,
            "secondary",
            () -> frame.errands().ask(() -> did(post::shoot), this::leave));
    takeOver =
        say.button(
            "take-over",
            StaffPhrase.NOW__TAKE_OVER,
            "secondary",
            () -> frame.errands().ask(() -> did(post::takeOver), this::leave));
    FlowPane deeds = new FlowPane(reset, counter, extend, shoot, takeOver);
    deeds.getStyleClass().add("staff-buttons");
    node = new VBox(Say.card(state, document, left, advice), deeds, Say.card(ticket, queue));
    node.getStyleClass().add("staff-body");
    tick();
  }

  private boolean did(Consumer<Person> deed) {
    deed.accept(frame.who());
    return true;
  }

  /** What comes next happens on the applicant's screen. */
  private void leave(boolean done) {
    frame.done(done);
    frame.leave();
  }

  private Button step(String id, StaffPhrase phrase, TicketStep step) {
    return say.button(
        id,
        phrase,
        "secondary",
        () -> frame.errands().ask(() -> post.call(frame.who(), step), frame::done));
  }

  private void end(StaffEnd how, StaffPhrase title) {
    Map<Why, String> reasons = new EnumMap<>(Why.class);
    for (Why why : Why.values()) {
      reasons.put(why, say.say(StaffKeys.of(why)));
    }
    frame.askWhy(
        title,
        reasons,
        why ->
            frame
                .errands()
                .ask(
                    () -> {
                      post.end(frame.who(), how, why.name());
                      return true;
                    },
                    frame::done));
  }

  @Override
  public void tick() {
    Now now = post.now();
    State here = now.state();
    state.setText(say.say(StaffKeys.of(here)));
    document.setText(
        here instanceof State.Personal personal
            ? personal.visit().document().title(say.language())
            : "");
    Instant deadline = here.setting().deadline();
    left.setText(
        deadline.equals(Instant.MAX)
            ? ""
            : say.say(StaffPhrase.NOW__LEFT, Math.max(0, here.setting().left().toSeconds())));
    advice.setText(
        here instanceof State.OutOfOrder out
            ? say.quote(Sentences.of(out.trouble())) + " · " + out.trouble().code()
            : now.advice()
                .map(one -> say.say(StaffPhrase.NOW__ADVICE, say.quote(Sentences.of(one))))
                .orElse(""));
    for (Label line : List.of(document, left, advice)) {
      line.setManaged(!line.getText().isEmpty());
    }
    boolean somebody = !(here instanceof State.Welcome);
    reset.setDisable(!somebody);
    counter.setDisable(!somebody);
    shoot.setDisable(!(here instanceof State.Framing));
    takeOver.setDisable(!(here instanceof State.Personal));
    extend.setDisable(deadline.equals(Instant.MAX));
    ticket.setText(
        now.ticket()
            .map(one -> say.say(StaffPhrase.NOW__TICKET, one.number()))
            .orElse(say.say(StaffPhrase.NOW__NOBODY)));
    boolean called = now.ticket().filter(one -> one.state() == TicketState.CALLED).isPresent();
    queue.getChildren().forEach(button -> button.setDisable(!called));
    queue.lookup("#hold").setDisable(now.ticket().isEmpty());
    node.getChildren().get(2).setVisible(now.tickets());
  }

  @Override
  public Node node() {
    return node;
  }
}
