package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.huizhi.Pictures;
import org.huizhi.camera.CameraChoice;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.JobState;
import org.huizhi.record.KeptCase;
import org.huizhi.record.PrintJob;
import org.huizhi.session.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** One applicant's visit, from Welcome to Farewell, through the real window on real pictures. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class KioskStoryTest {
  /** The example of GB 11643-1999: a number that belongs to nobody. */
  private static final String ID_NUMBER = "11010519491231002X";

  private static final int VISIT_SECONDS = 120;
  private static final int MOST_TRIES = 10;

  @TempDir static Path data;

  private final LogCapture log = new LogCapture();
  private KioskConfig config;
  private Hall hall;
  private Scene scene;

  @Start
  void start(Stage stage) throws Exception {
    config = KioskConfig.read(Path.of("kiosk-config"));
    Clock clock = Clock.system(config.kiosk().timeZone());
    CameraChoice clip = new CameraChoice.Replay(Pictures.file("franck.mp4"), 1280, true);
    hall = new Hall(config, clip, true, clock);
    scene = new Scene(hall.view(), 1080, 1920);
    stage.setScene(scene);
    stage.show();
    stage.setFullScreen(true);
    hall.start(config, data, clock);
  }

  @Stop
  void stop() {
    hall.close();
  }

  @AfterEach
  void endCapture() {
    log.close();
  }

  @Test
  void aVisitEndsWithASlipAndWithNothingOfThePerson(FxRobot robot) throws Exception {
    press(robot, "#start", State.Welcome.class);
    press(robot, "#agree", State.Consent.class);
    press(robot, "#document-hk-macau-permit", State.Choosing.class);
    for (int i = 0; i < ID_NUMBER.length(); i++) {
      type(robot, ID_NUMBER.charAt(i));
    }
    press(robot, "#next", State.Identifying.class);
    press(robot, "#ready", State.Preparing.class);
    accept(robot);
    await(() -> hall.engine().state() instanceof State.Farewell end && end.wiped());
    State.Farewell farewell = assertInstanceOf(State.Farewell.class, hall.engine().state());

    KeptCase kept = tools().store().byNumber(farewell.imageNumber()).orElseThrow();
    assertEquals(Optional.of(ID_NUMBER), kept.personal().idNumber());
    assertEquals("hk-macau-permit", kept.spec());
    assertTrue(kept.consent().isPresent());
    assertTrue(kept.specimen(), "the pictures are a recording's");
    List<PrintJob> jobs = tools().store().jobs().of(kept.id());
    assertEquals(List.of(JobState.PRINTED), jobs.stream().map(PrintJob::state).toList());
    assertEquals(1, printed(farewell.imageNumber()));

    assertTrue(hall.album().isEmpty(), "pictures are left");
    assertTrue(tools().judging().newest().isEmpty(), "a verdict is left");
    assertFalse(farewell.toString().contains(ID_NUMBER));
    assertFalse(log.text().contains(ID_NUMBER), "the log holds the ID number");
    press(robot, "#done", State.Farewell.class);
    assertInstanceOf(State.Welcome.class, hall.engine().state());
  }

  /** How many PDFs of this number lie in the folder printer's folder. */
  private static long printed(String imageNumber) throws Exception {
    try (Stream<Path> slips = Files.list(data.resolve("slips"))) {
      return slips
          .filter(file -> file.getFileName().toString().startsWith(imageNumber))
          .filter(file -> file.toString().endsWith(".pdf"))
          .count();
    }
  }

  /** Waits for photos and takes the first good one. */
  private void accept(FxRobot robot) throws Exception {
    await(
        () -> {
          if (hall.engine().state() instanceof State.Reviewing reviewing) {
            clickUntil(
                robot,
                reviewing.acceptable() ? "#accept" : "#retake",
                () -> !(hall.engine().state() instanceof State.Reviewing));
          }
          return hall.engine().state() instanceof State.Issuing
              || hall.engine().state() instanceof State.Farewell;
        });
  }

  private void type(FxRobot robot, char digit) throws Exception {
    int wanted = typed() + 1;
    clickUntil(robot, "#digit-" + Character.toLowerCase(digit), () -> typed() == wanted);
  }

  private int typed() {
    return hall.engine().state() instanceof State.Identifying asking
        ? asking.draft().text().length()
        : -1;
  }

  private void press(FxRobot robot, String id, Class<? extends State> from) throws Exception {
    await(() -> from.isInstance(hall.engine().state()));
    clickUntil(robot, id, () -> !from.isInstance(hall.engine().state()));
  }

  /** Clicks again when nothing came of it: the tap guard takes no click right after a change. */
  private void clickUntil(FxRobot robot, String id, Callable<Boolean> done) throws Exception {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      click(robot, id);
      try {
        WaitForAsyncUtils.waitFor(1, TimeUnit.SECONDS, done);
        return;
      } catch (TimeoutException again) {
        // the guard swallowed the click
      }
    }
    Path picture = Path.of("target", "story.png");
    Files.write(picture, WaitForAsyncUtils.asyncFx(() -> Snapshot.png(scene)).get());
    fail("clicking " + id + " changes nothing: see " + picture);
  }

  private void click(FxRobot robot, String id) {
    WaitForAsyncUtils.waitForFxEvents();
    Node node = scene.lookup(id);
    if (node != null && !node.isDisabled()) {
      robot.clickOn(node);
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  private Tools tools() {
    return hall.tools().orElseThrow();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(VISIT_SECONDS, TimeUnit.SECONDS, condition);
  }
}
