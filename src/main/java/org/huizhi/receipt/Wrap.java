package org.huizhi.receipt;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Breaks a text into lines: between Han characters, between words, never before a comma. */
final class Wrap {
  private Wrap() {}

  /**
   * Breaks greedily. A single word that is wider than a line is broken between its characters.
   *
   * @param width measures a piece of text in the unit of {@code mostWidth}
   */
  static List<String> lines(String text, double mostWidth, ToDoubleFunction<String> width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      if (!line.isEmpty() && width.applyAsDouble(line + piece.stripTrailing()) > mostWidth) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      if (width.applyAsDouble(piece.stripTrailing()) > mostWidth) {
        for (int codePoint : piece.codePoints().toArray()) {
          String character = Character.toString(codePoint);
          if (!line.isEmpty() && width.applyAsDouble(line + character) > mostWidth) {
            lines.add(line.toString());
            line.setLength(0);
          }
          line.append(character);
        }
      } else {
        line.append(piece);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static List<String> pieces(String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINA);
    breaks.setText(text);
    List<String> pieces = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (insideDate(text, to)) {
        continue;
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  /** A date such as 2027-05-26 must not be torn at its hyphens. */
  private static boolean insideDate(String text, int at) {
    return at >= 2
        && at < text.length()
        && text.charAt(at - 1) == '-'
        && Character.isDigit(text.charAt(at - 2))
        && Character.isDigit(text.charAt(at));
  }
}
