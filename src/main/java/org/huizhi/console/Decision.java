package org.huizhi.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.huizhi.record.Review;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.screen.Sentences;
import org.huizhi.session.Refusal;

/** One photo that waits: what was found, with value beside limit and the place marked. */
final class Decision {
  private static final PseudoClass ILL = PseudoClass.getPseudoClass("ill");

  private final Frame frame;
  private final Say say;
  private final Review review;
  private final Runnable back;
  private final Marked shot;
  private final Marked photo;
  private final FlowPane buttons = new FlowPane();
  private final Label notice;
  private final VBox node;

  Decision(Frame frame, Review review, Reviews.Pictures pictures, boolean wide, Runnable back) {
    this.frame = frame;
    this.say = frame.say();
    this.review = review;
    this.back = back;
    List<Lines.Line> lines = Lines.of(review.findings());
    double height = wide ? 440 : 560;
    shot =
        new Marked(
            pictures.shot(),
            lines.stream().filter(Lines.Line::doubtful).map(Lines.Line::place).toList(),
            wide ? 560 : 500,
            height);
    photo = new Marked(pictures.photo(), List.of(), height * 3 / 4, height);
    HBox both = new HBox(photo, shot);
    both.getStyleClass().add("result");
    notice = say.text(StaffPhrase.REVIEW__NO_PHOTO, "text", "staff-ill");
    notice.setManaged(!review.hasPhoto());
    notice.setVisible(!review.hasPhoto());
    ScrollPane findings = Say.scroll(new VBox(table(lines), earlier()));
    VBox.setVgrow(findings, Priority.ALWAYS);
    buttons.getStyleClass().add("staff-buttons");
    buttons.getChildren().setAll(deeds());
    if (wide) {
      VBox right = new VBox(findings, notice, buttons);
      right.getStyleClass().add("staff-column");
      HBox.setHgrow(right, Priority.ALWAYS);
      HBox row = new HBox(both, right);
      row.getStyleClass().add("beside");
      VBox.setVgrow(row, Priority.ALWAYS);
      node = new VBox(row);
    } else {
      node = new VBox(both, findings, notice, buttons);
    }
    node.setAlignment(Pos.TOP_LEFT);
    node.getStyleClass().add("staff-body");
  }

  private GridPane table(List<Lines.Line> lines) {
    GridPane table = new GridPane();
    table.getStyleClass().add("staff-table");
    for (double percent : new double[] {46, 20, 34}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(percent);
      table.getColumnConstraints().add(column);
    }
    table.addRow(
        0,
        new Label(""),
        say.text(StaffPhrase.REVIEW__MEASURED, "under"),
        say.text(StaffPhrase.REVIEW__LIMIT, "under"));
    for (Lines.Line line : lines) {
      Label name = Say.text(sentence(line), "text");
      Label measured =
          Say.text(line.measured().orElse(say.say(StaffPhrase.REVIEW__UNSEEN)), "text");
      Label limit = Say.text(line.limit(), "text");
      for (Label cell : List.of(name, measured, limit)) {
        cell.pseudoClassStateChanged(ILL, line.doubtful());
        cell.getStyleClass().add("staff-cell");
      }
      table.addRow(table.getRowCount(), name, measured, limit);
    }
    return table;
  }

  /** What the applicant was told, and the rule's code. */
  private String sentence(Lines.Line line) {
    return line.advice()
        .filter(_ -> line.doubtful())
        .map(advice -> say.quote("advice." + advice) + " · " + line.code())
        .orElseGet(() -> say.quote(Sentences.ofRule(line.code())) + " · " + line.code());
  }

  /** What was doubtful on the shots before, one line a shot. */
  private VBox earlier() {
    VBox shots = new VBox();
    shots.getStyleClass().add("staff-column");
    int count = 1;
    for (List<Lines.Line> lines : Lines.earlier(review.earlier())) {
      String codes =
          String.join(
              ", ", lines.stream().filter(Lines.Line::doubtful).map(Lines.Line::code).toList());
      shots
          .getChildren()
          .add(Say.text(say.say(StaffPhrase.REVIEW__EARLIER, count++, codes), "under"));
    }
    return shots;
  }

  private List<Button> deeds() {
    boolean may = frame.desk().mayApprove(frame.who(), review) && review.hasPhoto();
    Button approve = say.button("approve", StaffPhrase.REVIEW__APPROVE, "primary", this::approve);
    boolean first = review.firstBy().filter(frame.who().number()::equals).isPresent();
    approve.setDisable(!may || first);
    review.firstBy().ifPresent(by -> notice(say.say(StaffPhrase.REVIEW__FIRST_BY, by)));
    if (!may && review.hasPhoto()) {
      notice(say.say(StaffPhrase.REVIEW__MAY_NOT));
    }
    return List.of(
        approve,
        say.button(
            "staff-retake",
            StaffPhrase.REVIEW__RETAKE,
            "secondary",
            () -> decide(ReviewState.RETAKE, "")),
        say.button("refuse", StaffPhrase.REVIEW__REFUSE, "secondary", this::refuse),
        say.button("review-back", StaffPhrase.REVIEW__BACK, "secondary", back));
  }

  /** What a rule refuses is only taken on grounds that are given. */
  private void approve() {
    if (!review.veto()) {
      decide(ReviewState.APPROVED, "");
      return;
    }
    Map<Grounds, String> reasons = new EnumMap<>(Grounds.class);
    for (Grounds grounds : Grounds.values()) {
      reasons.put(grounds, say.say(StaffKeys.of(grounds)));
    }
    frame.askWhy(
        StaffPhrase.REVIEW__APPROVE_WHY,
        reasons,
        grounds -> decide(ReviewState.APPROVED, grounds.name()));
  }

  private void refuse() {
    Map<Refusal, String> reasons = new EnumMap<>(Refusal.class);
    for (Refusal refusal : Refusal.values()) {
      reasons.put(refusal, say.quote(Sentences.of(refusal)));
    }
    frame.askWhy(
        StaffPhrase.REVIEW__REFUSE_WHY,
        reasons,
        refusal -> decide(ReviewState.REFUSED, refusal.name()));
  }

  private void decide(ReviewState decision, String why) {
    buttons.setDisable(true);
    frame
        .errands()
        .ask(
            () -> frame.desk().decide(frame.who(), review, decision, why),
            ruling -> {
              switch (ruling) {
                case DECIDED -> frame.done(true);
                case TOO_LATE -> frame.done(false);
                case SECOND_NEEDED -> frame.say(StaffPhrase.REVIEW__SECOND_NEEDED);
              }
              back.run();
            });
  }

  Review review() {
    return review;
  }

  /** Somebody else decided, or nobody waits any more. */
  void gone() {
    buttons.getChildren().removeIf(button -> !"review-back".equals(button.getId()));
    notice(say.say(StaffPhrase.REVIEW__GONE));
    forget();
  }

  private void notice(String text) {
    notice.setText(text);
    notice.setManaged(true);
    notice.setVisible(true);
  }

  private void forget() {
    shot.forget();
    photo.forget();
  }

  Node node() {
    return node;
  }

  void close() {
    forget();
  }
}
