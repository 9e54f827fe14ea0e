package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.huizhi.check.Advice;
import org.huizhi.screen.Sight.Shape;
import org.huizhi.screen.Sight.Theme;
import org.huizhi.session.Comfort;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.Setting;
import org.huizhi.session.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Measures the screens: nothing cut off, overlapping, too small or too pale. The pictures of all of
 * them are made by {@link ContactPageTest}.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ScreensTest {
  /** One of each kind of page. */
  private static final Set<String> KINDS =
      Set.of(
          "welcome-wiped",
          "consent-child",
          "expecting",
          "ticketing-choosing",
          "choosing",
          "identifying-done",
          "name-parts-found",
          "preparing-child",
          "framing-shutter",
          "reviewing-good",
          "reviewing-bad",
          "reviewing-two",
          "issuing-stuck",
          "farewell-no-slip",
          "out-of-order");

  private Stand stand;

  @Start
  void start(Stage window) throws Exception {
    stand = new Stand(window);
  }

  @Test
  void everyStateIsWhollySeen() {
    measure(Sight.all(Theme.USUAL, Shape.PORTRAIT).stream());
  }

  @Test
  void everyStateIsWhollySeenOnAWideScreen() {
    measure(Sight.all(Theme.USUAL, Shape.WIDE).stream());
  }

  @Test
  void everyKindOfPageFitsInEveryTheme() {
    measure(
        Stream.of(Shape.PORTRAIT, Shape.WIDE)
            .flatMap(
                shape ->
                    Stream.of(Theme.LARGE, Theme.LOW, Theme.CONTRAST)
                        .flatMap(theme -> Sight.all(theme, shape).stream()))
            .filter(sight -> KINDS.contains(sight.sample())));
  }

  /** In the languages that need the most room. */
  @Test
  void everyStateIsWhollySeenOnAScreenThatIsNearlySquare() {
    measure(
        Sight.all(Theme.USUAL, Shape.SQUARE).stream()
            .filter(sight -> sight.language().matches("en|ug")));
  }

  @Test
  void everyKindOfPageFitsAnUltraHighScreen() {
    measure(
        Sight.all(Theme.USUAL, Shape.ULTRA_HIGH).stream()
            .filter(sight -> KINDS.contains(sight.sample())));
  }

  @ParameterizedTest
  @EnumSource(names = {"PORTRAIT", "WIDE"})
  void everyAdviceFitsItsPlate(Shape shape) {
    List<String> wrong = new ArrayList<>();
    for (String language : WordsFiles.LANGUAGES) {
      Sight sight = new Sight("framing", language, Theme.LARGE, shape);
      stand.show(sight);
      for (Advice advice : Advice.values()) {
        stand.faults(advice).forEach(fault -> wrong.add(sight.name() + ": " + fault));
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private void measure(Stream<Sight> sights) {
    List<String> wrong = new ArrayList<>();
    sights.forEach(sight -> stand.measure(sight, wrong));
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void theDemonstrationIsToldOnEveryScreen() {
    List<String> wrong = new ArrayList<>();
    for (String name : Samples.states().keySet()) {
      State shown = demonstration(Samples.state(name));
      stand.show(shown, Shape.PORTRAIT);
      stand.faults().forEach(fault -> wrong.add(name + ": " + fault));
      if (stand.view.lookup("#demonstration") == null) {
        wrong.add(name + " does not say that it is a demonstration");
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void theTimeLeftIsToldLargeAndCanBeExtended(FxRobot robot) {
    List<String> wrong = new ArrayList<>();
    for (String language : WordsFiles.LANGUAGES) {
      Sight sight = new Sight("identifying-half", language, Theme.USUAL, Shape.PORTRAIT);
      stand.show(sight);
      Event tick = new Event.Tick(Samples.NOON.plusSeconds(43));
      State late = Samples.session().next(sight.state(), tick).state();
      robot.interact(() -> stand.view.show(late));
      WaitForAsyncUtils.waitForFxEvents(3);
      robot.interact(
          () -> Layout.faults(robot.lookup("#warning").queryParent()).forEach(wrong::add));
    }
    stand.passTime();
    robot.clickOn("#more-time");
    assertEquals(List.of(new Event.Touched(1)), stand.told);
    assertEquals("", String.join("\n", wrong));
  }

  private static State demonstration(State state) {
    Setting setting = state.setting();
    return state.with(
        new Setting(
            setting.number(),
            "zh",
            Comfort.USUAL,
            true,
            setting.troubles(),
            setting.now(),
            setting.deadline()));
  }
}
