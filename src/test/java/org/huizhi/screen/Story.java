package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.State;
import org.huizhi.session.Visit;
import org.huizhi.spec.Spec;
import org.junit.jupiter.params.provider.Arguments;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What visits that a robot plays on the real screens have in common; the machine's work is played.
 */
@SuppressWarnings("NullAway.Init")
abstract class Story {
  private static final List<Spec> DOCUMENTS =
      List.of(Samples.PERMIT, Samples.PASSPORT, Samples.RESIDENCE);

  final PlayedEngine engine = new PlayedEngine(DOCUMENTS);
  private long clock;
  KioskView view;
  int taps;

  /** Opens the screens in this window; TestFX looks for {@code @Start} in the test's own class. */
  void open(Stage window) throws Exception {
    view =
        new KioskView(
            WordsFiles.read(),
            DOCUMENTS,
            Samples.session().patience(),
            new Live(Pixels.frame(), () -> Guide.NOTHING_YET),
            Pixels.pictures(),
            engine::tell,
            () -> clock += TapGuard.NANOS);
    window.setScene(new Scene(new StackPane(view), 1080, 1920));
    window.show();
    window.setFullScreen(true);
    view.offerTickets(new TicketOffer(Stand.KINDS, Map::of));
    engine.show(view);
  }

  /** The language and whether the screen is wide; each language and each shape at least once. */
  static Stream<Arguments> screens() {
    boolean all = System.getProperty("stories") != null;
    return WordsFiles.LANGUAGES.stream()
        .flatMap(
            language ->
                Stream.of(true, false)
                    .filter(
                        wide -> all || wide == (WordsFiles.LANGUAGES.indexOf(language) % 2 == 1))
                    .map(wide -> Arguments.of(language, wide)));
  }

  /** For stories in which little depends on words and shape. */
  static Stream<Arguments> oneScreen() {
    return System.getProperty("stories") != null ? screens() : Stream.of(Arguments.of("zh", false));
  }

  /** For stories that take long: both shapes, and from left and from right. */
  static Stream<Arguments> fewScreens() {
    return System.getProperty("stories") != null
        ? screens()
        : Stream.of(Arguments.of("zh", false), Arguments.of("ug", true));
  }

  void on(FxRobot robot, String language, boolean wide) {
    robot.interact(
        () -> {
          view.setManaged(false);
          view.resize(1080, wide ? 607.5 : 1920);
          view.layout();
        });
    if (!language.equals("zh")) {
      tap(robot, "languages", "language-" + language);
      taps = 0;
    }
    assertEquals(language, engine.state().setting().language());
  }

  Visit issued() {
    return engine.effects().stream()
        .filter(Effect.Issue.class::isInstance)
        .map(Effect.Issue.class::cast)
        .findFirst()
        .orElseThrow()
        .visit();
  }

  void pick(FxRobot robot, String candidate) {
    touch(
        robot,
        robot
            .lookup(".candidate")
            .match(
                (Button one) ->
                    one.getGraphic() instanceof Label label && label.getText().equals(candidate))
            .queryButton());
    WaitForAsyncUtils.waitForFxEvents(2);
  }

  /** A finger comes from nowhere; {@link FxRobot#clickOn} draws a mouse over the whole screen. */
  private static void touch(FxRobot robot, Node node) {
    robot.robotContext().getMouseRobot().move(robot.point(node).query());
    robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
  }

  void walkAway(FxRobot robot) {
    tick(robot, 400);
    assertInstanceOf(State.Welcome.class, engine.state());
    assertNothingPersonal();
  }

  void tap(FxRobot robot, String... ids) {
    for (String id : ids) {
      touch(robot, robot.lookup("#" + id).query());
      taps++;
      WaitForAsyncUtils.waitForFxEvents(2);
    }
  }

  void type(FxRobot robot, String text) {
    text.toLowerCase(Locale.ROOT)
        .chars()
        .forEach(character -> tap(robot, "digit-" + (char) character));
  }

  void still(FxRobot robot) {
    robot.interact(() -> engine.tell(new Event.HeldStill(engine.state().setting().number())));
    WaitForAsyncUtils.waitForFxEvents(3);
  }

  void tick(FxRobot robot, long seconds) {
    robot.interact(
        () -> engine.tell(new Event.Tick(engine.state().setting().now().plusSeconds(seconds))));
    WaitForAsyncUtils.waitForFxEvents(2);
  }

  /** No number and no picture is left anywhere on the screen, nor in the session's state. */
  void assertNothingPersonal() {
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
