package org.huizhi.board;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.queue.BoardNews;
import org.huizhi.queue.Call;
import org.huizhi.queue.QueueRules;
import org.huizhi.screen.Phrase;
import org.huizhi.screen.Words;

/**
 * The hall's display, drawn on a sheet of 1920×1080: who is called now, large enough for 8 metres,
 * the last calls, how many wait, a notice; or that the calls are interrupted. Lives on the JavaFX
 * thread.
 */
public final class BoardView extends Sheet {
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
  private static final int ROWS = 5;

  /** What is longer is drawn smaller. */
  private static final int USUAL_NUMBER = 5;

  private static final int USUAL_MACHINE = 5;

  private final Words words;

  private final CallShow show;
  private final Crier crier;
  private final Label number = new Label();
  private final Label machine = new Label();
  private final Label direction = new Label();
  private final VBox please = new VBox();
  private final GridPane list = new GridPane();
  private final Label waiting = new Label();
  private final VBox away;
  private Optional<Call> large = Optional.empty();

  /**
   * @param crier says each call when it is shown
   */
  public BoardView(Words words, QueueRules rules, Crier crier) {
    super(1920, 1080);
    this.words = words;
    this.crier = crier;
    this.show = new CallShow(rules.shown());
    getStyleClass().add("board");
    number.getStyleClass().add("board-number");
    number.setId("number");
    machine.getStyleClass().add("board-machine");
    direction.getStyleClass().add("board-direction");
    for (Label one : List.of(number, machine, direction)) {
      one.setMinWidth(Region.USE_PREF_SIZE);
    }
    direction.setMinWidth(0);
    direction.setMinHeight(Region.USE_PREF_SIZE);
    direction.setWrapText(true);
    please.getStyleClass().add("board-please");
    VBox now = new VBox(please, number, machine, direction);
    now.getStyleClass().add("board-now");
    now.setAlignment(Pos.CENTER);
    HBox.setHgrow(now, Priority.ALWAYS);
    list.getStyleClass().add("board-list");
    VBox last = new VBox(two("board-title", Phrase.BOARD__CALLED), list);
    last.getStyleClass().add("board-last");
    HBox middle = new HBox(now, last);
    VBox.setVgrow(middle, Priority.ALWAYS);
    waiting.getStyleClass().add("board-waiting");
    waiting.setMinWidth(Region.USE_PREF_SIZE);
    VBox notice = new VBox();
    notice.getStyleClass().add("board-notice");
    HBox.setHgrow(notice, Priority.ALWAYS);
    for (String language : words.languages()) {
      Optional.ofNullable(rules.notice().get(language))
          .map(Label::new)
          .ifPresent(notice.getChildren()::add);
    }
    HBox foot = new HBox(notice, waiting);
    foot.getStyleClass().add("board-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    away = two("board-away", Phrase.BOARD__AWAY);
    away.setId("away");
    away.getStyleClass().add("board-away-band");
    sheet().getChildren().setAll(away, middle, foot);
    reached(true);
    draw();
  }

  /** The board says everything in two languages at most. */
  public static List<String> languages(Words words) {
    return words.languages().stream().limit(2).toList();
  }

  private VBox two(String style, Phrase phrase, Object... filled) {
    VBox box = new VBox();
    for (String language : languages(words)) {
      Label line = new Label(words.say(language, phrase.key(), filled));
      line.getStyleClass().add(style);
      if (!box.getChildren().isEmpty()) {
        line.getStyleClass().add("under");
      }
      box.getChildren().add(line);
    }
    return box;
  }

  /** Takes what the hall is told now. */
  public void hear(BoardNews news) {
    reached(true);
    show.hear(news.calls());
    String language = words.languages().getFirst();
    waiting.setText(words.say(language, Phrase.BOARD__WAITING.key(), news.allWaiting()));
    list.getChildren().clear();
    List<Call> rows = news.calls().stream().limit(ROWS).toList();
    for (int i = 0; i < rows.size(); i++) {
      Label ticket = new Label(rows.get(i).number());
      Label where = new Label(machine(rows.get(i)));
      for (Label cell : List.of(ticket, where)) {
        cell.getStyleClass().add("board-row");
        cell.pseudoClassStateChanged(
            LONG,
            ticket.getText().length() > USUAL_NUMBER || where.getText().length() > USUAL_MACHINE);
      }
      where.setWrapText(true);
      ticket.setMinWidth(Region.USE_PREF_SIZE);
      list.addRow(i, ticket, where);
    }
  }

  private String machine(Call call) {
    return words.say(words.languages().getFirst(), Phrase.BOARD__MACHINE.key(), call.machine());
  }

  /** Says, or says no more, that the calls are interrupted. */
  public void reached(boolean hall) {
    pseudoClassStateChanged(AWAY, !hall);
    away.setVisible(!hall);
    away.setManaged(!hall);
  }

  /** Shows the call whose turn it is; to be called a few times a second. */
  public void tick(long nanos) {
    Optional<Call> now = show.at(nanos, crier.isCrying());
    if (!now.equals(large)) {
      large = now;
      draw();
      now.ifPresent(crier::cry);
    }
  }

  private void draw() {
    please
        .getChildren()
        .setAll(
            two("board-title", large.isPresent() ? Phrase.BOARD__PLEASE : Phrase.BOARD__NOBODY));
    number.setText(large.map(Call::number).orElse(""));
    number.pseudoClassStateChanged(LONG, number.getText().length() > USUAL_NUMBER);
    machine.setText(large.map(this::machine).orElse(""));
    machine.pseudoClassStateChanged(LONG, machine.getText().length() > USUAL_MACHINE);
    direction.setText(large.map(Call::direction).orElse(""));
    direction.setManaged(!direction.getText().isEmpty());
  }
}
