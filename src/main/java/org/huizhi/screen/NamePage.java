package org.huizhi.screen;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.name.Candidate;
import org.huizhi.name.Names;
import org.huizhi.session.Event;
import org.huizhi.session.State;
import org.huizhi.session.Typing;
import org.huizhi.spec.Field;

/**
 * A name by touch: surnames to tap, pinyin with candidates, rare characters by their parts or by
 * their code, Latin capitals. The session knows only what was chosen; letters not yet used are gone
 * with the page.
 */
final class NamePage extends EntryPage {
  private static final int MOST_LETTERS = 24;

  private final Predicate<String> printable;
  private final Label name = new Label();
  private final Pane keys = new VBox();
  private final CandidateGrid candidates;
  private Writing writing = Writing.PINYIN;
  private String letters = "";

  /**
   * @param printable whether a slip can show the text; what it cannot is not offered
   */
  NamePage(Wording wording, State.Identifying state, Predicate<String> printable) {
    super(wording, state);
    this.printable = printable;
    candidates = new CandidateGrid(wording, this::choose);
    name.setId("name");
    name.getStyleClass().addAll("title", "name");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setWrapText(true);
    write(Writing.PINYIN);
  }

  @Override
  public Node body() {
    Node headline = wording.both("headline", Keys.of(Field.NAME, "title"));
    if (wording.wide()) {
      HBox.setHgrow(name, Priority.ALWAYS);
      HBox.setHgrow(candidates, Priority.ALWAYS);
      HBox top = new HBox(headline, name);
      top.getStyleClass().add("beside");
      HBox below = new HBox(candidates, keys);
      below.getStyleClass().add("beside");
      return column(top, below);
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    return column(headline, name, candidates, space, keys);
  }

  private static VBox column(Node... parts) {
    VBox column = new VBox(parts);
    column.getStyleClass().addAll("body", "naming");
    return column;
  }

  private void write(Writing way) {
    writing = way;
    letters = "";
    keys.getChildren()
        .setAll(new NameKeyboard(wording, way, this::strike, this::erase, this::write));
    show();
  }

  private void strike(String key) {
    if (writing.direct(key)) {
      wording.told(new Event.Typed(wording.number(), key));
    } else if (letters.length() < MOST_LETTERS) {
      letters += key;
      wording.told(new Event.Touched(wording.number()));
      show();
    }
  }

  private void erase() {
    if (letters.isEmpty()) {
      wording.told(new Event.Erased(wording.number()));
    } else {
      letters = letters.substring(0, letters.length() - 1);
      wording.told(new Event.Touched(wording.number()));
      show();
    }
  }

  private void choose(Candidate candidate) {
    letters = letters.substring(candidate.letters());
    candidate
        .text()
        .codePoints()
        .forEach(
            point -> wording.told(new Event.Typed(wording.number(), Character.toString(point))));
    show();
  }

  private List<Candidate> found() {
    return switch (writing) {
      case PINYIN -> Names.get().find(letters, text());
      case PARTS -> Names.get().findByParts(letters);
      case LATIN -> List.of();
      case CODE -> coded();
    };
  }

  /** The character with this code, such as 2C386. */
  private List<Candidate> coded() {
    if (letters.length() < 4 || letters.length() > 5) {
      return List.of();
    }
    int point = Integer.parseInt(letters, 16);
    return Character.isIdeographic(point)
        ? List.of(new Candidate(Character.toString(point), letters.length()))
        : List.of();
  }

  @Override
  public void close() {
    letters = "";
  }

  @Override
  void show() {
    List<Candidate> printed = found().stream().filter(one -> printable.test(one.text())).toList();
    candidates.show(letters.replace('v', 'ü'), printed, writing.hint());
    name.setText(text());
    next.setDisable(Typing.value(state()).isEmpty() || !letters.isEmpty());
  }
}
