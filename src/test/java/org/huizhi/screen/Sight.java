package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huizhi.session.Comfort;
import org.huizhi.session.Setting;
import org.huizhi.session.State;

/** One screen to look at: a sample state in a language, a theme and a shape of screen. */
record Sight(String sample, String language, Theme theme, Shape shape) {
  enum Theme {
    USUAL,
    LARGE,
    CONTRAST,
    LOW;

    Comfort comfort() {
      return new Comfort(this == CONTRAST, this == LARGE, this == LOW);
    }
  }

  enum Shape {
    PORTRAIT(1080, 1920),
    WIDE(1920, 1080),
    SQUARE(1280, 1024),
    ULTRA_HIGH(3840, 2160);

    final double width;
    final double height;

    Shape(double width, double height) {
      this.width = width;
      this.height = height;
    }

    /** Whether it is the packaged screen, upright or lying. */
    boolean isPackaged() {
      return this == PORTRAIT || this == WIDE;
    }
  }

  /** Every sample in every language in this theme and shape. */
  static List<Sight> all(Theme theme, Shape shape) {
    List<Sight> all = new ArrayList<>();
    for (String sample : Looks.names()) {
      for (String language : WordsFiles.LANGUAGES) {
        all.add(new Sight(sample, language, theme, shape));
      }
    }
    return all;
  }

  State state() {
    return in(language, theme.comfort(), Looks.of(sample).state());
  }

  /** The state as it is to whoever chose this language and this comfort. */
  static State in(String language, Comfort comfort, State state) {
    Setting setting = state.setting();
    return state.with(
        new Setting(
            setting.number(),
            language,
            comfort,
            setting.demonstration(),
            setting.troubles(),
            setting.now(),
            setting.deadline()));
  }

  String name() {
    return "%s-%s-%s-%s".formatted(shape, theme, language, sample).toLowerCase(Locale.ROOT);
  }
}
