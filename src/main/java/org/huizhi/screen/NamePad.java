package org.huizhi.screen;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.huizhi.name.Candidate;
import org.huizhi.name.Names;
import org.huizhi.session.Comfort;
import org.huizhi.session.Setting;

/**
 * Writes a name by touch: surnames to tap, pinyin with candidates, rare characters by their parts
 * or by their code, Latin capitals. Whoever shows the name holds its text; letters not yet used are
 * here.
 */
public final class NamePad {
  private static final int MOST_LETTERS = 24;

  private final Wording wording;
  private final Predicate<String> printable;
  private final Writer writer;
  private final Pane keys = new VBox();
  private final CandidateGrid candidates;
  private Writing writing = Writing.PINYIN;
  private String letters = "";

  /** Who holds the name. */
  public interface Writer {
    /** The name as far as it is written. */
    String text();

    /** One character more. */
    void write(String character);

    /** One character less. */
    void erase();

    /** Letters were typed that are no character yet. */
    void changed();
  }

  /**
   * @param printable whether a slip can show the text; what it cannot is not offered
   */
  NamePad(Wording wording, Predicate<String> printable, Writer writer) {
    this.wording = wording;
    this.printable = printable;
    this.writer = writer;
    candidates = new CandidateGrid(wording, this::choose);
    write(Writing.PINYIN);
  }

  /** Outside of a visit, in one of the applicant's languages. */
  public static NamePad of(
      Words words, String language, boolean wide, Predicate<String> printable, Writer writer) {
    Setting setting =
        new Setting(0, language, Comfort.USUAL, false, List.of(), Instant.EPOCH, Instant.MAX);
    return new NamePad(new Wording(words, setting, wide, _ -> {}), printable, writer);
  }

  /** What the letters may mean. */
  public Node candidates() {
    return candidates;
  }

  /** The keys, and under them the ways to write. */
  public Node keys() {
    return keys;
  }

  /** Whether letters are left that are no character yet. */
  public boolean isUnfinished() {
    return !letters.isEmpty();
  }

  /** The name was changed. */
  public void show() {
    List<Candidate> printed = found().stream().filter(one -> printable.test(one.text())).toList();
    candidates.show(letters.replace('v', 'ü'), printed, writing.hint());
  }

  /** Drops the letters. */
  public void close() {
    letters = "";
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
      writer.write(key);
    } else if (letters.length() < MOST_LETTERS) {
      letters += key;
      show();
      writer.changed();
    }
  }

  private void erase() {
    if (letters.isEmpty()) {
      writer.erase();
    } else {
      letters = letters.substring(0, letters.length() - 1);
      show();
      writer.changed();
    }
  }

  private void choose(Candidate candidate) {
    letters = letters.substring(candidate.letters());
    candidate.text().codePoints().forEach(point -> writer.write(Character.toString(point)));
    show();
    writer.changed();
  }

  private List<Candidate> found() {
    return switch (writing) {
      case PINYIN -> Names.get().find(letters, writer.text());
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
}
