package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.check.Advice;
import org.huizhi.session.Comfort;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.Setting;
import org.huizhi.session.State;
import org.junit.jupiter.api.AfterAll;
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
    stage.setScene(new Scene(new StackPane(view), 1080, 1920));
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
        String seen = language.equals("en") ? language : language + "-unseen";
        show(robot, name + "-large-" + seen, in(state, language, LARGE), wrong);
        show(robot, name + "-contrast-" + seen, in(state, language, CONTRAST), wrong);
        show(robot, name + "-low-" + seen, in(state, language, LOW), wrong);
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** The same nodes on a wide screen, and on one that is nearly square. */
  @Test
  void everyStateFitsAWideScreen(FxRobot robot) {
    List<String> wrong = new ArrayList<>();
    try {
      for (Map.Entry<String, State> sample : Samples.states().entrySet()) {
        robot.interact(() -> resize(1920, 1080));
        for (String language : WordsFiles.LANGUAGES) {
          State state = in(sample.getValue(), language, Comfort.USUAL);
          show(robot, sample.getKey() + "-wide-" + language, state, wrong);
        }
        if (THEMED.contains(sample.getKey())) {
          robot.interact(() -> resize(1280, 1024));
          State square = in(sample.getValue(), "en", Comfort.USUAL);
          show(robot, sample.getKey() + "-square-en-unseen", square, wrong);
        }
      }
    } finally {
      robot.interact(() -> resize(1080, 1920));
    }
    assertEquals(List.of(), wrong);
  }

  /** The view alone, so that it may be larger than the window. */
  private void resize(double width, double height) {
    view.setManaged(false);
    view.resize(width, height);
    view.layout();
  }

  @Test
  void theDemonstrationIsToldOnEveryScreen(FxRobot robot) {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, State> sample : Samples.states().entrySet()) {
      State shown = demonstration(sample.getValue());
      show(
          robot,
          sample.getKey() + "-demonstration" + (sample.getKey().equals("framing") ? "" : "-unseen"),
          shown,
          wrong);
      if (robot.lookup("#demonstration").tryQuery().isEmpty()) {
        wrong.add(sample.getKey() + " does not say that it is a demonstration");
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** One page with all the pictures, to look through. */
  @AfterAll
  static void contactPage() throws Exception {
    StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8>\n");
    try (Stream<Path> pictures = Files.list(Path.of("target/screens"))) {
      pictures
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".png"))
          .sorted()
          .forEach(
              name ->
                  page.append(
                      "<figure style='display:inline-block'><img src='%s' width=270><figcaption>%s"
                              .formatted(name, name)
                          + "</figcaption></figure>\n"));
    }
    Files.writeString(Path.of("target/screens/index.html"), page);
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
            Pixels.save(view, "warning-" + language);
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
    if (state instanceof State.Framing || state instanceof State.Shooting) {
      WaitForAsyncUtils.waitForFxEvents(3); // the live view and its words come with the next pulse
    }
    robot.interact(
        () -> {
          view.applyCss();
          view.layout();
          if (!name.endsWith("-unseen")) {
            Pixels.save(view, name);
          }
          Layout.faults((Parent) view.lookup(".canvas"))
              .forEach(fault -> wrong.add(name + ": " + fault));
          Contrast.faults(view).forEach(fault -> wrong.add(name + ": " + fault));
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
