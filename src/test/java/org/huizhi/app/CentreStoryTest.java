package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.huizhi.Pictures;
import org.huizhi.camera.CameraChoice;
import org.huizhi.centre.PracticePapers;
import org.huizhi.centre.PracticePapers.Paper;
import org.huizhi.centre.ReferenceCentre;
import org.huizhi.centre.Reply;
import org.huizhi.check.Advice;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.KeptCase;
import org.huizhi.session.CentreStage;
import org.huizhi.session.SlipEnd;
import org.huizhi.session.State;
import org.huizhi.session.State.Issuing.Paper.AtCentre;
import org.huizhi.session.State.Issuing.Paper.Declined;
import org.huizhi.spec.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Whole visits through the real window where a detection centre must pass each photo: refused, shot
 * anew and passed; with {@code -Dhuizhi.stories=true} then one while the centre is away. Pictures
 * go to {@code target/centre-story}.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class CentreStoryTest {
  private static final Path SHOTS = Path.of("target", "centre-story");
  private static final int SECONDS = 60;
  private static final int MOST_TRIES = 10;

  @TempDir static Path data;
  @TempDir static Path folder;
  @TempDir static Path portraits;

  private final Queue<Reply> answers =
      new ArrayDeque<>(List.of(new Reply.Refused("EYES_CLOSED", "open-eyes"), new Reply.Passed()));
  private ReferenceCentre centre;
  private Hall hall;
  private Scene scene;

  @Start
  void start(Stage stage) throws Exception {
    PracticePapers.write(
        folder, Instant.now(), new Paper("centre", "localhost"), new Paper("kiosk", "localhost"));
    centre =
        ReferenceCentre.open(
            0,
            folder.resolve("ca.pem"),
            folder.resolve("centre.pem"),
            folder.resolve("centre.key"),
            (_, _) -> answers.remove(),
            _ -> {});
    String reached =
        """
        [detection-centre]
        address = "%s"
        trust = "ca.pem"
        certificate = "kiosk.pem"
        key = "kiosk.key"
        answer = "10 s"
        give-up = "1 d"

        [unit] \
        """
            .formatted(URI.create("https://localhost:" + centre.port()));
    new ConfigCopy(folder)
        .change("kiosk.toml", "[unit] ", reached)
        .change(
            "slips/exit-entry.toml",
            "version = \"1\"",
            "version = \"1\"\ndetection-centre = \"before-slip\"");
    KioskConfig config = KioskConfig.read(folder);
    Clock clock = Clock.system(config.kiosk().timeZone());
    hall =
        new Hall(
            config, new CameraChoice.Replay(Pictures.standing(portraits), 0, true), true, clock);
    scene = new Scene(hall.view(), 1080, 1920);
    stage.setScene(scene);
    stage.show();
    stage.setFullScreen(true);
    hall.start(config, data, clock);
  }

  @Stop
  void stop() {
    hall.close();
    centre.close();
  }

  @Test
  void noSlipComesBeforeTheCentreHasPassedThePhoto(FxRobot robot) throws Exception {
    handIn(robot);
    await(() -> paper() instanceof Declined);
    assertEquals(
        new Declined(Optional.of(Code.EYES_CLOSED), Optional.of(Advice.OPEN_EYES)), paper());
    keep("refused");
    press(robot, "#retake", State.Issuing.class);
    press(robot, "#accept", State.Reviewing.class);
    await(() -> hall.engine().state() instanceof State.Farewell end && end.wiped());
    State.Farewell passed = (State.Farewell) hall.engine().state();
    keep("passed");
    assertEquals(new SlipEnd.Printed(), passed.slip());
    assertEquals(1, slipsOf(passed.imageNumber()));
    assertTrue(hall.album().isEmpty(), "pictures are left");
    assertTrue(answers.isEmpty(), "each photo was asked about");
    if (!Boolean.getBoolean("huizhi.stories")) {
      return;
    }
    press(robot, "#done", State.Farewell.class);
    centre.close();
    handIn(robot);
    await(() -> paper() instanceof AtCentre at && at.stage() == CentreStage.NO_ANSWER);
    keep("away");
    press(robot, "#without-slip", State.Issuing.class);
    await(() -> hall.engine().state() instanceof State.Farewell end && end.wiped());
    State.Farewell away = (State.Farewell) hall.engine().state();
    keep("come-back");
    assertEquals(new SlipEnd.AtCentre(), away.slip());
    assertEquals(0, slipsOf(away.imageNumber()), "no slip before it has passed");
  }

  private void handIn(FxRobot robot) throws Exception {
    press(robot, "#start", State.Welcome.class);
    press(robot, "#agree", State.Consent.class);
    press(robot, "#document-hk-macau-permit", State.Choosing.class);
    press(robot, "#skip", State.Identifying.class);
    press(robot, "#ready", State.Preparing.class);
    press(robot, "#accept", State.Reviewing.class);
  }

  private State.Issuing.Paper paper() {
    return hall.engine().state() instanceof State.Issuing issuing
        ? issuing.paper()
        : new State.Issuing.Paper.Saving();
  }

  private int slipsOf(String number) {
    Tools tools = hall.tools().orElseThrow();
    KeptCase kept = tools.store().byNumber(number).orElseThrow();
    return tools.store().jobs().of(kept.id()).size();
  }

  private void press(FxRobot robot, String id, Class<? extends State> from) throws Exception {
    await(() -> from.isInstance(hall.engine().state()));
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      WaitForAsyncUtils.waitForFxEvents();
      Node node = scene.lookup(id);
      if (node != null) {
        robot.clickOn(node);
      }
      try {
        WaitForAsyncUtils.waitFor(
            1, TimeUnit.SECONDS, () -> !from.isInstance(hall.engine().state()));
        return;
      } catch (TimeoutException guarded) {
        // the tap guard takes no click right after a change
      }
    }
    keep("stuck");
    fail("clicking " + id + " changes nothing: see " + SHOTS);
  }

  private void keep(String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(2);
    Files.createDirectories(SHOTS);
    Files.write(
        SHOTS.resolve(name + ".png"), WaitForAsyncUtils.asyncFx(() -> Snapshot.png(scene)).get());
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition);
  }
}
