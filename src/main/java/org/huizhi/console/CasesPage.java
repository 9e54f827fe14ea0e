package org.huizhi.console;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.huizhi.record.CaseLine;
import org.huizhi.record.Deletion;
import org.huizhi.record.KeptCase;
import org.huizhi.staff.Right;

/** The newest cases, or those of a number or ticket; one of them with its history. */
final class CasesPage implements Part {
  private final Frame frame;
  private final Say say;
  private final ZoneId zone;
  private final boolean wide;
  private final TextField wanted = new TextField();
  private final VBox rows = new VBox();
  private final VBox list;
  private final StackPane node = new StackPane();
  private Optional<Marked> photo = Optional.empty();
  private Optional<NameCorrection> correction = Optional.empty();

  CasesPage(Frame frame, ZoneId zone, boolean wide) {
    this.wide = wide;
    this.frame = frame;
    this.say = frame.say();
    this.zone = zone;
    wanted.setId("wanted");
    wanted.setPromptText(say.say(StaffPhrase.CASES__WANTED));
    wanted.getStyleClass().add("staff-field");
    wanted.setOnAction(_ -> look());
    HBox.setHgrow(wanted, Priority.ALWAYS);
    rows.getStyleClass().add("staff-column");
    ScrollPane scroll = Say.scroll(rows);
    list =
        new VBox(
            Say.row(wanted, say.button("find", StaffPhrase.CASES__FIND, "secondary", this::look)),
            new DigitRow(wanted),
            scroll);
    list.getStyleClass().add("staff-body");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node.getChildren().setAll(list);
    look();
  }

  private void look() {
    String text = wanted.getText();
    frame.errands().ask(() -> frame.desk().cases(text), this::show);
  }

  private void show(List<CaseLine> cases) {
    List<Node> shown = new ArrayList<>();
    for (CaseLine one : cases) {
      shown.add(Say.choice("case-" + one.imageNumber(), line(one), () -> open(one.imageNumber())));
    }
    if (shown.isEmpty()) {
      shown.add(say.text(StaffPhrase.CASES__NONE, "title"));
    }
    rows.getChildren().setAll(shown);
  }

  /** Time and number, and under them what the case is. */
  private String line(CaseLine one) {
    List<String> parts = new ArrayList<>();
    one.ticket().ifPresent(parts::add);
    parts.add(frame.desk().title(one.spec(), say.language()));
    one.slip().map(StaffKeys::of).map(say::say).ifPresent(parts::add);
    if (one.purged()) {
      parts.add(say.say(StaffPhrase.CASES__PURGED));
    }
    return HealthPage.TIME.format(one.storedAt().atZone(zone))
        + " · "
        + one.imageNumber()
        + "\n"
        + String.join(" · ", parts);
  }

  private void open(String number) {
    frame
        .errands()
        .ask(() -> frame.desk().file(frame.who(), number), file -> file.ifPresent(this::show));
  }

  private void show(CaseFile file) {
    forget();
    KeptCase kept = file.kept();
    Marked shown = new Marked(kept.photo().map(jpeg -> jpeg.jpeg()), List.of(), 300, 400);
    photo = Optional.of(shown);
    VBox words =
        new VBox(
            Say.text(kept.imageNumber(), "headline"),
            Say.text(frame.desk().title(kept.spec(), say.language()), "title"),
            Say.text(HealthPage.TIME.format(kept.storedAt().atZone(zone)), "text"));
    kept.personal().phone().ifPresent(told -> words.getChildren().add(2, Say.text(told, "title")));
    kept.personal().name().ifPresent(told -> words.getChildren().add(2, Say.text(told, "title")));
    words.getStyleClass().add("staff-column");
    HBox head = new HBox(shown, words);
    head.getStyleClass().add("result");
    VBox history = new VBox();
    history.getStyleClass().add("staff-column");
    file.reviews()
        .forEach(
            review ->
                history
                    .getChildren()
                    .add(
                        Say.text(
                            HealthPage.TIME.format(review.askedAt().atZone(zone))
                                + " · "
                                + say.say(StaffKeys.of(review.state()))
                                + review
                                    .decision()
                                    .map(d -> " · " + d.by() + " " + d.why())
                                    .orElse(""),
                            "text")));
    file.atCentre()
        .ifPresent(
            one ->
                history
                    .getChildren()
                    .add(
                        Say.text(
                            HealthPage.TIME.format(one.endedAt().orElse(one.askedAt()).atZone(zone))
                                + " · "
                                + say.say(StaffKeys.of(one.state()))
                                + more(one.reason()),
                            "text")));
    file.steps()
        .forEach(
            step ->
                history
                    .getChildren()
                    .add(
                        Say.text(
                            HealthPage.TIME.format(step.at().atZone(zone))
                                + " · "
                                + say.say(StaffKeys.of(step.state()))
                                + more(step.printer())
                                + more(step.detail()),
                            "text")));
    kept.purgedAt()
        .ifPresent(
            at ->
                history
                    .getChildren()
                    .add(
                        Say.text(
                            HealthPage.TIME.format(at.atZone(zone))
                                + " · "
                                + say.say(StaffPhrase.CASES__PURGED),
                            "text")));
    ScrollPane scroll = Say.scroll(history);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox page = new VBox();
    if (wide) {
      HBox beside = new HBox(head, scroll);
      beside.getStyleClass().add("beside");
      VBox.setVgrow(beside, Priority.ALWAYS);
      page.getChildren().add(beside);
    } else {
      page.getChildren().addAll(head, scroll);
    }
    file.mayReprint()
        .ifPresent(why -> page.getChildren().add(Say.text(say.say(why), "text", "staff-ill")));
    page.getChildren().add(deeds(file));
    page.getStyleClass().add("staff-body");
    node.getChildren().setAll(page);
  }

  private static String more(String told) {
    return told.isEmpty() ? "" : " · " + told;
  }

  /** A new slip under the right name; the old one is void. */
  private void correction(KeptCase kept) {
    forget();
    NameCorrection asked =
        new NameCorrection(
            frame, wide, kept, name -> correct(kept, name), () -> open(kept.imageNumber()));
    correction = Optional.of(asked);
    node.getChildren().setAll(asked.node());
  }

  private void correct(KeptCase kept, String name) {
    frame
        .errands()
        .ask(
            () -> frame.desk().correctName(frame.who(), kept.imageNumber(), name),
            number -> {
              frame.done(number.isPresent());
              open(number.orElse(kept.imageNumber()));
            });
  }

  private FlowPane deeds(CaseFile file) {
    String number = file.kept().imageNumber();
    Button reprint =
        say.button(
            "reprint",
            StaffPhrase.CASES__REPRINT,
            "primary",
            () ->
                frame
                    .errands()
                    .ask(
                        () -> frame.desk().reprint(frame.who(), number),
                        done -> {
                          frame.done(done);
                          open(number);
                        }));
    reprint.setDisable(file.mayReprint().isPresent());
    Button delete =
        say.button("delete", StaffPhrase.CASES__DELETE, "secondary", () -> askDelete(number));
    delete.setDisable(
        !file.mayDelete()
            || file.kept().purgedAt().isPresent()
            || !frame.who().role().may(Right.DELETE));
    Button correct =
        say.button(
            "correct-name",
            StaffPhrase.CASES__CORRECT_NAME,
            "secondary",
            () -> correction(file.kept()));
    correct.setDisable(file.mayReprint().isPresent() || !file.mayDelete());
    FlowPane deeds =
        new FlowPane(
            reprint,
            correct,
            delete,
            say.button("case-back", StaffPhrase.REVIEW__BACK, "secondary", this::back));
    deeds.getStyleClass().add("staff-buttons");
    return deeds;
  }

  private void askDelete(String number) {
    Map<DeleteWhy, String> reasons = new EnumMap<>(DeleteWhy.class);
    for (DeleteWhy why : DeleteWhy.values()) {
      reasons.put(why, say.say(StaffKeys.of(why)));
    }
    frame.askWhy(
        StaffPhrase.CASES__DELETE_WHY,
        reasons,
        why ->
            frame
                .errands()
                .ask(
                    () -> frame.desk().delete(frame.who(), number, why.name()),
                    deleted -> {
                      frame.done(deleted.isPresent());
                      deleted.ifPresent(this::receipt);
                    }));
  }

  /** What the person may note down or photograph as a proof. */
  private void receipt(Deletion deletion) {
    forget();
    VBox page =
        new VBox(
            Say.card(
                say.text(StaffPhrase.CASES__DELETED, "headline"),
                Say.text(deletion.imageNumber(), "title"),
                Say.text(HealthPage.TIME.format(deletion.at().atZone(zone)), "text"),
                Say.text(say.say(StaffPhrase.CASES__PHOTO_HASH, deletion.photoSha256()), "text"),
                Say.text(say.say(StaffPhrase.CASES__AUDIT_HASH, deletion.auditHash()), "text")),
            say.button("case-back", StaffPhrase.REVIEW__BACK, "secondary", this::back));
    page.setId("deletion");
    page.getStyleClass().add("staff-body");
    node.getChildren().setAll(page);
  }

  private void back() {
    forget();
    node.getChildren().setAll(list);
    look();
  }

  private void forget() {
    photo.ifPresent(Marked::forget);
    photo = Optional.empty();
    correction.ifPresent(NameCorrection::close);
    correction = Optional.empty();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void close() {
    forget();
  }
}
