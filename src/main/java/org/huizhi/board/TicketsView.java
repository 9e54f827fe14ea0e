package org.huizhi.board;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.huizhi.queue.QueueRules;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.TicketPrint;
import org.huizhi.queue.Wait;
import org.huizhi.screen.Phrase;
import org.huizhi.screen.QrCode;
import org.huizhi.screen.TextLine;
import org.huizhi.screen.TicketOffer;
import org.huizhi.screen.Words;

/**
 * Where tickets are taken, drawn on a sheet of 1080×1920: a button for each kind, then the number
 * with its code, as text and as a QR code. Lives on the JavaFX thread.
 */
public final class TicketsView extends Sheet {
  private static final Duration SHOWN = Duration.seconds(12);
  private static final int QR_MODULE_PX = 14;
  private static final int CONTENT_PX = 880;

  private final Words words;
  private final QueueRules rules;
  private final Consumer<Wish> take;
  private final PauseTransition back = new PauseTransition(SHOWN);
  private Map<String, Wait> waits = Map.of();
  private boolean choosing;
  private Optional<Wish> asked = Optional.empty();
  private long wishes;
  private Optional<Ticket> shown = Optional.empty();

  /** That somebody wants a number. The next who touches the same button has another wish. */
  public record Wish(long number, TicketKind kind) {}

  /**
   * @param take takes the kind that was touched and must return at once
   */
  public TicketsView(Words words, QueueRules rules, Consumer<Wish> take) {
    super(1080, 1920);
    this.words = words;
    this.rules = rules;
    this.take = take;
    sheet().getStyleClass().add("tickets");
    back.setOnFinished(_ -> timeIsUp());
    choose();
  }

  /**
   * Shows how long one waits.
   *
   * @param byKind by the kind's name; kinds that are not in it are not known
   */
  public void hear(Map<String, Wait> byKind) {
    boolean other = !waits.equals(byKind);
    waits = Map.copyOf(byKind);
    if (choosing && other) {
      choose();
    }
  }

  /** Whoever was not given a number in time is told so, and the page is the next one's. */
  void timeIsUp() {
    asked.ifPresentOrElse(this::showNone, this::choose);
  }

  /** Whoever touches twice, because the hall takes its time, wants one number. */
  private void ask(TicketKind kind) {
    if (asked.isEmpty()) {
      Wish wish = new Wish(wishes++, kind);
      asked = Optional.of(wish);
      back.playFromStart();
      take.accept(wish);
    }
  }

  private void choose() {
    choosing = true;
    shown = Optional.empty();
    VBox buttons = new VBox();
    buttons.getStyleClass().add("tickets-kinds");
    for (TicketKind kind : rules.kinds()) {
      buttons.getChildren().add(button(kind));
    }
    VBox.setVgrow(buttons, Priority.ALWAYS);
    buttons.setAlignment(Pos.CENTER);
    sheet().getChildren().setAll(two("headline", Phrase.TICKETS__TITLE), buttons);
  }

  private Button button(TicketKind kind) {
    VBox content = new VBox();
    content.getStyleClass().add("tickets-kind");
    content.setPrefWidth(CONTENT_PX);
    for (String language : words.languages()) {
      Optional.ofNullable(kind.title().get(language))
          .ifPresent(title -> content.getChildren().add(inButton(line(title, "title", language))));
    }
    Optional.ofNullable(waits.get(kind.name()))
        .ifPresent(
            wait ->
                words
                    .languages()
                    .forEach(
                        language ->
                            content
                                .getChildren()
                                .add(
                                    inButton(
                                        line(
                                            TicketOffer.told(words, language, wait),
                                            "text",
                                            language)))));
    Button button = new Button();
    button.setId("take-" + kind.name());
    button.setGraphic(content);
    button.getStyleClass().setAll("touch", "choice");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Button.USE_PREF_SIZE);
    button.setMaxHeight(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> ask(kind));
    return button;
  }

  private Region line(String text, String style, String language) {
    boolean usual = language.equals(words.languages().getFirst());
    Region line = usual ? TextLine.of(text, style) : TextLine.of(text, style, "under");
    if (line instanceof FlowPane) {
      line.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT); // the only script set word by word
    }
    return line;
  }

  /** A button asks how high its content is before it says how wide it may be. */
  private static Region inButton(Region line) {
    line.setMinWidth(CONTENT_PX);
    return line;
  }

  private VBox two(String style, Phrase phrase, Object... filled) {
    VBox box = new VBox();
    for (String language : words.languages()) {
      box.getChildren().add(line(words.say(language, phrase.key(), filled), style, language));
    }
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /**
   * Shows a ticket that was taken, for a while.
   *
   * @return false where its person was told meanwhile that there is none: the ticket is nobody's
   */
  public boolean show(Wish wish, Ticket ticket, TicketPrint print) {
    boolean waited = asked.equals(Optional.of(wish));
    if (waited) {
      show(ticket, print);
    }
    return waited;
  }

  private void show(Ticket ticket, TicketPrint print) {
    choosing = false;
    asked = Optional.empty();
    shown = Optional.of(ticket);
    Label number = new Label(ticket.number());
    number.setId("number");
    number.getStyleClass().add("ticket-called");
    VBox page =
        new VBox(
            two("title", Phrase.TICKETS__YOURS),
            number,
            two("title", Phrase.TICKETS__CODE, ticket.code()),
            new QrCode(ticket.number() + " " + ticket.code(), QR_MODULE_PX),
            two("text", TicketOffer.told(print)));
    page.setAlignment(Pos.CENTER);
    page.getStyleClass().add("tickets-kinds");
    VBox.setVgrow(page, Priority.ALWAYS);
    sheet().getChildren().setAll(page);
    back.playFromStart();
  }

  /** Says what became of a ticket's paper, if that ticket is still shown. */
  public void printed(Ticket ticket, boolean out) {
    if (shown.equals(Optional.of(ticket))) {
      show(ticket, out ? TicketPrint.OUT : TicketPrint.NOT_OUT);
    }
  }

  /** Says that there is no number now, if whoever wanted it still waits. */
  public void showNone(Wish wish) {
    if (!asked.equals(Optional.of(wish))) {
      return;
    }
    choosing = false;
    asked = Optional.empty();
    shown = Optional.empty();
    VBox page = new VBox(two("headline", Phrase.TICKETS__NONE));
    page.setAlignment(Pos.CENTER);
    VBox.setVgrow(page, Priority.ALWAYS);
    sheet().getChildren().setAll(page);
    back.playFromStart();
  }
}
