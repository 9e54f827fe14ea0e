package org.huizhi.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Divides typed letters into syllables. The last may be shortened to how it begins; or all are
 * shortened to their first letters.
 */
final class Syllables {
  private static final Set<String> INITIALS =
      Set.of(
          "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh",
          "r", "z", "c", "s", "y", "w");

  private final Set<String> whole;
  private final Map<String, List<String>> beginnings = new HashMap<>();

  Syllables(Set<String> whole) {
    this.whole = Set.copyOf(whole);
    for (String syllable : new TreeSet<>(whole)) {
      for (int end = 1; end <= syllable.length(); end++) {
        beginnings
            .computeIfAbsent(syllable.substring(0, end), _ -> new ArrayList<>())
            .add(syllable);
      }
    }
  }

  /**
   * One way to take letters from the front.
   *
   * @param pieces whole syllables or their beginnings
   * @param letters how many letters they take, dividing marks included
   */
  record Division(List<String> pieces, int letters) {
    boolean begins(Division longer) {
      return pieces.size() <= longer.pieces.size()
          && pieces.equals(longer.pieces.subList(0, pieces.size()));
    }
  }

  /** The syllables that a piece may stand for: itself when it is whole. */
  List<String> meantBy(String piece) {
    return whole.contains(piece) ? List.of(piece) : beginnings.getOrDefault(piece, List.of());
  }

  boolean isWhole(String piece) {
    return whole.contains(piece);
  }

  /**
   * Every way to take up to so many syllables from the front of the letters. Where all letters can
   * be read as whole syllables, nothing else is thought of: fang is not fan and g.
   *
   * @param letters small letters; {@code '} divides syllables
   */
  List<Division> divide(String letters, int mostSyllables) {
    List<Division> found = new ArrayList<>();
    divide(letters, 0, mostSyllables, List.of(), found);
    List<Division> written =
        found.stream()
            .filter(one -> one.letters() == letters.length())
            .filter(one -> one.pieces().stream().allMatch(whole::contains))
            .toList();
    return written.isEmpty()
        ? found
        : found.stream().filter(one -> written.stream().anyMatch(one::begins)).toList();
  }

  private void divide(
      String letters, int from, int most, List<String> before, List<Division> found) {
    int start = from;
    while (start < letters.length() && letters.charAt(start) == '\'') {
      start++;
    }
    if (!before.isEmpty()) {
      found.add(new Division(before, start));
    }
    if (before.size() == most) {
      return;
    }
    for (int end = start + 1; end <= letters.length(); end++) {
      String piece = letters.substring(start, end);
      if (!beginnings.containsKey(piece)) {
        break;
      }
      if (mayFollow(before, piece, end == letters.length())) {
        List<String> pieces = new ArrayList<>(before);
        pieces.add(piece);
        divide(letters, end, most, List.copyOf(pieces), found);
      }
    }
  }

  private boolean mayFollow(List<String> before, String piece, boolean last) {
    boolean initials = before.stream().allMatch(INITIALS::contains);
    boolean written = before.stream().allMatch(whole::contains);
    return (written && (last || whole.contains(piece))) || (initials && INITIALS.contains(piece));
  }
}
