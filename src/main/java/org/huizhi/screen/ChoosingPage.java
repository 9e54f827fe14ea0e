package org.huizhi.screen;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.spec.Spec;

/** Which document: one large card for each. */
final class ChoosingPage implements Page {
  /** More than these stand in two columns, also where the screen is high. */
  private static final int MOST_IN_A_COLUMN = 5;

  private final Wording wording;
  private final List<Spec> documents;

  ChoosingPage(Wording wording, List<Spec> documents) {
    this.wording = wording;
    this.documents = documents;
  }

  @Override
  public Node body() {
    Node cards = wording.setting().comfort().lowReach() ? small() : large();
    VBox body = new VBox(wording.both("headline", Phrase.CHOOSING__TITLE), cards);
    VBox.setVgrow(cards, Priority.ALWAYS);
    body.getStyleClass().add("body");
    return body;
  }

  /** As many as possible side by side, so that all are low. */
  private Cards small() {
    Cards cards = new Cards(wording, wording.wide() ? 4 : 3);
    for (Spec document : documents) {
      cards.add("document-" + document.name(), new VBox(title(document, "rule")), choose(document));
    }
    return cards;
  }

  private GridPane large() {
    int columns = wording.wide() || documents.size() > MOST_IN_A_COLUMN ? 2 : 1;
    GridPane cards = new GridPane();
    cards.getStyleClass().add("cards");
    for (int i = 0; i < columns; i++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(100.0 / columns);
      cards.getColumnConstraints().add(equal);
    }
    for (int i = 0; i < documents.size(); i++) {
      Button card = card(documents.get(i));
      cards.add(card, i % columns, i / columns);
    }
    return cards;
  }

  private VBox title(Spec document, String style) {
    String language = wording.setting().language();
    Optional<String> under = wording.words().under(language).map(document::title);
    return wording.pair(style, document.title(language), under);
  }

  private Runnable choose(Spec document) {
    return () -> wording.told(new Event.DocumentChosen(wording.number(), document.name()));
  }

  private Button card(Spec document) {
    VBox title = title(document, "title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox content = new HBox(Icon.PASSPORT.node(96), title, Icon.NEXT.node(56));
    content.setAlignment(Pos.CENTER_LEFT);
    content.getStyleClass().add("card-content");
    Button card =
        wording.button("document-" + document.name(), content, "choice", choose(document));
    card.setMaxWidth(Double.MAX_VALUE);
    return card;
  }
}
