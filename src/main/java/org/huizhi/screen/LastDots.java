package org.huizhi.screen;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;

/**
 * Draws pictures that were blackened once more, a dot each: what JavaFX last drew of a picture it
 * keeps for as long as it likes, and overwrites it only when it draws the picture again.
 */
final class LastDots extends Pane {
  LastDots() {
    setManaged(false);
    setMouseTransparent(true);
  }

  /** Takes every picture of what is shown and will be no more. */
  void take(Parent shown) {
    Scene scene = getScene();
    if (scene == null) {
      return; // nothing was drawn
    }
    for (Node node : shown.lookupAll(".image-view")) {
      if (node instanceof ImageView view && view.getImage() != null) {
        ImageView dot = new ImageView(view.getImage());
        dot.setFitWidth(1);
        dot.setFitHeight(1);
        getChildren().add(dot);
        dropWhenDrawn(scene, dot);
      }
    }
  }

  private void dropWhenDrawn(Scene scene, ImageView dot) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          private boolean drawn;

          @Override
          public void run() {
            if (drawn) {
              scene.removePostLayoutPulseListener(this);
              getChildren().remove(dot);
            }
            drawn = true; // when this pulse ends
            Platform.requestNextPulse();
          }
        });
  }
}
