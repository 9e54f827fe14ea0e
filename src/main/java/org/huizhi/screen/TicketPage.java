package org.huizhi.screen;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.Wait;
import org.huizhi.session.Event;
import org.huizhi.session.State;
import org.huizhi.session.State.Ticketing.Stage;

/** Whoever has no ticket chooses a kind, and sees the number that is theirs. */
final class TicketPage implements Page {
  private static final int QR_MODULE_PX = 14;

  private final Wording wording;
  private final Stage stage;
  private final TicketOffer offer;

  TicketPage(Wording wording, State.Ticketing state, TicketOffer offer) {
    this.wording = wording;
    this.stage = state.stage();
    this.offer = offer;
  }

  @Override
  public Node body() {
    return switch (stage) {
      case Stage.Choosing _ -> kinds();
      case Stage.Asked _ -> centred(wording.both("headline", Phrase.TICKETS__TITLE), new Waiting());
      case Stage.Given given -> given(given);
      case Stage.None _ ->
          centred(Icon.COUNTER.node(160), wording.both("headline", Phrase.TICKETS__NONE));
    };
  }

  private Node kinds() {
    Map<String, Wait> waits = offer.waits().get();
    Cards cards =
        new Cards(wording, wording.wide() || wording.setting().comfort().lowReach() ? 2 : 1);
    for (TicketKind kind : offer.kinds()) {
      VBox text = titled(kind);
      Optional.ofNullable(waits.get(kind.name()))
          .ifPresent(wait -> text.getChildren().add(told(wait)));
      cards.add(
          "take-" + kind.name(),
          text,
          () -> wording.told(new Event.TicketKindChosen(wording.number(), kind.name())));
    }
    VBox body = new VBox(wording.both("headline", Phrase.TICKETS__TITLE), cards);
    VBox.setVgrow(cards, Priority.ALWAYS);
    body.getStyleClass().add("body");
    return body;
  }

  private VBox titled(TicketKind kind) {
    Words words = wording.words();
    String language = wording.setting().language();
    String title =
        Stream.concat(
                Stream.of(language, language.split("-", 2)[0]),
                Stream.concat(words.languages().stream(), kind.title().keySet().stream().sorted()))
            .flatMap(one -> Optional.ofNullable(kind.title().get(one)).stream())
            .findFirst()
            .orElseThrow();
    Optional<String> under =
        words.under(language).flatMap(other -> Optional.ofNullable(kind.title().get(other)));
    VBox text = new VBox(wording.pair("title", title, under));
    text.getStyleClass().add("tickets-kind");
    return text;
  }

  private Node told(Wait wait) {
    Words words = wording.words();
    String language = wording.setting().language();
    return wording.pair(
        "text",
        TicketOffer.told(words, language, wait),
        words.under(language).map(other -> TicketOffer.told(words, other, wait)));
  }

  private Node given(Stage.Given given) {
    Label number = new Label(given.ticket().number());
    number.setId("ticket");
    number.getStyleClass().add("ticket-called");
    Node[] texts = {
      wording.both("title", Phrase.TICKETS__YOURS),
      number,
      wording.both("title", Phrase.TICKETS__CODE, given.ticket().code()),
      wording.both("text", TicketOffer.told(given.print()))
    };
    QrCode code = new QrCode(given.ticket().number() + " " + given.ticket().code(), QR_MODULE_PX);
    if (!wording.wide()) {
      VBox column = centred(texts);
      column.getChildren().add(3, code);
      return column;
    }
    VBox column = centred(texts);
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox row = new HBox(column, code);
    row.setAlignment(Pos.CENTER);
    row.getStyleClass().addAll("body", "beside");
    return row;
  }

  private static VBox centred(Node... parts) {
    VBox column = new VBox(parts);
    column.setAlignment(Pos.CENTER);
    column.getStyleClass().addAll("body", "centred");
    return column;
  }

  /** Who comes back with a code has no number either. */
  @Override
  public Optional<Button> secondary() {
    return stage instanceof Stage.Choosing
        ? Optional.of(
            wording.button("have-code", Phrase.WELCOME__CODE, "secondary", Event.ReturnWanted::new))
        : Optional.empty();
  }

  @Override
  public Optional<Button> primary() {
    return switch (stage) {
      case Stage.Choosing _, Stage.Asked _ -> Optional.empty();
      case Stage.Given _, Stage.None _ ->
          Optional.of(wording.button("done", Phrase.FAREWELL__DONE, "primary", Event.Left::new));
    };
  }
}
