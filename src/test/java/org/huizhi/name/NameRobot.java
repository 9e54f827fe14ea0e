package org.huizhi.name;

import java.util.List;
import java.util.Optional;
import org.huizhi.name.NameLists.FullName;

/**
 * Types as a person does: a surname that stands on the first page is tapped, any other is typed;
 * then the given name in one go, in full pinyin, until it stands on the page, or else character by
 * character from there.
 */
final class NameRobot {
  private final Names names;
  private final Readings readings = new Readings();
  private int taps;
  private boolean firstPage = true;
  private String before = "";

  NameRobot(Names names) {
    this.names = names;
  }

  /**
   * How one name was typed.
   *
   * @param firstPage whether what was wanted always stood on the first page
   */
  record Typed(int taps, boolean firstPage) {}

  static Typed type(Names names, FullName name) {
    NameRobot robot = new NameRobot(names);
    if (!robot.tapIfShown(robot.page(""), name.surname())) {
      robot.typeFully(name.surname(), robot.surnameLetters(name.surname()));
    }
    robot.typeFully(name.given(), robot.letters(name.given()));
    return new Typed(robot.taps, robot.firstPage);
  }

  private void typeFully(String text, String letters) {
    for (int end = 1; end <= letters.length(); end++) {
      taps++;
      if (tapIfShown(page(letters.substring(0, end)), text)) {
        return;
      }
    }
    String left = text;
    String leftLetters = letters;
    while (!left.isEmpty()) {
      Optional<Candidate> right = longest(page(leftLetters), left);
      firstPage &= right.isPresent();
      taps++;
      if (right.isEmpty()) {
        return;
      }
      before += right.get().text();
      left = left.substring(right.get().text().length());
      leftLetters = leftLetters.substring(right.get().letters());
    }
  }

  private boolean tapIfShown(List<Candidate> page, String text) {
    boolean shown = page.stream().anyMatch(one -> one.text().equals(text));
    if (shown) {
      taps++;
      before += text;
    }
    return shown;
  }

  private static Optional<Candidate> longest(List<Candidate> page, String wanted) {
    return page.stream()
        .filter(one -> wanted.startsWith(one.text()))
        .max((one, other) -> Integer.compare(one.text().length(), other.text().length()));
  }

  private List<Candidate> page(String letters) {
    List<CandidatePage> pages = CandidatePage.divide(names.find(letters, before));
    return pages.isEmpty() ? List.of() : pages.getFirst().candidates();
  }

  private String surnameLetters(String surname) {
    return Optional.ofNullable(readings.surnames().get(surname))
        .map(read -> read.replace(" ", ""))
        .orElseGet(() -> letters(surname));
  }

  private String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.codePoints().forEach(point -> letters.append(readings.of(point).getFirst()));
    return letters.toString();
  }
}
