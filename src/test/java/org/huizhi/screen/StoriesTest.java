package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.huizhi.session.Approval;
import org.huizhi.session.Comfort;
import org.huizhi.session.Company;
import org.huizhi.session.Details;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.Refusal;
import org.huizhi.session.Samples;
import org.huizhi.session.StaffEnd;
import org.huizhi.session.State;
import org.huizhi.session.Visit;
import org.huizhi.spec.Field;
import org.huizhi.spec.Spec;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whole visits, touched by a robot on the real screens, with the machine's work played. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class StoriesTest {
  private static final List<Spec> DOCUMENTS =
      List.of(Samples.PERMIT, Samples.PASSPORT, Samples.RESIDENCE);

  private final PlayedEngine engine = new PlayedEngine(DOCUMENTS);
  private long clock;
  private KioskView view;
  private int taps;

  @Start
  void start(Stage window) throws Exception {
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

  private void on(FxRobot robot, String language, boolean wide) {
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

  @ParameterizedTest
  @MethodSource("screens")
  void aGoodPhotoTakesFewTouches(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    tap(robot, "start", "agree", "document-hk-macau-permit");
    tap(robot, "ready");
    still(robot);
    tap(robot, "accept");
    tick(robot, 2);
    assertInstanceOf(State.Farewell.class, engine.state());
    tap(robot, "done");
    assertInstanceOf(State.Welcome.class, engine.state());
    assertEquals(6, taps);
    assertNothingPersonal();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void closedEyesTwiceThenGood(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    engine.nextShots(Samples.BAD, Samples.BAD, Samples.GOOD);
    tap(robot, "start", "agree", "document-hk-macau-permit", "ready");
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

  private void toAnUnsurePhoto(FxRobot robot) {
    engine.nextShots(Samples.UNSURE);
    engine.nextPhoto(Samples.UNSURE);
    tap(robot, "start", "agree", "document-hk-macau-permit", "ready");
    still(robot);
  }

  @ParameterizedTest
  @MethodSource("fewScreens")
  void whoDoesNotWaitComesBackWithACode(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    toAnUnsurePhoto(robot);
    tap(robot, "staff", "later");
    State.Farewell away = assertInstanceOf(State.Farewell.class, engine.state());
    assertEquals("482913", away.imageNumber());
    tap(robot, "done");
    assertNothingPersonal();
    tap(robot, "have-code");
    for (String digits : List.of("482914", "482913")) {
      digits.chars().forEach(digit -> tap(robot, "digit-" + (char) digit));
      tap(robot, "confirm");
    }
    assertInstanceOf(State.WaitingForStaff.class, engine.state());
    assertEquals("en", engine.state().setting().language(), "as the person spoke");
    long number = engine.state().setting().number();
    robot.interact(() -> engine.tell(new Event.StaffAccepted(number, new Approval("1001", ""))));
    tick(robot, 2);
    tap(robot, "done");
    assertNothingPersonal();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void whoThinksTheJudgementWrongAppeals(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    toAnUnsurePhoto(robot);
    tap(robot, "staff");
    State.WaitingForStaff waiting = assertInstanceOf(State.WaitingForStaff.class, engine.state());
    assertEquals(Samples.UNSURE, waiting.review().orElseThrow().verdict());
    Approval approval = new Approval("1001", "light is fine");
    robot.interact(
        () -> engine.tell(new Event.StaffAccepted(waiting.setting().number(), approval)));
    tick(robot, 2);
    tap(robot, "done");
    assertNothingPersonal();
    assertTrue(
        engine.effects().stream()
            .anyMatch(
                effect ->
                    effect instanceof Effect.Issue issue
                        && issue.approval().equals(Optional.of(approval))));
  }

  /** A shot that failed is made into a photo first; refused, the person tries again. */
  @ParameterizedTest
  @MethodSource("screens")
  void whatStaffRefuseIsTakenAgain(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    engine.nextShots(Samples.BAD);
    engine.nextPhoto(Samples.BAD);
    tap(robot, "start", "agree", "document-hk-macau-permit", "ready");
    still(robot);
    tap(robot, "staff");
    State.WaitingForStaff waiting = assertInstanceOf(State.WaitingForStaff.class, engine.state());
    assertTrue(waiting.review().orElseThrow().photo().isPresent());
    assertEquals(new State.WaitingForStaff.Answer.NotYet(1), waiting.answer());
    long number = waiting.setting().number();
    robot.interact(() -> engine.tell(new Event.StaffRefused(number, Refusal.FACE_COVERED)));
    WaitForAsyncUtils.waitForFxEvents(2);
    tap(robot, "try-again");
    still(robot);
    tap(robot, "accept");
    tick(robot, 2);
    tap(robot, "done");
    assertNothingPersonal();
  }

  /** Wherever a visit stands, staff can end it, and the screen says so. */
  @ParameterizedTest
  @MethodSource("oneScreen")
  void whatStaffResetIsForgottenWhereverItStood(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    for (State state : Samples.states().values()) {
      if (state instanceof State.Welcome) {
        continue;
      }
      robot.interact(
          () -> {
            engine.stand(Sight.in(language, Comfort.USUAL, state));
            engine.tell(new Event.EndedByStaff(state.setting().number(), StaffEnd.RESET));
          });
      WaitForAsyncUtils.waitForFxEvents(2);
      if (state.setting().troubles().isEmpty()) {
        assertInstanceOf(State.Welcome.class, engine.state());
        robot.lookup("#ended").query();
      }
      assertNothingPersonal();
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void aChildComesWithAGuardian(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    tap(robot, "start", "company-child", "agree", "document-hk-macau-permit");
    State.Preparing preparing = assertInstanceOf(State.Preparing.class, engine.state());
    assertEquals(language + "-3-90d-guardian", preparing.visit().agreement().textVersion());
    tap(robot, "ready");
    assertTrue(
        engine.effects().stream()
            .anyMatch(
                effect ->
                    effect instanceof Effect.StartGuide start && start.company() == Company.CHILD));
    still(robot);
    tap(robot, "retake");
    still(robot);
    tap(robot, "accept-earlier");
    tick(robot, 2);
    tap(robot, "done");
    assertNothingPersonal();
  }

  @ParameterizedTest
  @MethodSource("fewScreens")
  void aRareNameIsFoundByItsParts(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    tap(robot, "start", "agree", "document-residence");
    pick(robot, "李");
    tap(robot, "writing-parts");
    "binbei".chars().forEach(letter -> tap(robot, "letter-" + (char) letter));
    pick(robot, "赟");
    tap(robot, "next", "ready");
    still(robot);
    tap(robot, "accept");
    tick(robot, 2);
    assertEquals("李赟", issued().details().of(Field.NAME).orElseThrow());
    tap(robot, "done");
    assertNothingPersonal();
  }

  @ParameterizedTest
  @MethodSource("fewScreens")
  void aWrongIdNumberIsToldAndMended(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    tap(robot, "start", "agree", "document-passport");
    type(robot, "110105194912310021");
    assertTrue(robot.lookup("#next").query().isDisabled());
    tap(robot, "erase");
    type(robot, "X");
    tap(robot, "next", "ready");
    State.Framing framing = assertInstanceOf(State.Framing.class, engine.state());
    assertEquals(Details.NONE.with(Field.ID_NUMBER, Samples.ID_NUMBER), framing.visit().details());
    still(robot);
    tap(robot, "accept");
    tick(robot, 2);
    assertEquals(Samples.ID_NUMBER, issued().details().of(Field.ID_NUMBER).orElseThrow());
    tap(robot, "done");
    assertNothingPersonal();
  }

  /** Whatever stands there, another language changes nothing else. */
  @ParameterizedTest
  @MethodSource("oneScreen")
  void theLanguageCanBeChangedAtEveryState(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    Set<Class<?>> touched = new HashSet<>();
    List<String> others =
        WordsFiles.LANGUAGES.stream().filter(other -> !other.equals(language)).toList();
    for (State state : Samples.states().values()) {
      String other = others.get(touched.size() % others.size());
      robot.interact(() -> engine.stand(Sight.in(language, Comfort.USUAL, state)));
      if (touched.add(state.getClass())) {
        WaitForAsyncUtils.waitForFxEvents(2);
        tap(robot, "languages", "language-" + other);
      } else {
        robot.interact(
            () -> engine.tell(new Event.LanguageChosen(state.setting().number(), other)));
      }
      State after = engine.state();
      assertEquals(other, after.setting().language());
      assertEquals(state, after.with(state.setting()));
    }
    assertEquals(17, touched.size());
  }

  /**
   * Who comes without a ticket where another is called takes one, and the other is still called.
   */
  @ParameterizedTest
  @MethodSource("screens")
  void whoHasNoTicketTakesOne(String language, boolean wide, FxRobot robot) {
    robot.interact(() -> engine.tell(new Event.Called(Optional.of("A012"))));
    on(robot, language, wide);
    tap(robot, "no-ticket", "take-normal");
    assertEquals("A058", robot.lookup("#ticket").queryAs(Label.class).getText());
    tap(robot, "done");
    State.Expecting expecting = assertInstanceOf(State.Expecting.class, engine.state());
    assertEquals("A012", expecting.ticket());
    assertEquals("zh", expecting.setting().language());
    assertTrue(
        engine.effects().stream()
            .anyMatch(
                effect -> effect instanceof Effect.TakeTicket t && t.kind().equals("normal")));
  }

  /** A ticket for one document fills it in. */
  @ParameterizedTest
  @MethodSource("screens")
  void whoIsCalledIsNotAskedForTheTicketsDocument(String language, boolean wide, FxRobot robot) {
    robot.interact(() -> engine.tell(new Event.Called(Optional.of("A012"))));
    on(robot, language, wide);
    type(robot, "13");
    tap(robot, "confirm");
    assertTrue(assertInstanceOf(State.Expecting.class, engine.state()).wrong());
    type(robot, "12");
    tap(robot, "confirm", "company-carer", "agree");
    State.Identifying asking = assertInstanceOf(State.Identifying.class, engine.state());
    assertEquals(Samples.PASSPORT, asking.visit().document());
    tap(robot, "back");
    assertInstanceOf(State.Choosing.class, engine.state());
    tap(robot, "leave", "leave-yes");
    assertNothingPersonal();
  }

  /** Wherever somebody goes away, time ends the visit and nothing of them is left. */
  @ParameterizedTest
  @MethodSource("oneScreen")
  void whoGoesAwayIsForgottenAtEveryState(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    for (State state : Samples.states().values()) {
      robot.interact(() -> engine.stand(Sight.in(language, Comfort.USUAL, state)));
      for (int i = 0; i < 2; i++) { // some say goodbye first
        tick(robot, 400);
      }
      if (state instanceof State.Personal) {
        assertNothingPersonal();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fewScreens")
  void whoWalksAwayIsForgottenWhereverTheyStood(String language, boolean wide, FxRobot robot) {
    List<List<String>> ways =
        List.of(
            List.of("start"),
            List.of("start", "agree"),
            List.of("start", "agree", "document-passport", "digit-1", "digit-1"),
            List.of("start", "agree", "document-hk-macau-permit"),
            List.of("start", "agree", "document-hk-macau-permit", "ready"),
            List.of("start", "agree", "document-hk-macau-permit", "ready", "staff"));
    for (List<String> way : ways) {
      on(robot, language, wide);
      way.forEach(id -> tap(robot, id));
      walkAway(robot);
    }
    on(robot, language, wide);
    tap(robot, "start", "agree", "document-passport");
    type(robot, Samples.ID_NUMBER);
    tap(robot, "next", "ready");
    still(robot);
    assertInstanceOf(State.Reviewing.class, engine.state());
    walkAway(robot);
  }

  @ParameterizedTest
  @MethodSource("oneScreen")
  void endingIsAskedAndWipes(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    tap(robot, "start", "agree", "document-passport");
    type(robot, "11010519");
    tap(robot, "leave", "leave-no");
    assertInstanceOf(State.Identifying.class, engine.state());
    tap(robot, "leave", "leave-yes");
    assertInstanceOf(State.Welcome.class, engine.state());
    assertNothingPersonal();
  }

  /** A machine that never answers ends calmly, and the next person finds nothing. */
  @ParameterizedTest
  @MethodSource("oneScreen")
  void aMachineThatHangsIsOutOfOrder(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    tap(robot, "start", "agree", "document-hk-macau-permit", "ready");
    engine.hang();
    still(robot);
    tick(robot, 60);
    assertInstanceOf(State.OutOfOrder.class, engine.state());
    assertEquals("T-1", robot.lookup("#code").queryAs(Label.class).getText());
    assertNothingPersonal();
  }

  private Visit issued() {
    return engine.effects().stream()
        .filter(Effect.Issue.class::isInstance)
        .map(Effect.Issue.class::cast)
        .findFirst()
        .orElseThrow()
        .visit();
  }

  private void pick(FxRobot robot, String candidate) {
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

  private void walkAway(FxRobot robot) {
    tick(robot, 400);
    assertInstanceOf(State.Welcome.class, engine.state());
    assertNothingPersonal();
  }

  private void tap(FxRobot robot, String... ids) {
    for (String id : ids) {
      touch(robot, robot.lookup("#" + id).query());
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
