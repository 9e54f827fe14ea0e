package org.huizhi.screen;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.session.State;
import org.huizhi.session.Typing;
import org.huizhi.spec.Field;

/** A name in capitals, as on a passport, and the · of long names. */
final class NamePage implements Page {
  private static final List<String> ROWS = List.of("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM·-");

  private final Wording wording;
  private final Label name = new Label();
  private final Button next;
  private final Button skip;
  private State.Identifying state;

  NamePage(Wording wording, State.Identifying state) {
    this.wording = wording;
    this.state = state;
    next = wording.button("next", Phrase.IDENTIFYING__NEXT, "primary", Event.Entered::new);
    skip = wording.button("skip", Phrase.IDENTIFYING__SKIP, "secondary", Event.Skipped::new);
    name.setId("name");
    name.getStyleClass().addAll("title", "name");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setWrapText(true);
    show();
  }

  @Override
  public Node body() {
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox column =
        new VBox(
            wording.both("headline", Keys.of(Field.NAME, "title")),
            wording.both("text", Keys.of(Field.NAME, "hint")),
            name,
            space,
            keys());
    column.getStyleClass().add("body");
    return column;
  }

  private Node keys() {
    VBox keys = new VBox();
    keys.getStyleClass().add("keyboard");
    for (String row : ROWS) {
      HBox line = new HBox();
      line.getStyleClass().add("keyboard-row");
      line.setAlignment(Pos.CENTER);
      row.chars()
          .mapToObj(Character::toString)
          .forEach(key -> line.getChildren().add(PadKeys.typing(wording, "letter", key)));
      keys.getChildren().add(line);
    }
    Label space = new Label(wording.say(Phrase.IDENTIFYING__SPACE));
    space.getStyleClass().add("small-name");
    Button bar =
        wording.button(
            "space", space, "key", () -> wording.told(new Event.Typed(wording.number(), " ")));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button erase = PadKeys.erasing(wording, 56);
    HBox last = new HBox(bar, erase);
    last.getStyleClass().add("keyboard-row");
    keys.getChildren().add(last);
    return keys;
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(next);
  }

  @Override
  public Optional<Button> secondary() {
    return state.skippable() ? Optional.of(skip) : Optional.empty();
  }

  @Override
  public boolean take(State newer) {
    if (!(newer instanceof State.Identifying asking)
        || asking.draft().field() != state.draft().field()) {
      return false;
    }
    state = asking;
    show();
    return true;
  }

  private void show() {
    name.setText(state.draft().text());
    next.setDisable(Typing.value(state).isEmpty());
  }
}
