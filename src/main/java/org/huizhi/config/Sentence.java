package org.huizhi.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Looks at a sentence of the words files and its {@code {0}}, {@code {1}} …. */
final class Sentence {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

  /** The words that a called number is spelled with. */
  private static final String DIGITS = "board.digits";

  private Sentence() {}

  /**
   * What is wrong with the sentence of a key.
   *
   * @param filled how many values are put into it; each must stand in it
   */
  static Optional<String> mistake(String key, String sentence, int filled) {
    return wrong(key, sentence, filled).map(wrong -> key + " " + wrong);
  }

  private static Optional<String> wrong(String key, String sentence, int filled) {
    if (sentence.isBlank()) {
      return Optional.of("says nothing");
    }
    if (key.equals(DIGITS) && !sentence.matches("\\S+( \\S+){9}")) {
      return Optional.of("needs the ten digits from nought to nine, a space between each");
    }
    List<String> right = IntStream.range(0, filled).mapToObj(i -> "{" + i + "}").toList();
    List<String> left = new ArrayList<>(right);
    Matcher place = PLACE.matcher(sentence);
    while (place.find()) {
      left.remove(place.group());
      if (!right.contains(place.group())) {
        return Optional.of("has " + place.group() + meant(sentence, right));
      }
    }
    if (place.replaceAll("").matches("(?s).*[{}].*")) {
      return Optional.of("has a brace without its other; look at { and }");
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of("lacks " + String.join(" and ", left) + ", for what is filled in");
  }

  private static String meant(String sentence, List<String> right) {
    if (right.isEmpty()) {
      return ", but nothing is filled in here";
    }
    return right.stream()
        .filter(place -> !sentence.contains(place))
        .findFirst()
        .map(place -> ", did you mean " + place + "?")
        .orElse(", but only " + String.join(" and ", right) + " are filled in");
  }
}
