package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.voice.Clips;
import org.huizhi.voice.Voice;
import org.huizhi.voice.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The applicant sets how loud the voice is. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class SoundPanelTest {
  private final List<Event> told = new ArrayList<>();
  private final Voice voice =
      new Voice(
          new Clips(Path.of("none"), Path.of("none"), Optional.empty()),
          (wav, gain, goOn) -> {},
          Volume.NORMAL);
  private KioskView view;
  private long clock;

  @Start
  void start(Stage window) throws Exception {
    view =
        new KioskView(
            WordsFiles.read(),
            Samples.session().documents(),
            Samples.session().patience(),
            new Live(Pixels.frame(), () -> Guide.NOTHING_YET),
            Pixels.pictures(),
            told::add,
            () -> clock += TapGuard.NANOS);
    view.hear(voice);
    window.setScene(new Scene(new StackPane(view), 1080, 1920));
    window.show();
    window.setFullScreen(true);
    view.show(Samples.state("choosing"));
  }

  @Test
  void loudSoftMuteAndAgain(FxRobot robot) {
    fire(robot, "sound");
    List<String> faults = new ArrayList<>();
    robot.interact(
        () -> {
          view.applyCss();
          view.layout();
          Pixels.save(view, "sound");
          faults.addAll(Layout.faults((Parent) view.lookup(".card")));
          faults.addAll(Contrast.faults((Parent) view.lookup(".canvas")));
        });
    assertEquals(List.of(), faults);
    fire(robot, "louder");
    assertEquals(Volume.LOUD, voice.volume());
    assertTrue(robot.lookup("#louder").queryButton().isDisabled());
    fire(robot, "softer");
    fire(robot, "softer");
    assertEquals(Volume.SOFT, voice.volume());
    fire(robot, "mute");
    assertEquals(Volume.MUTE, voice.volume());
    fire(robot, "say-again");
    assertEquals(5, told.stream().filter(Event.Touched.class::isInstance).count());
    fire(robot, "sound-done");
    assertTrue(robot.lookup("#louder").tryQuery().isEmpty());
  }

  private static void fire(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id + ".touch").queryButton().fire());
  }
}
