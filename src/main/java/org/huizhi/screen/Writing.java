package org.huizhi.screen;

import java.util.List;

/** The ways to write a name on the screen. */
@SuppressWarnings("ImmutableEnumChecker") // the rows are never written after they are made
enum Writing {
  PINYIN(
      Phrase.WRITING__PINYIN, Phrase.WRITING__PINYIN_HINT, "qwertyuiop", "asdfghjkl·", "zxcvbnm'"),
  PARTS(Phrase.WRITING__PARTS, Phrase.WRITING__PARTS_HINT, "qwertyuiop", "asdfghjkl·", "zxcvbnm'"),
  LATIN(Phrase.WRITING__LATIN, Phrase.WRITING__LATIN_HINT, "QWERTYUIOP", "ASDFGHJKL·", "ZXCVBNM-'"),
  CODE(Phrase.WRITING__CODE, Phrase.WRITING__CODE_HINT, "1234567890", "ABCDEF");

  private final Phrase name;
  private final Phrase hint;
  private final List<String> rows;

  Writing(Phrase name, Phrase hint, String... rows) {
    this.name = name;
    this.hint = hint;
    this.rows = List.of(rows);
  }

  Phrase phrase() {
    return name;
  }

  Phrase hint() {
    return hint;
  }

  /** The keys, a character each. */
  List<List<String>> rows() {
    return rows.stream()
        .map(row -> row.codePoints().mapToObj(Character::toString).toList())
        .toList();
  }

  /** Whether a key writes itself at once, instead of a letter that candidates are found by. */
  boolean direct(String key) {
    return this == LATIN || key.equals("·");
  }
}
