package org.huizhi.screen;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.huizhi.check.Advice;
import org.huizhi.session.CameraFault;
import org.jspecify.annotations.Nullable;

/** One piece of advice at a time, large, with its arrow on the side to which it points. */
final class AdvicePlate extends HBox {
  private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
  private static final double ICON = 96;

  /** Shorter than this nobody can read it; the picture itself answers at once. */
  static final long LEAST_NANOS = 700_000_000;

  private final Wording wording;
  private @Nullable String shown;
  private long since;

  AdvicePlate(Wording wording) {
    this.wording = wording;
    setId("advice");
    setAlignment(Pos.CENTER);
    getStyleClass().add("plate");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // an arrow points where it stands
  }

  /** Shows what the guide says now, unless the last word is too young. */
  void say(Guide guide, long now) {
    String key =
        guide.ready()
            ? Phrase.FRAMING__HOLD.key()
            : guide.advice().map(Keys::of).orElse(Phrase.FRAMING__FIND_YOURSELF.key());
    if (key.equals(shown) || (shown != null && now - since < LEAST_NANOS && !guide.ready())) {
      return;
    }
    since = now;
    show(
        key, guide.ready() ? Icon.TICK : guide.advice().map(AdvicePlate::icon).orElse(Icon.PERSON));
    pseudoClassStateChanged(READY, guide.ready());
  }

  /** Shows one sentence that is not advice. */
  void say(Phrase phrase, Icon icon) {
    if (!phrase.key().equals(shown)) {
      show(phrase.key(), icon);
      pseudoClassStateChanged(READY, true);
    }
  }

  /** Shows what keeps the camera from giving pictures. */
  void say(CameraFault fault) {
    String key = Keys.of(fault);
    if (!key.equals(shown)) {
      show(key, Icon.CAMERA);
      pseudoClassStateChanged(READY, false);
    }
  }

  private void show(String key, Icon icon) {
    shown = key;
    VBox words = wording.both("advice", key);
    words.setNodeOrientation(wording.orientation());
    words.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(words);
    boolean after = icon == Icon.ARROW_RIGHT || icon == Icon.TURN_RIGHT;
    getChildren().add(after ? 1 : 0, icon.node(ICON));
  }

  /** In the mirror a person's own left is on the left of the screen. */
  static Icon icon(Advice advice) {
    return switch (advice) {
      case COME_INTO_VIEW, SHOW_WHOLE_HEAD, SHOW_SHOULDERS, LEVEL_SHOULDERS -> Icon.PERSON;
      case ONE_PERSON_ONLY, UNCOVER_FACE, TAKE_OFF_HAT, CLEAR_HAIR, NEUTRAL_FACE -> Icon.PERSON;
      case TAKE_OFF_JEWELLERY, COVER_SHOULDERS, DARKER_CLOTHES -> Icon.PERSON;
      case COME_CLOSER -> Icon.CLOSER;
      case MOVE_BACK -> Icon.AWAY;
      case MOVE_LEFT -> Icon.ARROW_LEFT;
      case MOVE_RIGHT -> Icon.ARROW_RIGHT;
      case MOVE_UP, RAISE_CHIN -> Icon.ARROW_UP;
      case MOVE_DOWN, LOWER_CHIN -> Icon.ARROW_DOWN;
      case TURN_LEFT -> Icon.TURN_LEFT;
      case TURN_RIGHT -> Icon.TURN_RIGHT;
      case STRAIGHTEN_HEAD -> Icon.PERSON;
      case OPEN_EYES, LOOK_AT_CAMERA, TAKE_OFF_GLASSES -> Icon.EYE;
      case CLOSE_MOUTH -> Icon.MOUTH;
      case MORE_LIGHT, LESS_LIGHT, EVEN_LIGHT -> Icon.LAMP;
      case COLOUR_CAMERA, PLAIN_BACKGROUND, HOLD_STILL -> Icon.CAMERA;
      case ASK_STAFF -> Icon.COUNTER;
    };
  }
}
