package org.huizhi.app;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The one window of the kiosk. On the JavaFX thread. */
final class KioskWindow {
  private KioskWindow() {}

  /** Fills the screen, with no way out for hands or keys. */
  static Stage fullScreen(Parent view) {
    Stage stage = stage();
    Rectangle2D screen = Screen.getPrimary().getBounds();
    stage.setScene(new Scene(view, screen.getWidth(), screen.getHeight()));
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setOnCloseRequest(event -> event.consume());
    stage.show();
    stage.setFullScreen(true); // the headless platform fails when it is asked before
    return stage;
  }

  /** A window of this size that can be closed. */
  static Stage window(Parent view, double width, double height, Runnable closed) {
    Stage stage = stage();
    stage.setScene(new Scene(view, width, height));
    stage.setOnCloseRequest(event -> closed.run());
    stage.show();
    return stage;
  }

  private static Stage stage() {
    Stage stage = new Stage();
    stage.setTitle("Huizhi 自助照相");
    return stage;
  }
}
