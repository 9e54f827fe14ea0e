package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.session.Event;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TapGuardTest {
  private final List<Event> told = new ArrayList<>();
  private long clock;
  private KioskView view;

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
            () -> clock);
    window.setScene(new Scene(new StackPane(view), 1080, 1920));
    window.show();
    window.setFullScreen(true);
  }

  @Test
  void aSecondTapOnTheSameButtonIsSwallowed(FxRobot robot) {
    robot.interact(() -> view.show(Samples.state("reviewing-good")));
    clock += TapGuard.NANOS;
    robot.clickOn("#accept");
    clock += TapGuard.NANOS / 2;
    robot.clickOn("#accept");
    assertEquals(List.of(new Event.PhotoAccepted(1, new PhotoRef(1))), told);
    clock += TapGuard.NANOS;
    robot.clickOn("#accept");
    assertEquals(2, told.size());
  }

  @Test
  void aTapThatWasMeantForTheScreenBeforeIsSwallowed(FxRobot robot) {
    robot.interact(() -> view.show(Samples.state("welcome")));
    robot.interact(() -> view.show(Samples.state("consent")));
    robot.clickOn("#agree");
    assertEquals(List.of(), told);
    clock += TapGuard.NANOS;
    robot.clickOn("#agree");
    assertEquals(List.of(new Event.Agreed(1, "zh-4-90d")), told);
  }

  @Test
  void keysMayBeStruckFast(FxRobot robot) {
    robot.interact(() -> view.show(Samples.state("identifying-half")));
    clock += TapGuard.NANOS;
    robot.clickOn("#digit-1");
    clock += TapGuard.NANOS / 8;
    robot.clickOn("#digit-1");
    assertEquals(2, told.size());
  }

  /** A touch anywhere begins, and only once. */
  @Test
  void welcomeBeginsByATouchAnywhere(FxRobot robot) {
    robot.interact(() -> view.show(Samples.state("welcome")));
    clock += TapGuard.NANOS;
    robot.clickOn(view);
    assertEquals(List.of(new Event.Started(1)), told);
  }

  @Test
  void endingIsAskedOnce(FxRobot robot) {
    robot.interact(() -> view.show(Samples.state("framing")));
    clock += TapGuard.NANOS;
    robot.clickOn("#leave");
    assertEquals(List.of(), told);
    clock += TapGuard.NANOS;
    robot.clickOn("#leave-no");
    clock += TapGuard.NANOS;
    robot.clickOn("#leave");
    clock += TapGuard.NANOS;
    robot.clickOn("#leave-yes");
    assertEquals(List.of(new Event.Left(1)), told);
  }
}
