package org.huizhi.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.huizhi.staff.Entry;
import org.huizhi.staff.Person;

/**
 * The way in: the staff number, then the PIN, on a pad of digits. Where nobody is there yet, the
 * first person chooses both. What was typed is overwritten as soon as it was asked.
 */
final class LockPage implements Part {
  private static final int MOST_NUMBER = 8;

  private enum Step {
    NUMBER,
    PIN,
    AGAIN
  }

  private final Say say;
  private final Desk desk;
  private final Errands errands;
  private final InstantSource clock;
  private final Consumer<Person> in;
  private final Label title = Say.text("", "headline");
  private final Label asked = Say.text("", "title");
  private final Label shown = Say.text("", "staff-typed");
  private final Label answer = Say.text("", "text");
  private final VBox node = new VBox();
  private final Typed typed = new Typed();
  private char[] first = new char[0];
  private String number = "";
  private Step step = Step.NUMBER;
  private boolean nobodyYet;
  private boolean asking;
  private boolean closed;
  private Optional<Instant> next = Optional.empty();

  /**
   * @param leave closes the staff's pages
   * @param in takes who was let in
   */
  LockPage(
      Say say,
      Desk desk,
      Errands errands,
      InstantSource clock,
      Optional<Runnable> leave,
      Consumer<Person> in) {
    this.say = say;
    this.desk = desk;
    this.errands = errands;
    this.clock = clock;
    this.in = in;
    shown.setId("typed");
    answer.setId("answer");
    VBox words = new VBox(title, asked, shown, answer);
    words.getStyleClass().add("question");
    words.setAlignment(Pos.CENTER);
    node.getChildren().addAll(words, new PinPad(say, this::type, this::erase, this::enter));
    leave.ifPresent(
        close ->
            node.getChildren()
                .add(say.button("staff-leave", StaffPhrase.LOCK__LEAVE, "secondary", close)));
    node.setAlignment(Pos.CENTER);
    node.getStyleClass().add("staff-lock");
    draw();
    errands.ask(
        desk::nobodyYet,
        nobody -> {
          nobodyYet = nobody;
          draw();
        },
        this::unanswered);
  }

  private void type(char digit) {
    if (!asking && typed.add(digit, step == Step.NUMBER ? MOST_NUMBER : Typed.MOST_PIN)) {
      answer.setText("");
      draw();
    }
  }

  private void erase() {
    if (asking) {
      return;
    }
    if (!typed.erase()) {
      restart();
    }
    draw();
  }

  private void restart() {
    typed.wipe();
    Arrays.fill(first, (char) 0);
    first = new char[0];
    number = "";
    step = Step.NUMBER;
  }

  private void enter() {
    if (asking || typed.isEmpty()) {
      return;
    }
    char[] entered = typed.take();
    switch (step) {
      case NUMBER -> {
        number = new String(entered);
        step = Step.PIN;
      }
      case PIN -> {
        if (nobodyYet) {
          first = entered;
          step = Step.AGAIN;
        } else {
          askIn(entered);
        }
      }
      case AGAIN -> addFirst(entered);
    }
    draw();
  }

  private void askIn(char[] pin) {
    asking = true;
    String who = number;
    errands.ask(
        () -> {
          try {
            return desk.enter(who, pin);
          } finally {
            Arrays.fill(pin, (char) 0);
          }
        },
        this::answered,
        this::unanswered);
  }

  /** The pages' foot is not here: what failed is said on this face, and the digits live again. */
  private void unanswered() {
    asking = false;
    restart();
    draw();
    answer.setText(say.say(StaffPhrase.TOP__FAILED));
  }

  private void answered(Entry entry) {
    if (closed) {
      if (entry instanceof Entry.In let) {
        leftMeanwhile(let.person());
      }
      return;
    }
    asking = false;
    restart();
    switch (entry) {
      case Entry.In let -> in.accept(let.person());
      case Entry.Wrong _ -> answer.setText(say.say(StaffPhrase.LOCK__WRONG));
      case Entry.Locked _ -> answer.setText(say.say(StaffPhrase.LOCK__LOCKED));
      case Entry.TooSoon soon -> next = Optional.of(soon.next());
    }
    draw();
  }

  /** Whoever stands here now is not known to be who asked: nothing opens. */
  private void leftMeanwhile(Person person) {
    errands.ask(
        () -> {
          desk.left(person);
          return true;
        },
        _ -> {});
  }

  private void addFirst(char[] again) {
    boolean same = Arrays.equals(first, again);
    Arrays.fill(again, (char) 0);
    if (!same) {
      restart();
      answer.setText(say.say(StaffPhrase.FIRST__DIFFER));
      return;
    }
    asking = true;
    char[] pin = first.clone();
    String who = number;
    errands.ask(
        () -> {
          try {
            return Optional.of(desk.addFirst(who, pin));
          } catch (IllegalArgumentException easy) {
            return Optional.<Person>empty();
          } finally {
            Arrays.fill(pin, (char) 0);
          }
        },
        this::added,
        this::unanswered);
  }

  private void added(Optional<Person> person) {
    if (closed) {
      person.ifPresent(this::leftMeanwhile);
      return;
    }
    asking = false;
    restart();
    person.ifPresentOrElse(in, () -> answer.setText(say.say(StaffPhrase.FIRST__EASY)));
    draw();
  }

  private void draw() {
    title.setText(say.say(nobodyYet ? StaffPhrase.FIRST__TITLE : StaffPhrase.LOCK__TITLE));
    asked.setText(
        say.say(
            switch (step) {
              case NUMBER -> nobodyYet ? StaffPhrase.FIRST__NUMBER : StaffPhrase.LOCK__NUMBER;
              case PIN -> nobodyYet ? StaffPhrase.FIRST__PIN : StaffPhrase.LOCK__PIN;
              case AGAIN -> StaffPhrase.FIRST__AGAIN;
            }));
    shown.setText(step == Step.NUMBER ? typed.shown() : typed.dots());
    if (asking) {
      answer.setText(say.say(StaffPhrase.LOCK__BUSY));
    } else if (answer.getText().equals(say.say(StaffPhrase.LOCK__BUSY))) {
      answer.setText("");
    }
    tick();
  }

  @Override
  public void tick() {
    next.map(at -> Duration.between(clock.instant(), at))
        .ifPresent(
            left -> {
              boolean over = !left.isPositive();
              answer.setText(over ? "" : say.say(StaffPhrase.LOCK__TOO_SOON, left.toSeconds() + 1));
              if (over) {
                next = Optional.empty();
              }
            });
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void close() {
    closed = true;
    restart();
  }
}
