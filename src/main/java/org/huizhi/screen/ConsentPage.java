package org.huizhi.screen;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.Company;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** What happens to the picture, in plain words, before any is taken; and who agrees to it. */
final class ConsentPage implements Page {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
  private static final double ICON = 64;

  private final Wording wording;
  private final Company company;

  /** Whether the birth date has already told that a guardian must agree. */
  private final boolean told;

  private ConsentPage(Wording wording, Company company, boolean told) {
    this.wording = wording;
    this.company = company;
    this.told = told;
  }

  static ConsentPage of(Wording wording, State.Consent state) {
    return new ConsentPage(wording, state.company(), false);
  }

  static ConsentPage ofGuardian(Wording wording) {
    return new ConsentPage(wording, Company.CHILD, true);
  }

  @Override
  public Node body() {
    List<Node> points =
        List.of(
            point(Icon.SHEET, Phrase.CONSENT__WHAT_FOR),
            point(Icon.LOCK, Phrase.CONSENT__WHERE),
            point(Icon.CLOCK, Phrase.CONSENT__HOW_LONG),
            company == Company.CHILD
                ? point(Icon.PEOPLE, Phrase.CONSENT__GUARDIAN)
                : point(Icon.COUNTER, Phrase.CONSENT__OTHER_WAY));
    Region grid = wording.wide() ? inTwoColumns(points) : new VBox(points.toArray(Node[]::new));
    grid.getStyleClass().add("points");
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox body =
        new VBox(
            wording.both("headline", told ? Phrase.GUARDIAN__TITLE : Phrase.CONSENT__TITLE), grid);
    if (!told) {
      body.getChildren().add(companies());
    }
    body.getStyleClass().addAll("body", "consent");
    return body;
  }

  private static GridPane inTwoColumns(List<Node> points) {
    GridPane grid = new GridPane();
    for (int i = 0; i < points.size(); i++) {
      grid.add(points.get(i), i % 2, i / 2);
    }
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
    }
    return grid;
  }

  private Node point(Icon icon, Phrase phrase) {
    VBox words = wording.both("text", phrase);
    HBox row = wording.withIcon(icon, ICON, words);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getStyleClass().add("point");
    return row;
  }

  private Node companies() {
    HBox row =
        new HBox(
            choice(Company.ALONE, Icon.PERSON, Phrase.CONSENT__ALONE),
            choice(Company.CHILD, Icon.PEOPLE, Phrase.CONSENT__CHILD),
            choice(Company.CARER, Icon.PEOPLE, Phrase.CONSENT__CARER));
    row.getStyleClass().add("companies");
    return row;
  }

  /** The sign changes too, so that colour alone tells nothing. */
  private Button choice(Company one, Icon icon, Phrase phrase) {
    boolean on = one == company;
    VBox name = wording.both("rule", phrase);
    name.setAlignment(Pos.CENTER);
    Node sign = (on ? Icon.TICK : icon).node(48);
    Node content = wording.wide() ? new HBox(24, sign, name) : new VBox(sign, name);
    content.getStyleClass().add("company-content");
    Button button =
        wording.button(
            "company-" + Words.kebab(one),
            content,
            "company",
            () -> wording.told(new Event.CompanyChosen(wording.number(), one)));
    button.pseudoClassStateChanged(ON, on);
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setPrefWidth(1); // all three grow alike
    button.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  @Override
  public Optional<Button> primary() {
    boolean guardian = company == Company.CHILD;
    String version =
        wording.setting().language()
            + "-"
            + wording.say(Phrase.CONSENT__VERSION)
            + (guardian ? "-guardian" : "");
    return Optional.of(
        wording.button(
            "agree",
            guardian ? Phrase.CONSENT__GUARDIAN_AGREE : Phrase.CONSENT__AGREE,
            "primary",
            number -> new Event.Agreed(number, version)));
  }

  @Override
  public Optional<Button> secondary() {
    return Optional.of(
        wording.button("decline", Phrase.CONSENT__DECLINE, "secondary", Event.Left::new));
  }
}
