package org.huizhi.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.huizhi.app.Snapshots;
import org.huizhi.queue.BoardNews;
import org.huizhi.queue.Call;
import org.huizhi.queue.QueueRules;
import org.huizhi.queue.SampleTicket;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.TicketPrint;
import org.huizhi.queue.Wait;
import org.huizhi.screen.Words;
import org.huizhi.screen.WordsFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Shows board and ticket machine in each of their states and keeps a picture of it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class BoardTest {
  private static final Path PICTURES = Path.of("target/screens");
  private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
  private static final QueueRules RULES =
      new QueueRules(
          true,
          true,
          Map.of(),
          3,
          Duration.ofSeconds(25),
          Duration.ofSeconds(6),
          Map.of("zh", "请带好身份证件，听到叫号后到指定机器", "en", "Please have your ID ready"),
          Optional.empty(),
          List.of(
              new TicketKind("normal", "A", Duration.ZERO, Map.of("zh", "普通", "en", "Normal")),
              new TicketKind(
                  "priority",
                  "P",
                  Duration.ofMinutes(15),
                  Map.of(
                      "zh",
                      "优先：老人、孕妇、婴幼儿、残障人士、军人",
                      "en",
                      "Priority: elderly, pregnant, infants, disabled, military"))));

  private Stage stage;

  @Start
  void start(Stage window) {
    stage = window;
    stage.setScene(new Scene(new StackPane(), 1080, 1920));
    stage.show();
  }

  private static Call call(String number, String machine, String direction, int times) {
    return new Call(number, machine, direction, times, NOON, true);
  }

  @Test
  void theBoardIsReadableInEveryState(FxRobot robot) throws Exception {
    keep(robot, "board-empty", new BoardNews(List.of(), Map.of()), true);
    keep(
        robot,
        "board-busy",
        new BoardNews(
            List.of(
                call("A057", "3", "直行，左侧第二台", 1),
                call("P012", "11", "", 1),
                call("A056", "2", "", 2),
                call("A055", "7", "", 1),
                call("A801", "1", "", 3),
                call("A053", "12", "", 1)),
            Map.of("normal", 38, "priority", 4)),
        true);
    keep(
        robot,
        "board-long",
        new BoardNews(
            List.of(
                call("VIP100199", "大厅北侧12", "请从服务台右侧的楼梯上二楼，出楼梯口后向左走到尽头，第三台机器", 1),
                call("VIP100198", "大厅北侧11", "", 1),
                call("A056", "2", "", 2)),
            Map.of("normal", 1380, "priority", 412)),
        true);
    keep(
        robot,
        "board-away",
        new BoardNews(List.of(call("A057", "3", "", 1)), Map.of("normal", 38)),
        false);
  }

  private void keep(FxRobot robot, String name, BoardNews news, boolean reached) throws Exception {
    List<BoardView> made = new ArrayList<>();
    robot.interact(
        () -> {
          try {
            BoardView view = new BoardView(WordsFiles.read(), RULES, Crier.SILENT);
            made.add(view);
            fill(view, 1920, 1080);
            view.hear(news);
            for (int i = 0; i < 20; i++) {
              view.tick(i * 7_000_000_000L); // each call had its time; the newest stands
            }
            view.reached(reached);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    BoardView view = made.getFirst();
    picture(robot, name, view);
    assertEquals(List.of(), cut(view), name);
    assertTrue(
        view.getChildrenUnmodifiable().stream()
            .allMatch(sheet -> sheet.getBoundsInParent().getMaxY() <= 1080.5),
        name + " is higher than the screen");
    boolean says = view.lookup("#away").isVisible();
    assertEquals(!reached, says);
  }

  @Test
  void theTicketMachineShowsKindsAndTheTicket(FxRobot robot) throws Exception {
    List<TicketsView.Wish> taken = new ArrayList<>();
    List<TicketsView> made = new ArrayList<>();
    robot.interact(
        () -> {
          try {
            TicketsView view = new TicketsView(WordsFiles.read(), RULES, taken::add);
            made.add(view);
            fill(view, 1080, 1920);
            view.hear(
                Map.of(
                    "normal",
                    new Wait(
                        17,
                        Optional.of(new Wait.Span(Duration.ofMinutes(12), Duration.ofMinutes(21)))),
                    "priority",
                    new Wait(0, Optional.empty())));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    TicketsView view = made.getFirst();
    picture(robot, "tickets-kinds", view);
    assertEquals(List.of(), cut(view));
    for (TicketKind kind : RULES.kinds()) {
      Node button = view.lookup("#take-" + kind.name());
      double bottom = button.localToScene(button.getBoundsInLocal()).getMaxY();
      assertTrue(bottom <= 1920, kind.name() + " ends at " + bottom);
    }
    robot.interact(() -> ((Button) view.lookup("#take-normal")).fire());
    TicketsView.Wish wish = taken.getFirst();
    assertEquals("normal", wish.kind().name());
    robot.interact(() -> ((Button) view.lookup("#take-priority")).fire());
    assertEquals(1, taken.size(), "the hall takes its time, and one number is enough");
    Ticket ticket = SampleTicket.waiting("x", "A058", "normal", NOON);
    robot.interact(() -> assertTrue(view.show(wish, ticket, TicketPrint.NONE)));
    picture(robot, "tickets-taken", view);
    assertEquals(List.of(), cut(view));
    robot.interact(view::timeIsUp);
    TicketsView.Wish next = wish(robot, view, taken);
    robot.interact(() -> assertTrue(view.show(next, ticket, TicketPrint.UNDER_WAY)));
    assertTrue(says(view, "正在打印号票…"));
    robot.interact(() -> view.printed(ticket, false));
    assertTrue(says(view, "未能打印，请拍下或记住号码"));
    picture(robot, "tickets-not-printed", view);
    assertEquals(List.of(), cut(view));
    robot.interact(() -> view.printed(ticket, true));
    assertTrue(says(view, "号票已打印，请取走"));
    robot.interact(view::timeIsUp);
    TicketsView.Wish last = wish(robot, view, taken);
    robot.interact(() -> view.showNone(last));
    robot.interact(() -> view.printed(ticket, true)); // too late: somebody else is there
    assertFalse(says(view, "号票已打印，请取走"));
    picture(robot, "tickets-none", view);
    assertEquals(List.of(), cut(view));
  }

  private static TicketsView.Wish wish(
      FxRobot robot, TicketsView view, List<TicketsView.Wish> taken) {
    robot.interact(() -> ((Button) view.lookup("#take-normal")).fire());
    return taken.getLast();
  }

  /** Else it stands before somebody else, or is called and belongs to nobody. */
  @Test
  void aTicketThatComesTooLateIsNobodys(FxRobot robot) throws Exception {
    Words words = WordsFiles.read();
    List<TicketsView.Wish> taken = new ArrayList<>();
    List<TicketsView> made = new ArrayList<>();
    robot.interact(
        () -> {
          made.add(new TicketsView(words, RULES, taken::add));
          fill(made.getFirst(), 1080, 1920);
        });
    TicketsView view = made.getFirst();
    Ticket ticket = SampleTicket.waiting("x", "A058", "normal", NOON);
    TicketsView.Wish first = wish(robot, view, taken);
    robot.interact(view::timeIsUp);
    assertTrue(says(view, "现在不能取号，请找工作人员"), "who waited is told");
    robot.interact(() -> assertFalse(view.show(first, ticket, TicketPrint.UNDER_WAY)));
    assertFalse(says(view, "A058"));
    robot.interact(view::timeIsUp);

    TicketsView.Wish second = wish(robot, view, taken);
    robot.interact(() -> assertFalse(view.show(first, ticket, TicketPrint.UNDER_WAY)));
    robot.interact(() -> view.showNone(first));
    robot.interact(() -> assertTrue(view.show(second, ticket, TicketPrint.NONE)));
    assertTrue(says(view, "A058"));
  }

  /** Every call stands for its full time, in order; what was over before the start is not shown. */
  @Test
  void callsLineUp() {
    CallShow show = new CallShow(Duration.ofSeconds(6));
    Call old = new Call("A001", "1", "", 1, NOON, false);
    show.hear(List.of(call("A002", "2", "", 1), old));
    assertEquals("A002", show.at(0, false).orElseThrow().number());
    show.hear(
        List.of(call("A004", "4", "", 1), call("A003", "3", "", 1), call("A002", "2", "", 1)));
    assertEquals("A002", show.at(5_900_000_000L, false).orElseThrow().number());
    assertEquals("A003", show.at(6_000_000_000L, false).orElseThrow().number());
    show.hear(List.of(call("A004", "4", "", 2), call("A003", "3", "", 1)));
    assertEquals("A004", show.at(12_000_000_000L, false).orElseThrow().number());
    assertEquals(
        2, show.at(18_000_000_000L, false).orElseThrow().times(), "called again, shown again");
    assertEquals(2, show.at(99_000_000_000L, false).orElseThrow().times(), "the last one stays");
    assertFalse(show.at(99_000_000_000L, false).isEmpty());
  }

  /** A call stands until it is said to its end, unless its loudspeaker hangs. */
  @Test
  void nobodyIsCalledIntoAnothersCall() {
    CallShow show = new CallShow(Duration.ofSeconds(6));
    show.hear(List.of(call("A002", "2", "", 1), call("A001", "1", "", 1)));
    assertEquals("A001", show.at(0, false).orElseThrow().number());
    assertEquals("A001", show.at(9_000_000_000L, true).orElseThrow().number());
    assertEquals("A002", show.at(9_100_000_000L, false).orElseThrow().number());
    show.hear(List.of(call("A003", "3", "", 1)));
    assertEquals("A002", show.at(39_000_000_000L, true).orElseThrow().number());
    assertEquals("A003", show.at(39_100_000_000L, true).orElseThrow().number());
  }

  @Test
  void numbersAreSpelledOut() throws Exception {
    Words words = WordsFiles.read();
    assertEquals("请 A 零 五 七 号，到 一 二 号机", Spelling.of(call("A057", "12", "", 1), words, "zh"));
    assertEquals(
        "Number V I P one zero, please go to machine 大厅北侧12",
        Spelling.of(call("VIP10", "大厅北侧12", "", 1), words, "en"));
    for (String language : words.languages()) {
      String said = Spelling.of(call("0123456789", "3", "", 1), words, language);
      assertTrue(said.codePoints().noneMatch(c -> c >= '0' && c <= '9'), said);
    }
  }

  private void fill(Region view, double width, double height) {
    view.setManaged(false);
    stage.getScene().setRoot(new StackPane(view));
    view.resize(width, height);
    view.applyCss();
    view.layout();
  }

  private static void picture(FxRobot robot, String name, Parent view) throws Exception {
    Files.createDirectories(PICTURES);
    List<byte[]> png = new ArrayList<>();
    robot.interact(
        () -> {
          view.applyCss();
          view.layout();
        });
    robot.interact(() -> png.add(Snapshots.png(view)));
    Files.write(PICTURES.resolve(name + ".png"), png.getFirst());
    assertTrue(png.getFirst().length > 5_000);
  }

  private static boolean says(Node node, String text) {
    return switch (node) {
      case Labeled label -> label.getText().equals(text);
      case Text drawn -> drawn.getText().equals(text);
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream().anyMatch(child -> says(child, text));
      default -> false;
    };
  }

  /** Labels that show less than their text. */
  private static List<String> cut(Node node) {
    List<String> cut = new ArrayList<>();
    if (node instanceof Labeled label && label.isVisible() && !label.getText().isEmpty()) {
      label.getChildrenUnmodifiable().stream()
          .filter(Text.class::isInstance)
          .map(text -> ((Text) text).getText())
          .filter(shown -> !shown.equals(label.getText()) && shown.contains("..."))
          .forEach(shown -> cut.add(label.getText() + " → " + shown));
    }
    if (node.isVisible() && node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> cut.addAll(cut(child)));
    }
    return cut;
  }
}
