package org.huizhi.screen;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;

/** What happens to the picture, in plain words, before any is taken. */
final class ConsentPage implements Page {
  private static final double ICON = 64;

  private final Wording wording;

  ConsentPage(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Node body() {
    VBox points =
        new VBox(
            point(Icon.SHEET, Phrase.CONSENT__WHAT_FOR),
            point(Icon.LOCK, Phrase.CONSENT__WHERE),
            point(Icon.CLOCK, Phrase.CONSENT__HOW_LONG),
            point(Icon.COUNTER, Phrase.CONSENT__OTHER_WAY));
    points.getStyleClass().add("points");
    VBox body = new VBox(wording.both("headline", Phrase.CONSENT__TITLE), points);
    VBox.setVgrow(points, Priority.ALWAYS);
    body.getStyleClass().add("body");
    return body;
  }

  private Node point(Icon icon, Phrase phrase) {
    VBox words = wording.both("text", phrase);
    HBox row = wording.withIcon(icon, ICON, words);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getStyleClass().add("point");
    return row;
  }

  @Override
  public Optional<Button> primary() {
    String version = wording.setting().language() + "-" + wording.say(Phrase.CONSENT__VERSION);
    return Optional.of(
        wording.button(
            "agree",
            Phrase.CONSENT__AGREE,
            "primary",
            number -> new Event.Agreed(number, version)));
  }

  @Override
  public Optional<Button> secondary() {
    return Optional.of(
        wording.button("decline", Phrase.CONSENT__DECLINE, "secondary", Event.Left::new));
  }
}
