package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.Pictures;
import org.huizhi.camera.LatestFrame;
import org.huizhi.check.Advice;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Judge;
import org.huizhi.check.Shot;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.FaceReader;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Sighting;
import org.huizhi.session.Samples;
import org.huizhi.session.State;
import org.huizhi.spec.Code;
import org.huizhi.spec.Rule;
import org.huizhi.spec.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * A real face stands wrong before the camera and is judged; then it does on the screen what the
 * sign shows, and is judged again. That words say what signs show is {@link DirectionsTest}'s.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class LeadsRightTest {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  /** A pupil distance that is right. */
  private static final double PUPILS = 120;

  private LatestFrame frames;
  private Mirror mirror;
  private FaceReader reader;
  private Judge judge;
  private Mat portrait;
  private Landmarks face;

  /** Where the eyes' middle stands in the camera's picture, and how far the pupils are apart. */
  private record Stance(double x, double y, double size) {}

  /** What is missed and by how much. */
  private record Missed(double measured, Advice advice) {}

  @Start
  void start(Stage window) throws Exception {
    frames = new LatestFrame();
    mirror = new Mirror(frames);
    reader = FaceReader.open(Path.of("target", "test-models"));
    portrait = Pictures.read("audrey.jpg");
    face = reader.look(portrait).face().orElseThrow().landmarks();
    judge = new Judge(KioskConfig.read(Path.of("kiosk-config")).spec("passport"));
    window.setScene(new Scene(new StackPane(mirror), 968, 1210));
    window.show();
  }

  @Test
  void whoFollowsTheSignComesToStandRight(FxRobot robot) {
    Set<Advice> given = EnumSet.noneOf(Advice.class);
    Stance right = new Stance(WIDTH / 2.0, 320, PUPILS);
    assertEquals(Optional.empty(), place(right), "the face does not stand right where it should");
    for (Stance wrong :
        List.of(
            new Stance(170, right.y(), PUPILS),
            new Stance(WIDTH - 170, right.y(), PUPILS),
            new Stance(right.x(), 150, PUPILS),
            new Stance(right.x(), HEIGHT - 250, PUPILS),
            new Stance(right.x(), right.y(), 0.6 * PUPILS),
            new Stance(right.x(), right.y(), 1.6 * PUPILS))) {
      Missed before = place(wrong).orElseThrow(() -> new AssertionError(wrong + " is right"));
      given.add(before.advice());
      Stance after = followed(robot, wrong, AdvicePlate.icon(before.advice()));
      Optional<Missed> then = place(after);
      assertTrue(
          then.isEmpty()
              || (then.get().advice() == before.advice()
                  && distance(then.get().measured(), before) < distance(before.measured(), before)),
          () -> before + " was followed from " + wrong + " to " + after + ": " + then);
    }
    assertEquals(
        EnumSet.of(
            Advice.MOVE_LEFT,
            Advice.MOVE_RIGHT,
            Advice.MOVE_UP,
            Advice.MOVE_DOWN,
            Advice.COME_CLOSER,
            Advice.MOVE_BACK),
        given);
  }

  /**
   * How far from right: pupils that are missing, or how far the pupils' distance is from the aim.
   */
  private static double distance(double measured, Missed kind) {
    return switch (kind.advice()) {
      case COME_CLOSER -> -measured;
      default -> measured;
    };
  }

  /** The head after it has gone on the screen as the sign shows, a fifth of the frame's height. */
  private Stance followed(FxRobot robot, Stance from, Icon sign) {
    show(robot, from);
    double step = HEIGHT / 5.0;
    double screenX = mirror.x((from.x() + 1) / WIDTH) - mirror.x(from.x() / WIDTH);
    double screenY = mirror.y((from.y() + 1) / HEIGHT) - mirror.y(from.y() / HEIGHT);
    return switch (sign) {
      case ARROW_LEFT -> new Stance(from.x() - step * Math.signum(screenX), from.y(), from.size());
      case ARROW_RIGHT -> new Stance(from.x() + step * Math.signum(screenX), from.y(), from.size());
      case ARROW_UP -> new Stance(from.x(), from.y() - step * Math.signum(screenY), from.size());
      case ARROW_DOWN -> new Stance(from.x(), from.y() + step * Math.signum(screenY), from.size());
      case CLOSER -> new Stance(from.x(), from.y(), from.size() * 1.3);
      case AWAY -> new Stance(from.x(), from.y(), from.size() / 1.3);
      default -> throw new AssertionError(sign + " leads nowhere");
    };
  }

  private void show(FxRobot robot, Stance stance) {
    frames.put(frame(stance));
    robot.interact(() -> mirror.draw(0.5));
  }

  /** The packaged portrait before an empty wall. */
  private Mat frame(Stance stance) {
    double scale = stance.size() / face.pupilDistance();
    Mat sized = new Mat();
    Imgproc.resize(portrait, sized, new Size(), scale, scale, Imgproc.INTER_CUBIC);
    Mat wall = new Mat(HEIGHT, WIDTH, sized.type(), new Scalar(196, 188, 186));
    int left = (int) Math.round(stance.x() - face.eyeMiddle().x * scale);
    int top = (int) Math.round(stance.y() - face.eyeMiddle().y * scale);
    int x = Math.max(0, left);
    int y = Math.max(0, top);
    int width = Math.min(WIDTH, left + sized.cols()) - x;
    int height = Math.min(HEIGHT, top + sized.rows()) - y;
    sized
        .submat(new Rect(x - left, y - top, width, height))
        .copyTo(wall.submat(new Rect(x, y, width, height)));
    sized.release();
    return wall;
  }

  /** What the judge says of distance and place. */
  private Optional<Missed> place(Stance stance) {
    Mat picture = frame(stance);
    Optional<Missed> missed =
        missed(judge, picture, Code.FACE_DISTANCE)
            .or(() -> missed(judge, picture, Code.FACE_POSITION));
    picture.release();
    return missed;
  }

  private Optional<Missed> missed(Judge by, Mat picture, Code code) {
    Sighting sighting = reader.look(picture);
    assertTrue(sighting.face().isPresent(), "no face is seen");
    return by.judge(new Shot(picture, sighting, Optional.empty())).assessments().stream()
        .filter(assessment -> assessment.code() == code)
        .map(Assessment::finding)
        .filter(Finding.Missed.class::isInstance)
        .map(Finding.Missed.class::cast)
        .map(finding -> new Missed(finding.measured(), finding.advice()))
        .findFirst();
  }

  /**
   * The nose of a turned face stands beside the middle between the eyes: in the mirror the sign
   * must show back there, also when everything is the other way round.
   */
  @Test
  void whoIsTurnedIsToldToTurnBack() {
    for (String name : List.of("franck_02683.jpg", "franck_04000.jpg")) {
      Mat picture = Pictures.read(name);
      Mat flipped = new Mat();
      Core.flip(picture, flipped, 1);
      for (Mat one : List.of(picture, flipped)) {
        Landmarks turned = reader.look(one).face().orElseThrow().landmarks();
        double noseInMirror = turned.eyeMiddle().x - turned.x(Landmarks.NOSE_TIP);
        Icon sign = AdvicePlate.icon(missed(judge, one, Code.POSE_YAW).orElseThrow().advice());
        assertEquals(noseInMirror > 0 ? Icon.TURN_LEFT : Icon.TURN_RIGHT, sign, name);
      }
      picture.release();
      flipped.release();
    }
  }

  /** The nose of somebody who raises the chin comes nearer to the eyes. */
  @Test
  void whoRaisesTheChinIsToldToLowerIt() {
    Map<String, Double> strict = Map.of("mostRaisedDegrees", 5.0, "mostLoweredDegrees", 2.0);
    Judge strictly =
        new Judge(Map.of(Code.POSE_PITCH, new Rule(Code.POSE_PITCH, Severity.VETO, strict)));
    Mat raised = Pictures.read("franck_04117.jpg");
    Mat lowered = Pictures.read("franck_03979.jpg");
    assertTrue(noseToEyes(raised) < noseToEyes(lowered), "the pictures are the other way round");
    assertEquals(
        Icon.ARROW_DOWN,
        AdvicePlate.icon(missed(strictly, raised, Code.POSE_PITCH).orElseThrow().advice()));
    assertEquals(
        Icon.ARROW_UP,
        AdvicePlate.icon(missed(strictly, lowered, Code.POSE_PITCH).orElseThrow().advice()));
    raised.release();
    lowered.release();
  }

  /** As a share of the way from eyes to chin. */
  private double noseToEyes(Mat picture) {
    Landmarks points = reader.look(picture).face().orElseThrow().landmarks();
    double eyes = points.eyeMiddle().y;
    return (points.y(Landmarks.NOSE_TIP) - eyes) / (points.y(Landmarks.CHIN) - eyes);
  }

  /** What is said is what is shown, whatever the advice. */
  @Test
  void theVoiceSaysWhatThePlateShows() {
    State framing = Samples.state("framing");
    for (Advice advice : Advice.values()) {
      Guide guide = new Guide(false, Optional.of(advice), 0, Optional.empty(), false);
      assertEquals(Optional.of(Keys.of(advice)), Spoken.key(framing, guide));
    }
  }
}
