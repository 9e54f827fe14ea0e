package org.huizhi.name;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of which parts 75 000 characters are made, so that one whose reading nobody knows is found by
 * what its parts are called. From {@code cjk-decomp}, which lies in the jar as it was published: a
 * line such as {@code 赟:d(斌,贝)}, where a layout of r and a digit repeats its part.
 */
final class Parts {
  private static final Pattern REPEATED = Pattern.compile("r(\\d?)(?!ref|rot|tr?ans).*");

  /** Deeper parts are single strokes, which nobody names. */
  private static final int DEEPEST = 4;

  private final Map<String, List<String>> directly = new HashMap<>();
  private final Map<String, List<String>> within = new HashMap<>();
  private final Readings readings;

  Parts(Readings readings) {
    this.readings = readings;
    Readings.lines("cjk-decomp.txt.js").forEach(this::read);
    directly.forEach(
        (whole, parts) ->
            Set.copyOf(parts)
                .forEach(part -> within.computeIfAbsent(part, _ -> new ArrayList<>()).add(whole)));
  }

  private void read(String line) {
    int from = line.startsWith("module.exports") ? line.indexOf('`') + 1 : 0;
    int colon = line.indexOf(':', from);
    int open = line.indexOf('(', Math.max(colon, 0));
    int close = line.indexOf(')', Math.max(open, 0));
    if (colon > from && open > colon && close > open) {
      List<String> parts = List.of(line.substring(open + 1, close).split(","));
      directly.put(line.substring(from, colon), repeated(line.substring(colon + 1, open), parts));
    }
  }

  private static List<String> repeated(String layout, List<String> parts) {
    Matcher times = REPEATED.matcher(layout);
    if (parts.size() != 1 || !times.matches()) {
      return parts;
    }
    return Collections.nCopies(
        times.group(1).isEmpty() ? 2 : Integer.parseInt(times.group(1)), parts.getFirst());
  }

  /**
   * Characters that have a part for each of these syllables; those with the fewest parts more come
   * first, then the more used.
   */
  List<Integer> madeOf(List<String> syllables, Usage usage) {
    record Found(int point, int parts, double use) {}
    Set<String> possible = new HashSet<>(containing(syllables.getFirst()));
    for (String other : Set.copyOf(syllables)) {
      possible.retainAll(containing(other));
    }
    List<Found> found = new ArrayList<>();
    for (String text : possible) {
      int point = text.codePointAt(0);
      Optional<Integer> more = more(text, syllables);
      if (Character.isIdeographic(point) && more.isPresent()) {
        found.add(new Found(point, more.get(), usage.of(point, Usage.Place.LAST)));
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparingInt(Found::parts)
                .thenComparing(Comparator.comparingDouble(Found::use).reversed())
                .thenComparingInt(Found::point))
        .map(Found::point)
        .toList();
  }

  /** Whatever has a part that is read like this, near or deep. */
  private Set<String> containing(String syllable) {
    record Open(String text, int depth) {}
    Set<String> found = new HashSet<>();
    Deque<Open> open = new ArrayDeque<>();
    readings.readAs(syllable).forEach(point -> open.add(new Open(Character.toString(point), 0)));
    while (!open.isEmpty()) {
      Open one = open.remove();
      if (one.depth() == DEEPEST) {
        continue;
      }
      for (String whole : within.getOrDefault(one.text(), List.of())) {
        if (found.add(whole)) {
          open.add(new Open(whole, one.depth() + 1));
        }
      }
    }
    return found;
  }

  /** How deep the wanted parts lie and how many others stand beside them; empty when one lacks. */
  private Optional<Integer> more(String text, List<String> syllables) {
    List<String> level = directly.getOrDefault(text, List.of());
    List<String> wanted = new ArrayList<>(syllables);
    int deep = 0;
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      List<String> next = new ArrayList<>();
      int beside = 0;
      for (String part : level) {
        if (take(wanted, part)) {
          deep += depth;
        } else {
          beside++;
          next.addAll(directly.getOrDefault(part, List.of()));
        }
      }
      if (wanted.isEmpty()) {
        return Optional.of(deep * 10 + beside);
      }
      level = next;
    }
    return Optional.empty();
  }

  private boolean take(List<String> wanted, String part) {
    if (part.codePointCount(0, part.length()) != 1) {
      return false; // a number stands for a shape without a character of its own
    }
    return readings.of(part.codePointAt(0)).stream().anyMatch(wanted::remove);
  }
}
