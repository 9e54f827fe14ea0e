package org.huizhi.screen;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.huizhi.session.Event;

/** The keys that pads and keyboards are made of. */
final class PadKeys {
  private PadKeys() {}

  /**
   * A key that types its character.
   *
   * @param kind what its id begins with, such as {@code digit}
   */
  static Button typing(Wording wording, String kind, String character) {
    Label label = new Label(character);
    label.getStyleClass().add("key-name");
    return wording.button(
        kind + "-" + character.toLowerCase(Locale.ROOT),
        label,
        "key",
        () -> wording.told(new Event.Typed(wording.number(), character)));
  }

  /** The key that takes the last character away. */
  static Button erasing(Wording wording, int iconPx) {
    Button erase =
        wording.button(
            "erase",
            Icon.ERASE.node(iconPx),
            "key",
            () -> wording.told(new Event.Erased(wording.number())));
    erase.setAccessibleText(wording.say(Phrase.IDENTIFYING__ERASE));
    return erase;
  }
}
