package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.huizhi.session.Approval;
import org.huizhi.session.Company;
import org.huizhi.session.Details;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.Refusal;
import org.huizhi.session.Samples;
import org.huizhi.session.State;
import org.huizhi.spec.Field;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whole visits from the first touch to the farewell. */
@ExtendWith(ApplicationExtension.class)
class StoriesTest extends Story {
  @Start
  void start(Stage window) throws Exception {
    open(window);
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

  @ParameterizedTest
  @MethodSource("screens")
  void aChildComesWithAGuardian(String language, boolean wide, FxRobot robot) {
    on(robot, language, wide);
    tap(robot, "start", "company-child", "agree", "document-hk-macau-permit");
    State.Preparing preparing = assertInstanceOf(State.Preparing.class, engine.state());
    assertEquals(language + "-4-90d-guardian", preparing.visit().agreement().textVersion());
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
}
