package org.huizhi.screen;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;

/** A question laid over the screen: whether somebody is still there, or wants to end. */
final class Overlay extends StackPane {
  private final Label seconds = new Label();

  private Overlay(VBox card) {
    card.getStyleClass().add("card");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(card);
    getStyleClass().add("veil");
    seconds.getStyleClass().add("figure");
  }

  /** The time is nearly over. */
  static Overlay warning(Wording wording) {
    Button more = wording.button("more-time", Phrase.WARNING__MORE, "primary", Event.Touched::new);
    Button end = wording.button("end-now", Phrase.WARNING__END, "secondary", Event.Left::new);
    VBox card = new VBox(wording.both("title", Phrase.WARNING__TITLE));
    Overlay overlay = new Overlay(card);
    card.getChildren()
        .addAll(
            overlay.seconds,
            wording.both("text", Phrase.WARNING__SECONDS),
            new Halves(Optional.of(end), Optional.of(more)));
    overlay.setId("warning");
    return overlay;
  }

  /**
   * Ending wipes everything: that is asked once.
   *
   * @param stay what closes the question
   */
  static Overlay leave(Wording wording, Runnable stay) {
    Button end = wording.button("leave-yes", Phrase.LEAVE__END, "secondary", Event.Left::new);
    Button no =
        wording.button("leave-no", wording.both("action", Phrase.LEAVE__STAY), "primary", stay);
    Overlay overlay =
        new Overlay(
            new VBox(
                wording.both("title", Phrase.LEAVE__TITLE),
                wording.both("text", Phrase.LEAVE__WIPED),
                new Halves(Optional.of(end), Optional.of(no))));
    overlay.setId("leave-question");
    return overlay;
  }

  /**
   * Every language by its own name; the chosen one has a tick.
   *
   * @param stay what closes the choice
   */
  static Overlay languages(Wording wording, Runnable stay) {
    int columns = wording.setting().comfort().lowReach() ? 2 : 1;
    GridPane choices = new GridPane();
    choices.getStyleClass().add("languages");
    for (int i = 0; i < columns; i++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(100.0 / columns);
      choices.getColumnConstraints().add(equal);
    }
    for (String language : wording.words().languages()) {
      Button button = language(wording, language, stay);
      int place = choices.getChildren().size();
      choices.add(button, place % columns, place / columns);
    }
    Overlay overlay = new Overlay(new VBox(choices));
    overlay.setId("language-choice");
    return overlay;
  }

  private static Button language(Wording wording, String language, Runnable stay) {
    boolean now = language.equals(wording.setting().language());
    Region name = TextLine.of(wording.words().say(language, Phrase.LANGUAGE__NAME.key()), "action");
    Button button =
        wording.button(
            "language-" + language,
            wording.withIcon(now ? Icon.TICK : Icon.LANGUAGE, 56, name),
            "secondary",
            now ? stay : () -> wording.told(new Event.LanguageChosen(wording.number(), language)));
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  /** Shows how many seconds are left. */
  void tick(Duration left) {
    long whole = Math.max(0, left.plusMillis(999).toSeconds());
    seconds.setText(Long.toString(whole));
  }
}
