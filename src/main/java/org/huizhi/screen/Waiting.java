package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/** Three dots that breathe while the machine works; still as soon as they leave the screen. */
final class Waiting extends HBox implements Moving {
  private static final double RADIUS = 12;

  /** Breathing needs no more, and the processors are needed for what is waited for. */
  private static final double FRAMES_PER_SECOND = 15;

  private final List<Timeline> breaths = new ArrayList<>();

  Waiting() {
    getStyleClass().add("waiting");
    for (int i = 0; i < 3; i++) {
      Circle dot = new Circle(RADIUS);
      dot.getStyleClass().add("dot");
      Timeline breath =
          new Timeline(
              FRAMES_PER_SECOND,
              new KeyFrame(Duration.ZERO, new KeyValue(dot.opacityProperty(), 1)),
              new KeyFrame(Duration.millis(600), new KeyValue(dot.opacityProperty(), 0.25)));
      breath.setAutoReverse(true);
      breath.setCycleCount(Animation.INDEFINITE);
      breath.setDelay(Duration.millis(200 * i));
      breaths.add(breath);
      sceneProperty()
          .subscribe(
              scene -> {
                if (scene == null) {
                  breath.stop();
                } else {
                  breath.play();
                }
              });
      getChildren().add(dot);
    }
  }

  @Override
  public void hold() {
    breaths.forEach(Timeline::stop);
    getChildren().forEach(dot -> dot.setOpacity(1));
  }
}
