package org.huizhi.screen;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.value.WritableValue;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Rotate;
import javafx.util.Duration;

/**
 * The right posture as a short drawing that repeats: hat off, glasses off, head up straight, hold
 * still. Moves only while it is on the screen.
 */
final class Posture extends Group implements Moving {
  private static final double TILT_DEGREES = 13;
  private static final Duration HELD = Duration.seconds(4.6);
  private static final Duration WHOLE = Duration.seconds(6);

  private final Group hat = new Group(drawn("M136 214 C136 96 344 96 344 214 Z M112 214 H392"));
  private final Group glasses =
      new Group(lens(192), lens(288), new Line(228, 268, 252, 268), new Line(156, 262, 140, 254));
  private final Group right = new Group(Portrait.corners(), tick());
  private final Rotate tilt = new Rotate(TILT_DEGREES, 240, 424);
  private final Timeline timeline = new Timeline();

  Posture() {
    Shape shoulders =
        Shape.intersect(Portrait.path(Portrait.SHOULDERS), new Rectangle(10, 10, 460, 620));
    shoulders.getStyleClass().add("portrait-person");
    SVGPath face = Portrait.path(Portrait.HEAD);
    face.getStyleClass().add("portrait-person");
    for (Node line : glasses.getChildren()) {
      line.getStyleClass().add("posture-line");
    }
    Group head = new Group(face, eye(192), eye(288), drawn("M206 356 H274"), glasses, hat);
    head.getTransforms().add(tilt);
    getChildren().addAll(Portrait.light(), shoulders, head, right);
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.getKeyFrames().addAll(hatOff(), glassesOff(), headUp(), held(), end());
    timeline.getKeyFrames().add(0, start());
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                timeline.stop();
              } else {
                timeline.play();
              }
            });
  }

  private KeyFrame start() {
    return at(
        Duration.ZERO,
        to(hat.opacityProperty(), 1),
        to(hat.translateYProperty(), 0),
        to(glasses.opacityProperty(), 1),
        to(tilt.angleProperty(), TILT_DEGREES),
        to(right.opacityProperty(), 0));
  }

  private KeyFrame hatOff() {
    return at(
        Duration.seconds(1.6),
        to(hat.opacityProperty(), 0),
        to(hat.translateYProperty(), -90),
        to(glasses.opacityProperty(), 1));
  }

  private KeyFrame glassesOff() {
    return at(
        Duration.seconds(2.6),
        to(glasses.opacityProperty(), 0),
        to(tilt.angleProperty(), TILT_DEGREES));
  }

  private KeyFrame headUp() {
    return at(Duration.seconds(3.6), to(tilt.angleProperty(), 0), to(right.opacityProperty(), 0));
  }

  private KeyFrame held() {
    return at(Duration.seconds(4.0), to(right.opacityProperty(), 1));
  }

  private KeyFrame end() {
    return at(
        WHOLE,
        to(right.opacityProperty(), 1),
        to(hat.opacityProperty(), 0),
        to(hat.translateYProperty(), -90),
        to(glasses.opacityProperty(), 0),
        to(tilt.angleProperty(), 0));
  }

  private static KeyFrame at(Duration time, KeyValue... values) {
    return new KeyFrame(time, values);
  }

  private static KeyValue to(WritableValue<Number> property, double value) {
    return new KeyValue(property, value, Interpolator.EASE_BOTH);
  }

  private static Circle lens(double x) {
    return new Circle(x, 268, 36);
  }

  private static Circle eye(double x) {
    Circle eye = new Circle(x, 268, 9);
    eye.getStyleClass().add("posture-eye");
    return eye;
  }

  private static Node tick() {
    Node tick = Icon.TICK.node(110);
    tick.setTranslateX(185);
    tick.setTranslateY(500);
    Group group = new Group(tick);
    group.getStyleClass().add("posture-right");
    return group;
  }

  private static SVGPath drawn(String content) {
    SVGPath path = Portrait.path(content);
    path.getStyleClass().add("posture-line");
    return path;
  }

  @Override
  public void hold() {
    timeline.jumpTo(HELD);
    timeline.pause();
  }
}
