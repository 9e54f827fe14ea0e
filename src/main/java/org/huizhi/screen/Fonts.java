package org.huizhi.screen;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.text.Font;

/**
 * The fonts that the screens bring along, so that they look alike on every machine. Noto Sans SC
 * comes in an edition whose strokes do not overlap: JavaFX without a graphics card leaves holes
 * where they do, as soon as a page is scaled.
 */
public final class Fonts {
  private static final List<String> FILES =
      List.of(
          "/fonts/screens/NotoSansSC_400Regular.ttf",
          "/fonts/screens/NotoSansSC_700Bold.ttf",
          "/fonts/400Regular/NotoNaskhArabic_400Regular.ttf",
          "/fonts/700Bold/NotoNaskhArabic_700Bold.ttf");

  private static final PseudoClass ARABIC = PseudoClass.getPseudoClass("arabic");

  private static boolean loaded;

  private Fonts() {}

  /**
   * Gives a label the font of its script, now and whenever its text changes. Left to itself JavaFX
   * may draw Arabic letters as Han ones that only share their numbers. A text is of one script,
   * digits and signs aside: both fonts have those.
   */
  static Label byScript(Label label) {
    label
        .textProperty()
        .subscribe(text -> label.pseudoClassStateChanged(ARABIC, text != null && isArabic(text)));
    return label;
  }

  static boolean isArabic(String text) {
    return text.codePoints()
        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.ARABIC);
  }

  /** Loads them once a process; on the JavaFX thread. */
  public static void load() {
    if (loaded) {
      return;
    }
    for (String file : FILES) {
      try (InputStream in = Fonts.class.getResourceAsStream(file)) {
        if (in == null || Font.loadFont(in, 36) == null) {
          throw new IllegalStateException("the font " + file + " is missing from the build");
        }
      } catch (IOException wrong) {
        throw new IllegalStateException("the font " + file + " cannot be read", wrong);
      }
    }
    loaded = true;
  }
}
