package org.huizhi.screen;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;

/** The fonts that the screens bring along, so that they look alike on every machine. */
public final class Fonts {
  private static final List<String> FILES =
      List.of(
          "/fonts/400Regular/NotoSansSC_400Regular.ttf", "/fonts/700Bold/NotoSansSC_700Bold.ttf");

  private static boolean loaded;

  private Fonts() {}

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
