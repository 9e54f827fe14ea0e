package org.huizhi.console;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.record.KeptCase;
import org.huizhi.screen.NamePad;

/** The right name of a case, typed on the keys that applicants have, or on a keyboard. */
final class NameCorrection implements NamePad.Writer {
  private static final double BUTTONS_PX = 640;

  private final Frame frame;
  private final String old;
  private final TextField name;
  private final NamePad pad;
  private final Button correct;
  private final VBox node;

  /**
   * @param corrected takes the new name
   * @param back leaves everything as it is
   */
  NameCorrection(
      Frame frame, boolean wide, KeptCase kept, Consumer<String> corrected, Runnable back) {
    this.frame = frame;
    Say say = frame.say();
    old = kept.personal().name().orElse("");
    name = new TextField(old);
    name.setId("name");
    name.setPromptText(say.say(StaffPhrase.CASES__NAME));
    name.getStyleClass().add("staff-field");
    correct =
        say.button(
            "correct",
            StaffPhrase.CASES__CORRECT,
            "primary",
            () -> corrected.accept(name.getText().strip()));
    name.setFocusTraversable(false);
    pad = NamePad.of(say.applicant(), say.quoted(), wide, frame.desk()::canPrint, this);
    name.textProperty().addListener(_ -> changed());
    FlowPane buttons =
        new FlowPane(
            correct, say.button("correct-back", StaffPhrase.TOP__CANCEL, "secondary", back));
    buttons.getStyleClass().add("staff-buttons");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    node = new VBox(Say.text(say.say(StaffPhrase.CASES__CORRECT_HOW, kept.imageNumber()), "title"));
    if (wide) {
      HBox.setHgrow(name, Priority.ALWAYS);
      buttons.setPrefWrapLength(BUTTONS_PX);
      HBox.setHgrow(pad.candidates(), Priority.ALWAYS);
      HBox beside = new HBox(pad.candidates(), pad.keys());
      beside.getStyleClass().add("beside");
      node.getChildren().addAll(Say.row(name, buttons), beside);
    } else {
      node.getChildren().addAll(name, pad.candidates(), space, pad.keys(), buttons);
    }
    node.getStyleClass().addAll("staff-body", "naming");
    changed();
  }

  @Override
  public String text() {
    return name.getText();
  }

  @Override
  public void write(String character) {
    name.appendText(character);
    pad.show();
  }

  @Override
  public void erase() {
    String text = name.getText();
    name.setText(
        text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(text.length(), -1)));
    pad.show();
  }

  @Override
  public void changed() {
    String text = name.getText().strip();
    correct.setDisable(
        text.isEmpty() || text.equals(old) || pad.isUnfinished() || !frame.desk().canPrint(text));
  }

  Node node() {
    return node;
  }

  void close() {
    pad.close();
    name.clear();
  }
}
