package org.huizhi.screen;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.session.SlipEnd;
import org.huizhi.session.State;

/** Where the slip is, what to do next, and that nothing stays on this screen. */
final class FarewellPage implements Page {
  private static final double ICON = 64;

  private final Wording wording;
  private final State.Farewell state;
  private final VBox seconds = new VBox();
  private long shownSeconds = -1;

  FarewellPage(Wording wording, State.Farewell state) {
    this.wording = wording;
    this.state = state;
    tick(state);
  }

  @Override
  public Node body() {
    VBox points = new VBox(point(whereIcon(), where()));
    if (!(state.slip() instanceof SlipEnd.AtCentre)
        && !(state.slip() instanceof SlipEnd.WithStaff)) {
      points.getChildren().add(point(Icon.COUNTER, Phrase.FAREWELL__NEXT));
    }
    points.getStyleClass().add("points");
    if (state.wiped()) {
      points.getChildren().add(point(Icon.TICK, Phrase.FAREWELL__WIPED));
    }
    VBox words = new VBox(wording.both("headline", title()), points);
    words.getStyleClass().add("question");
    Region drawing = slipOrNumber();
    if (wording.wide()) {
      VBox left = new VBox(drawing, seconds);
      left.getStyleClass().add("question");
      left.setAlignment(Pos.CENTER_LEFT);
      HBox row = new HBox(left, words);
      HBox.setHgrow(words, Priority.ALWAYS);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().addAll("body", "beside");
      return row;
    }
    points.getChildren().add(seconds);
    VBox.setVgrow(drawing, Priority.ALWAYS);
    VBox column = new VBox(words, drawing);
    column.getStyleClass().add("body");
    return column;
  }

  /** Who has a slip sees where it is; who has none needs the number. */
  private Region slipOrNumber() {
    return switch (state.slip()) {
      case SlipEnd.Printed _ -> new Fitted(new SlipSlot(), 1.4);
      case SlipEnd.WithStaff _ -> Numbers.ofCode(wording, state.imageNumber());
      case SlipEnd.NotPrinted _, SlipEnd.AtCentre _, SlipEnd.Unknown _ ->
          Numbers.shown(wording, state.imageNumber());
    };
  }

  private Phrase title() {
    return switch (state.slip()) {
      case SlipEnd.Printed _ -> Phrase.FAREWELL__PRINTED;
      case SlipEnd.NotPrinted _ -> Phrase.FAREWELL__NOT_PRINTED;
      case SlipEnd.AtCentre _ -> Phrase.FAREWELL__AT_CENTRE;
      case SlipEnd.WithStaff _ -> Phrase.FAREWELL__WITH_STAFF;
      case SlipEnd.Unknown _ -> Phrase.FAREWELL__UNKNOWN;
    };
  }

  private Phrase where() {
    return switch (state.slip()) {
      case SlipEnd.Printed _ -> Phrase.FAREWELL__SLOT;
      case SlipEnd.NotPrinted _ -> Phrase.FAREWELL__ASK;
      case SlipEnd.AtCentre _ -> Phrase.FAREWELL__COME_BACK;
      case SlipEnd.WithStaff _ -> Phrase.FAREWELL__BRING_CODE;
      case SlipEnd.Unknown _ -> Phrase.FAREWELL__LOOK;
    };
  }

  private Icon whereIcon() {
    return state.slip() instanceof SlipEnd.Printed ? Icon.SHEET : Icon.ATTENTION;
  }

  private Node point(Icon icon, Phrase phrase) {
    HBox row = wording.withIcon(icon, ICON, wording.both("text", phrase));
    row.getStyleClass().add("point");
    return row;
  }

  @Override
  public void tick(State newer) {
    long left = Math.max(0, newer.setting().left().plusMillis(999).toSeconds());
    if (left != shownSeconds) {
      shownSeconds = left;
      seconds.getChildren().setAll(wording.both("text", Phrase.FAREWELL__SECONDS, left));
    }
  }

  /** A number is not written down in twenty seconds by everybody. */
  @Override
  public Optional<Button> secondary() {
    return Optional.of(
        wording.button("more-time", Phrase.WARNING__MORE, "secondary", Event.Touched::new));
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(wording.button("done", Phrase.FAREWELL__DONE, "primary", Event.Left::new));
  }
}
