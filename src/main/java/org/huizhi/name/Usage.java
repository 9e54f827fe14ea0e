package org.huizhi.name;

import com.hankcs.hanlp.corpus.dictionary.item.EnumItem;
import com.hankcs.hanlp.corpus.tag.NR;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How often characters stand where in names, as natural logarithms of shares: the person dictionary
 * of HanLP counts them as surname, as only, first and last character of given names.
 */
final class Usage {
  /** A character's place in a name. */
  enum Place {
    SURNAME(NR.B),
    ONLY(NR.E),
    FIRST(NR.C),
    LAST(NR.D);

    private final NR label;

    Place(NR label) {
      this.label = label;
    }
  }

  /** Roughly all names that the dictionary was counted from. */
  private static final double NAMES = 600_000;

  /** Roughly all words that the word dictionary was counted from. */
  private static final double WORDS = 40_000_000;

  private static final Charset GB2312 = Charset.forName("GB2312");

  /** A character in this place. */
  double of(int codePoint, Place place) {
    @Nullable EnumItem<NR> counted = PersonDictionary.dictionary.get(Character.toString(codePoint));
    double here = 0;
    double elsewhere = 0;
    if (counted != null) {
      here = counted.getFrequency(place.label);
      for (Place other : Place.values()) {
        elsewhere += other == Place.SURNAME ? 0 : counted.getFrequency(other.label);
      }
    }
    double other = place == Place.SURNAME ? 0 : elsewhere * 0.1;
    return Math.log((here + other + commonness(codePoint)) / NAMES);
  }

  /** A surname of two or more characters. */
  double ofCompound(String surname) {
    @Nullable EnumItem<NR> counted = PersonDictionary.dictionary.get(surname);
    double count = counted == null ? 0 : counted.getFrequency(NR.X) + counted.getFrequency(NR.B);
    return Math.log((count + 2) / NAMES);
  }

  /** Whether so many bear it that it is a surname, whatever the table of surnames says: 付, 闫. */
  boolean isSurname(int codePoint) {
    @Nullable EnumItem<NR> counted = PersonDictionary.dictionary.get(Character.toString(codePoint));
    return counted != null && counted.getFrequency(NR.B) >= 10;
  }

  /** How much likelier two characters are as a given name because they make a known word. */
  double together(String given) {
    CoreDictionary.@Nullable Attribute word = CoreDictionary.get(given);
    return word == null ? 0 : Math.log1p(word.totalFrequency * NAMES / WORDS * 10);
  }

  /** For characters that no name was seen with: the national standard's levels come first. */
  private static double commonness(int codePoint) {
    try {
      int first =
          GB2312.newEncoder().encode(CharBuffer.wrap(Character.toChars(codePoint))).get(0) & 0xFF;
      return first < 0xD8 ? 0.3 : 0.1;
    } catch (CharacterCodingException rare) {
      return Character.isBmpCodePoint(codePoint) ? 0.01 : 0.005;
    }
  }
}
