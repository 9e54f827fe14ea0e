package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.huizhi.session.Comfort;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.StaffEnd;
import org.huizhi.session.State;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What becomes of a visit that ends early, wherever it stands, and of one whose language changes.
 */
@ExtendWith(ApplicationExtension.class)
class LeavingTest extends Story {
  @Start
  void start(Stage window) throws Exception {
    open(window);
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
}
