package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.session.Agreement;
import org.huizhi.session.Comfort;
import org.huizhi.session.Company;
import org.huizhi.session.Details;
import org.huizhi.session.Draft;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.Session;
import org.huizhi.session.State;
import org.huizhi.session.Visit;
import org.huizhi.spec.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Names written by a robot's finger on the real page. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class NamePageTest {
  private final Session session = Samples.session();
  private final List<String> faults = new ArrayList<>();
  private State state = asking(Field.NAME);
  private KioskView view;
  private long clock;

  @Start
  void start(Stage window) throws Exception {
    view =
        new KioskView(
            WordsFiles.read(),
            session.documents(),
            session.patience(),
            new Live(Pixels.frame(), () -> Guide.NOTHING_YET),
            Pixels.pictures(),
            this::tell,
            () -> clock += TapGuard.NANOS);
    view.offerOnly(text -> !text.contains("璎"));
    window.setScene(new Scene(new StackPane(view), 1080, 1920));
    window.show();
    window.setFullScreen(true);
    view.show(state);
  }

  @Test
  void aCommonNameIsTappedAndTyped(FxRobot robot) {
    look(robot, "naming-surnames");
    choose(robot, "王");
    type(robot, "xiaom");
    assertTrue(button(robot, "next").isDisabled(), "letters are left");
    type(robot, "ing");
    look(robot, "naming-given");
    choose(robot, "小明");
    assertEquals("王小明", written());
    robot.interact(() -> button(robot, "next").fire());
    assertInstanceOf(State.Preparing.class, state);
  }

  @Test
  void rareCharactersComeByTheirPartsOrTheirCode(FxRobot robot) {
    choose(robot, "李");
    tap(robot, "writing-parts");
    look(robot, "naming-parts-empty");
    type(robot, "binbei");
    look(robot, "naming-parts");
    choose(robot, "赟");
    tap(robot, "writing-code");
    look(robot, "naming-code");
    type(robot, "4DAE");
    choose(robot, "䶮");
    assertEquals("李赟䶮", written());
    tap(robot, "erase");
    assertEquals("李赟", written());
  }

  @Test
  void whatNoSlipCanShowIsNotOffered(FxRobot robot) {
    tap(robot, "writing-parts");
    type(robot, "wangying");
    assertFalse(shown(robot, "璎"));
    assertTrue(shown(robot, "璟"));
  }

  @Test
  void whatACardSaysAndNoSlipCanShowIsSaidAtOnce(FxRobot robot) {
    robot.interact(() -> tell(new Event.CardRead(1, Details.NONE.with(Field.NAME, "王璎"))));
    assertEquals("王璎", written());
    assertTrue(button(robot, "next").isDisabled(), "it would cost the photo later");
    assertTrue(robot.lookup("#answer").tryQuery().isPresent());
    try {
      for (boolean wide : List.of(false, true)) {
        robot.interact(() -> resize(wide ? 1920 : 1080, wide ? 1080 : 1920));
        for (String language : WordsFiles.LANGUAGES) {
          robot.interact(() -> tell(new Event.LanguageChosen(1, language)));
          look(robot, "naming-unprintable-" + (wide ? "wide-" : "") + language);
        }
      }
    } finally {
      robot.interact(() -> resize(1080, 1920));
    }
    assertEquals(List.of(), faults);
    tap(robot, "erase");
    assertFalse(button(robot, "next").isDisabled());
    assertTrue(robot.lookup("#answer").tryQuery().isEmpty());
  }

  @Test
  void longNamesHaveTheirDotAndForeignOnesCapitals(FxRobot robot) {
    type(robot, "a");
    choose(robot, "阿");
    tap(robot, "letter-·");
    assertEquals("阿·", written());
    tap(robot, "writing-latin");
    look(robot, "naming-latin");
    type(robot, "o-neil");
    assertEquals("阿·O-NEIL", written());
    robot.interact(() -> tell(new Event.Typed(1, "・")));
    assertEquals("阿·O-NEIL·", written());
  }

  @Test
  void furtherCandidatesStandOnFurtherPages(FxRobot robot) {
    choose(robot, "王");
    type(robot, "yi");
    assertTrue(shown(robot, "一"));
    tap(robot, "later");
    assertFalse(shown(robot, "一"));
    tap(robot, "earlier");
    assertTrue(shown(robot, "一"));
    type(robot, "n");
    tap(robot, "erase");
    assertTrue(shown(robot, "一"));
  }

  @Test
  void thePageFitsEveryScreenThemeAndLanguage(FxRobot robot) {
    List<Comfort> comforts =
        List.of(
            Comfort.USUAL,
            new Comfort(false, true, false),
            new Comfort(true, false, false),
            new Comfort(false, false, true));
    try {
      for (boolean wide : List.of(false, true)) {
        robot.interact(() -> resize(wide ? 1920 : 1080, wide ? 1080 : 1920));
        for (String language : WordsFiles.LANGUAGES) {
          for (int i = 0; i < comforts.size(); i++) {
            Comfort comfort = comforts.get(i);
            robot.interact(() -> tell(new Event.ComfortChosen(1, comfort)));
            robot.interact(() -> tell(new Event.LanguageChosen(1, language)));
            String name = "naming-" + (wide ? "wide-" : "") + language + "-" + i;
            type(robot, "ouyangxiaom");
            look(robot, name);
            tap(robot, "writing-code");
            look(robot, name + "-code");
          }
        }
      }
    } finally {
      robot.interact(() -> resize(1080, 1920));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void numbersOfOtherDocumentsAreTypedOnTheirOwnPages(FxRobot robot) {
    Map<Field, String> numbers =
        Map.of(
            Field.PERMANENT_RESIDENCE, "USA110085010203",
            Field.PASSPORT, "E12345678",
            Field.HK_MACAU_PERMIT, "CA0000001",
            Field.TAIWAN_PERMIT, "L12345678",
            Field.HOME_RETURN_PERMIT, "H12345678",
            Field.TAIWAN_COMPATRIOT_PERMIT, "12345678",
            Field.PHONE, "13912345678");
    try {
      for (boolean wide : List.of(false, true)) {
        robot.interact(() -> resize(wide ? 1920 : 1080, wide ? 1080 : 1920));
        numbers.forEach(
            (field, number) -> {
              state = asking(field);
              robot.interact(() -> view.show(state));
              assertTrue(button(robot, "next").isDisabled());
              type(robot, number);
              assertFalse(button(robot, "next").isDisabled(), field::toString);
              look(robot, (wide ? "number-wide-" : "number-") + field);
              tap(robot, "erase");
              assertEquals(number.substring(0, number.length() - 1), written());
            });
      }
    } finally {
      robot.interact(() -> resize(1080, 1920));
    }
    assertEquals(List.of(), faults);
  }

  private void resize(double width, double height) {
    view.setManaged(false);
    view.resize(width, height);
    view.layout();
  }

  private void look(FxRobot robot, String name) {
    robot.interact(
        () -> {
          view.applyCss();
          view.layout();
          if (name.matches(
              "naming-(wide-)?(zh|en)-0|naming-[a-z-]+|number-(wide-)?P(ERMA|HONE).*")) {
            Pixels.save(view, name);
          }
          Layout.faults((Parent) view.lookup(".canvas"))
              .forEach(fault -> faults.add(name + ": " + fault));
          Contrast.faults(view).forEach(fault -> faults.add(name + ": " + fault));
        });
  }

  private void type(FxRobot robot, String letters) {
    boolean pad = robot.lookup("#digit-1").tryQuery().isPresent();
    letters.codePoints().forEach(point -> tap(robot, (pad ? "digit-" : "letter-") + lower(point)));
  }

  private static String lower(int point) {
    return Character.toString(Character.toLowerCase(point));
  }

  private void tap(FxRobot robot, String id) {
    robot.interact(() -> button(robot, id).fire());
  }

  private static Button button(FxRobot robot, String id) {
    return robot
        .lookup((Node node) -> node instanceof Button && id.equals(node.getId()))
        .queryButton();
  }

  private void choose(FxRobot robot, String text) {
    Button candidate = candidate(robot, text).orElseThrow(() -> new AssertionError("no " + text));
    robot.interact(candidate::fire);
  }

  private static boolean shown(FxRobot robot, String text) {
    return candidate(robot, text).isPresent();
  }

  private static Optional<Button> candidate(FxRobot robot, String text) {
    return robot.lookup(".candidate").queryAllAs(Button.class).stream()
        .filter(one -> one.getGraphic() instanceof Label label && label.getText().equals(text))
        .findFirst();
  }

  private String written() {
    return state instanceof State.Identifying asked ? asked.draft().text() : "";
  }

  private void tell(Event event) {
    state = session.next(state, event).state();
    view.show(state);
  }

  private static State asking(Field field) {
    Visit visit =
        new Visit(new Agreement("zh-1", Samples.NOON, Company.ALONE), Samples.PERMIT, Details.NONE);
    return new State.Identifying(
        Samples.state("identifying-empty").setting(), visit, new Draft(field, ""));
  }
}
