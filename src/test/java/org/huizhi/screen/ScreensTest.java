package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.huizhi.check.Advice;
import org.huizhi.session.Comfort;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.Setting;
import org.huizhi.session.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Shows every state in every language and theme, measures it, and keeps a picture of it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ScreensTest {

  private static final Comfort LARGE = new Comfort(false, true, false);
  private static final Comfort CONTRAST = new Comfort(true, false, false);
  private static final Comfort LOW = new Comfort(false, false, true);
  private static final List<String> THEMED =
      List.of(
          "welcome",
          "consent",
          "choosing",
          "identifying-done",
          "framing-shutter",
          "reviewing-good",
          "reviewing-bad",
          "issuing-stuck",
          "farewell-no-slip",
          "out-of-order");

  private final List<Event> told = new ArrayList<>();
  private long clock;
  private Stage stage;
  private KioskView view;
  private Guide guide = new Guide(false, Optional.of(Advice.MOVE_LEFT), 0, Optional.empty());

  @Start
  void start(Stage window) throws Exception {
    stage = window;
    view =
        new KioskView(
            WordsFiles.read(),
            Samples.session().documents(),
            Samples.session().patience(),
            new Live(Pixels.frame(), () -> guide),
            Pixels.pictures(),
            told::add,
            () -> clock);
    stage.setScene(new Scene(view, 1080, 1920));
    stage.show();
    stage.setFullScreen(true);
  }

  @Test
  void everyStateIsWhollySeenInEveryLanguage(FxRobot robot) {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, State> sample : Samples.states().entrySet()) {
      for (String language : WordsFiles.LANGUAGES) {
        String name = sample.getKey() + "-" + language;
        show(robot, name, in(sample.getValue(), language, Comfort.USUAL), wrong);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void theScreensFitInEveryTheme(FxRobot robot) {
    List<String> wrong = new ArrayList<>();
    for (String name : THEMED) {
      for (String language : WordsFiles.LANGUAGES) {
        State state = Samples.state(name);
        show(robot, name + "-large-" + language, in(state, language, LARGE), wrong);
        show(robot, name + "-contrast-" + language, in(state, language, CONTRAST), wrong);
        show(robot, name + "-low-" + language, in(state, language, LOW), wrong);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void theDemonstrationIsToldOnEveryScreen(FxRobot robot) {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, State> sample : Samples.states().entrySet()) {
      State shown = demonstration(sample.getValue());
      show(robot, sample.getKey() + "-demonstration", shown, wrong);
      if (robot.lookup("#demonstration").tryQuery().isEmpty()) {
        wrong.add(sample.getKey() + " does not say that it is a demonstration");
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void theTimeLeftIsToldLargeAndCanBeExtended(FxRobot robot) {
    List<String> wrong = new ArrayList<>();
    for (String language : WordsFiles.LANGUAGES) {
      State state = in(Samples.state("identifying-half"), language, Comfort.USUAL);
      robot.interact(() -> view.show(state));
      Event tick = new Event.Tick(Samples.NOON.plusSeconds(43));
      State late = Samples.session().next(state, tick).state();
      robot.interact(() -> view.show(late));
      WaitForAsyncUtils.waitForFxEvents(3);
      robot.interact(
          () -> {
            Pixels.save(stage.getScene(), "warning-" + language);
            Layout.faults(robot.lookup("#warning").queryParent()).forEach(wrong::add);
          });
    }
    clock += TapGuard.NANOS;
    robot.clickOn("#more-time");
    assertEquals(List.of(new Event.Touched(1)), told);
    assertEquals(List.of(), wrong);
  }

  private void show(FxRobot robot, String name, State state, List<String> wrong) {
    guide =
        name.startsWith("framing-shutter")
            ? new Guide(true, Optional.empty(), 0.6, Optional.empty())
            : guide;
    robot.interact(() -> view.show(state));
    WaitForAsyncUtils.waitForFxEvents(3);
    robot.interact(
        () -> {
          Pixels.save(stage.getScene(), name);
          Layout.faults(view).forEach(fault -> wrong.add(name + ": " + fault));
        });
  }

  private static State demonstration(State state) {
    Setting setting = state.setting();
    return state.with(
        new Setting(
            setting.number(),
            setting.language(),
            setting.comfort(),
            true,
            setting.troubles(),
            setting.now(),
            setting.deadline()));
  }

  private static State in(State state, String language, Comfort comfort) {
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
}
