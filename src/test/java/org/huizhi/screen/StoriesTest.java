package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.session.Details;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.State;
import org.huizhi.spec.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whole visits, touched by a robot on the real screens, with the machine's work played. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class StoriesTest {
  private final PlayedEngine engine = new PlayedEngine();
  private long clock;
  private KioskView view;
  private int taps;

  @Start
  void start(Stage window) throws Exception {
    view =
        new KioskView(
            WordsFiles.read(),
            Samples.session().documents(),
            Samples.session().patience(),
            new Live(Pixels.frame(), () -> Guide.NOTHING_YET),
            Pixels.pictures(),
            engine::tell,
            () -> clock += TapGuard.NANOS);
    window.setScene(new Scene(new StackPane(view), 1080, 1920));
    window.show();
    window.setFullScreen(true);
    engine.show(view);
  }

  @Test
  void aGoodPhotoTakesFewTouches(FxRobot robot) {
    tap(robot, "start", "agree", "document-hk-macau-permit");
    still(robot);
    tap(robot, "accept");
    tick(robot, 2);
    assertInstanceOf(State.Farewell.class, engine.state());
    tap(robot, "done");
    assertInstanceOf(State.Welcome.class, engine.state());
    assertEquals(5, taps);
    assertNothingPersonal();
  }

  @Test
  void closedEyesTwiceThenGood(FxRobot robot) {
    engine.nextShots(Samples.BAD, Samples.BAD, Samples.GOOD);
    tap(robot, "start", "agree", "document-hk-macau-permit");
    for (int i = 0; i < 2; i++) {
      still(robot);
      assertTrue(robot.lookup("#accept").tryQuery().isEmpty(), "a bad photo cannot be taken");
      tap(robot, "retake");
    }
    still(robot);
    tap(robot, "accept");
    tick(robot, 2);
    tap(robot, "done");
    assertInstanceOf(State.Welcome.class, engine.state());
  }

  @Test
  void aWrongIdNumberIsToldAndMended(FxRobot robot) {
    tap(robot, "start", "agree", "document-passport");
    type(robot, "110105194912310021");
    assertTrue(robot.lookup("#next").query().isDisabled());
    tap(robot, "erase");
    type(robot, "X");
    tap(robot, "next");
    State.Framing framing = assertInstanceOf(State.Framing.class, engine.state());
    assertEquals(Details.NONE.with(Field.ID_NUMBER, Samples.ID_NUMBER), framing.visit().details());
    still(robot);
    tap(robot, "accept");
    Effect.Issue issue =
        engine.effects().stream()
            .filter(Effect.Issue.class::isInstance)
            .map(Effect.Issue.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(Samples.ID_NUMBER, issue.visit().details().of(Field.ID_NUMBER).orElseThrow());
    tick(robot, 2);
    tap(robot, "done");
    assertNothingPersonal();
  }

  @Test
  void theLanguageCanBeChangedOnEveryScreen(FxRobot robot) {
    tap(robot, "language-en", "start", "language-zh", "agree", "language-en");
    tap(robot, "document-passport", "language-zh");
    type(robot, "110105");
    tap(robot, "language-en");
    State.Identifying asking = assertInstanceOf(State.Identifying.class, engine.state());
    assertEquals("110105", asking.draft().text(), "what was typed stays");
    tap(robot, "skip", "language-zh");
    still(robot);
    tap(robot, "language-en", "accept", "language-zh");
    tick(robot, 2);
    tap(robot, "language-en", "done");
    assertInstanceOf(State.Welcome.class, engine.state());
  }

  @Test
  void whoWalksAwayIsForgottenWhereverTheyStood(FxRobot robot) {
    List<List<String>> ways =
        List.of(
            List.of("start"),
            List.of("start", "agree"),
            List.of("start", "agree", "document-passport", "digit-1", "digit-1"),
            List.of("start", "agree", "document-hk-macau-permit"),
            List.of("start", "agree", "document-hk-macau-permit", "staff"));
    for (List<String> way : ways) {
      way.forEach(id -> tap(robot, id));
      walkAway(robot);
    }
    tap(robot, "start", "agree", "document-passport");
    type(robot, Samples.ID_NUMBER);
    tap(robot, "next");
    still(robot);
    assertInstanceOf(State.Reviewing.class, engine.state());
    walkAway(robot);
  }

  @Test
  void endingIsAskedAndWipes(FxRobot robot) {
    tap(robot, "start", "agree", "document-passport");
    type(robot, "11010519");
    tap(robot, "leave", "leave-no");
    assertInstanceOf(State.Identifying.class, engine.state());
    tap(robot, "leave", "leave-yes");
    assertInstanceOf(State.Welcome.class, engine.state());
    assertNothingPersonal();
  }

  /** A machine that never answers ends calmly, and the next person finds nothing. */
  @Test
  void aMachineThatHangsIsOutOfOrder(FxRobot robot) {
    tap(robot, "start", "agree", "document-hk-macau-permit");
    engine.hang();
    still(robot);
    tick(robot, 60);
    assertInstanceOf(State.OutOfOrder.class, engine.state());
    assertEquals("T-1", robot.lookup("#code").queryAs(Label.class).getText());
    assertNothingPersonal();
  }

  private void walkAway(FxRobot robot) {
    tick(robot, 400);
    assertInstanceOf(State.Welcome.class, engine.state());
    assertNothingPersonal();
  }

  private void tap(FxRobot robot, String... ids) {
    for (String id : ids) {
      robot.clickOn("#" + id);
      taps++;
      WaitForAsyncUtils.waitForFxEvents(2);
    }
  }

  private void type(FxRobot robot, String text) {
    text.toLowerCase(Locale.ROOT)
        .chars()
        .forEach(character -> tap(robot, "digit-" + (char) character));
  }

  private void still(FxRobot robot) {
    robot.interact(() -> engine.tell(new Event.HeldStill(engine.state().setting().number())));
    WaitForAsyncUtils.waitForFxEvents(3);
  }

  private void tick(FxRobot robot, long seconds) {
    robot.interact(
        () -> engine.tell(new Event.Tick(engine.state().setting().now().plusSeconds(seconds))));
    WaitForAsyncUtils.waitForFxEvents(2);
  }

  /** No number and no picture is left anywhere on the screen, nor in the session's state. */
  private void assertNothingPersonal() {
    List<String> left = new ArrayList<>();
    collect(view, left);
    assertEquals(List.of(), left);
    assertTrue(!(engine.state() instanceof State.Personal), "the state holds a person");
    assertInstanceOf(Effect.Forget.class, engine.effects().get(engine.effects().size() - 1));
  }

  private static void collect(Node node, List<String> left) {
    if (node instanceof ImageView picture && picture.getImage() != null) {
      left.add("a picture");
    }
    if (node instanceof Label label && label.getText().matches(".*\\d{6}.*")) {
      left.add("a number: " + label.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, left));
    }
  }
}
