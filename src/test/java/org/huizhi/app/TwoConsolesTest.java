package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.huizhi.config.KioskConfig;
import org.huizhi.console.ConsoleView;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.SlipSamples;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Decided;
import org.huizhi.record.JobState;
import org.huizhi.record.NewCase;
import org.huizhi.record.NewReview;
import org.huizhi.record.Personal;
import org.huizhi.record.Review;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.record.Vault;
import org.huizhi.staff.Staff;
import org.huizhi.staff.StaffRole;
import org.huizhi.staff.StaffRules;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Kind;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Two of the staff at two consoles over one real record, as their hands move. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TwoConsolesTest {
  private static final String WANG = "1001";
  private static final String LI = "1002";
  private static final String WANGS_PIN = "739164";
  private static final String LIS_PIN = "840275";
  private static final String WRONG_PIN = "918273";

  @TempDir private Path dir = Path.of("");
  private KioskConfig config;
  private Clock clock;
  private Stage window;

  @Start
  void start(Stage stage) throws Exception {
    config = KioskConfig.read(Path.of("kiosk-config"));
    clock = Clock.system(config.kiosk().timeZone());
    window = stage;
  }

  @ParameterizedTest
  @EnumSource
  void whatOneDoesTheOtherSees(Kind kind, FxRobot robot) throws Exception {
    LogCapture log = new LogCapture();
    try (CaseStore store = CaseStore.open(dir, kind.storage(), "1", clock)) {
      Vault vault = Vault.open(dir);
      Staff staff = new Staff(store.database(), store.database(), "1", vault, clock);
      staff.addFirst(WANG, WANGS_PIN.toCharArray());
      staff.add(LI, "李", StaffRole.CLERK, LIS_PIN.toCharArray(), WANG);
      Reviews machine = reviews(store.database(), vault, "1");
      machine.ask(asked("first"));
      machine.ask(asked("second"));
      String number = issue(store);
      robot.interact(
          () -> {
            ConsoleView wang = console(store, "wang");
            ConsoleView li = console(store, "li");
            window.setScene(new Scene(new VBox(wang, li), 1080, 1920));
            window.show();
          });
      ConsoleView wang = view(0);
      ConsoleView li = view(1);

      in(robot, li, LI, WRONG_PIN);
      assertTrue(find(li, "tab-review").isEmpty(), "a wrong PIN lets nobody in");
      in(robot, wang, WANG, WANGS_PIN);
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> {
            in(robot, li, LI, LIS_PIN); // after a pause that doubles with each failure
            return find(li, "tab-review").isPresent();
          });

      fire(robot, wang, "tab-review", "review-first");
      fire(robot, li, "tab-review", "review-first");
      fire(robot, wang, "approve");
      tick(robot, li);
      assertTrue(find(li, "approve").isEmpty(), "who comes second cannot decide any more");
      fire(robot, li, "review-back");
      assertTrue(find(li, "review-first").isEmpty());
      Review decided = machine.find("first").orElseThrow();
      assertEquals(Optional.of(new Decided(WANG, "")), decided.decision());
      assertEquals(ReviewState.APPROVED, decided.state());
      assertEquals(Optional.empty(), machine.pictures("first").shot());
      fire(robot, li, "review-second", "refuse", "reason-face-covered");
      tick(robot, wang);
      assertTrue(find(wang, "review-second").isEmpty());
      assertEquals(ReviewState.REFUSED, machine.find("second").orElseThrow().state());

      fire(robot, li, "tab-cases", "case-" + number, "reprint");
      assertEquals("已完成并记录", text(li, "foot"));
      fire(robot, wang, "tab-cases", "case-" + number, "delete", "reason-person-demands");
      assertTrue(find(wang, "deletion").isPresent(), "a receipt of the deletion");
      fire(robot, li, "case-back", "case-" + number);
      assertTrue(button(li, "reprint").isDisabled(), "nothing is left to print");
      assertEquals(Optional.empty(), store.byNumber(number).orElseThrow().photo());

      fire(robot, wang, "tab-book", "verify");
      assertEquals("完整，没有改动", text(wang, "whole"));
      fire(robot, li, "lock");
      fire(robot, wang, "tab-report", "day", "lock");
      List<Audit.Line> book = Audit.search(store.database(), "", 100);
      assertTrue(
          book.stream().map(Audit.Line::what).toList().contains("review refused"),
          "deeds stand in the audit");
      for (String secret : List.of(WANGS_PIN, LIS_PIN, WRONG_PIN)) {
        assertFalse(says(log.text(), secret), "a PIN is in the log");
        assertFalse(says(book.toString(), secret), "a PIN is in the audit");
      }
      assertFalse(says(log.text(), WANG), "the log says who tried");
      assertFalse(log.text().contains("张三"), "the log names a person");
    } finally {
      log.close();
    }
  }

  /** As a word of its own: hashes, ports and temporary folders hold any digits by chance. */
  private static boolean says(String text, String digits) {
    return Pattern.compile("(?<!\\p{Alnum})" + digits + "(?!\\p{Alnum})").matcher(text).find();
  }

  private ConsoleView view(int at) {
    return (ConsoleView) ((VBox) window.getScene().getRoot()).getChildren().get(at);
  }

  private ConsoleView console(CaseStore store, String name) {
    HallDesk.Books books = OpenBooks.of(config, dir, store, name, clock);
    ConsoleView view =
        new ConsoleView(
            config.staffWords(),
            config.words(),
            new HallDesk(() -> books, config, Optional.empty(), clock),
            StaffRules.usual(),
            clock,
            clock.getZone(),
            Runnable::run,
            Optional.empty());
    view.setPrefSize(1080, 960);
    return view;
  }

  private Reviews reviews(Database hall, Vault vault, String name) {
    return new Reviews(hall, hall, name, vault, Staff.chains(name), clock);
  }

  private static NewReview asked(String id) {
    byte[] picture = "a picture".getBytes(StandardCharsets.UTF_8);
    return new NewReview(
        id, "case-" + id, "hk-macau-permit", false, picture, Optional.of(picture), "[]", "[]");
  }

  private String issue(CaseStore store) throws Exception {
    NewCase fresh =
        new NewCase(
            UUID.randomUUID().toString(),
            "hk-macau-permit",
            clock.instant(),
            Optional.empty(),
            Optional.empty(),
            false,
            new Personal(Optional.of("张三"), Optional.empty()),
            SlipSamples.photo(),
            "[]",
            "[]",
            Optional.of("A012"),
            "[]");
    byte[] pdf = SlipSamples.pdf();
    String number =
        store
            .issue(fresh, ImageNumbers.of(config.kiosk().imageNumber(), "1"), _ -> pdf)
            .imageNumber();
    store.jobs().sending(fresh.id() + "-1", "folder");
    store.jobs().ended(fresh.id() + "-1", JobState.PRINTED, "");
    return number;
  }

  private static void in(FxRobot robot, ConsoleView view, String number, String pin) {
    for (String typed : List.of(number, pin)) {
      typed.chars().forEach(digit -> fire(robot, view, "pin-" + (char) digit));
      fire(robot, view, "pin-enter");
    }
  }

  private static Optional<Node> find(ConsoleView view, String id) {
    return Optional.ofNullable(view.lookup("#" + id));
  }

  private static Button button(ConsoleView view, String id) {
    return (Button) find(view, id).orElseThrow(() -> new AssertionError("there is no " + id));
  }

  private static String text(ConsoleView view, String id) {
    return Objects.requireNonNull((Label) view.lookup("#" + id)).getText();
  }

  private static void fire(FxRobot robot, ConsoleView view, String... ids) {
    for (String id : ids) {
      robot.interact(
          () -> {
            view.applyCss();
            view.layout();
            button(view, id).fire();
          });
      WaitForAsyncUtils.waitForFxEvents(2);
    }
  }

  private static void tick(FxRobot robot, ConsoleView view) {
    robot.interact(view::tick);
    WaitForAsyncUtils.waitForFxEvents(2);
  }
}
