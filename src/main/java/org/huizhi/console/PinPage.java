package org.huizhi.console;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Somebody of the staff gives themselves another PIN. What was tapped is wiped at each step. */
final class PinPage implements Part {

  private final Frame frame;
  private final Say say;
  private final Label asked = Say.text("", "title");
  private final Label shown = Say.text("", "headline");
  private final Label answer = Say.text("", "text");
  private final VBox node;
  private final Typed typed = new Typed();
  private Step step = Step.OLD;
  private char[] old = new char[0];
  private char[] fresh = new char[0];

  private enum Step {
    OLD,
    FRESH,
    AGAIN
  }

  PinPage(Frame frame) {
    this.frame = frame;
    this.say = frame.say();
    answer.setId("pin-answer");
    VBox words = new VBox(asked, shown, answer);
    words.getStyleClass().add("question");
    words.setAlignment(Pos.CENTER);
    node = new VBox(words, new PinPad(say, this::type, this::erase, this::enter));
    node.setAlignment(Pos.CENTER);
    node.getStyleClass().add("staff-lock");
    draw();
  }

  private void type(char digit) {
    if (typed.add(digit, Typed.MOST_PIN)) {
      answer.setText("");
      draw();
    }
  }

  private void erase() {
    if (!typed.erase()) {
      restart();
    }
    draw();
  }

  private void restart() {
    typed.wipe();
    Arrays.fill(old, (char) 0);
    Arrays.fill(fresh, (char) 0);
    old = new char[0];
    fresh = new char[0];
    step = Step.OLD;
  }

  private void enter() {
    if (typed.isEmpty()) {
      return;
    }
    char[] entered = typed.take();
    switch (step) {
      case OLD -> {
        old = entered;
        step = Step.FRESH;
      }
      case FRESH -> {
        fresh = entered;
        step = Step.AGAIN;
      }
      case AGAIN -> change(entered);
    }
    draw();
  }

  private void change(char[] again) {
    boolean same = Arrays.equals(fresh, again);
    Arrays.fill(again, (char) 0);
    if (!same) {
      restart();
      answer.setText(say.say(StaffPhrase.FIRST__DIFFER));
      return;
    }
    char[] before = old.clone();
    char[] after = fresh.clone();
    restart();
    frame
        .errands()
        .ask(
            () -> {
              try {
                return frame.desk().changePin(frame.who(), before, after)
                    ? StaffPhrase.TOP__DONE
                    : StaffPhrase.LOCK__WRONG;
              } catch (IllegalArgumentException easy) {
                return StaffPhrase.FIRST__EASY;
              } finally {
                Arrays.fill(before, (char) 0);
                Arrays.fill(after, (char) 0);
              }
            },
            said -> answer.setText(say.say(said)));
  }

  private void draw() {
    asked.setText(
        say.say(
            switch (step) {
              case OLD -> StaffPhrase.PIN__OLD;
              case FRESH -> StaffPhrase.PIN__FRESH;
              case AGAIN -> StaffPhrase.FIRST__AGAIN;
            }));
    shown.setText(typed.dots());
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void close() {
    restart();
  }
}
