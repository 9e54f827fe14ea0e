package org.huizhi.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huizhi.name.Usage.Place;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names behind typed letters, the likeliest first. Tones are not typed; several syllables
 * may be typed in one go, whole or shortened to how they begin, with {@code '} between them where
 * it matters. Safe for any thread; made once, which takes half a second.
 */
public final class Names {
  /** As many as fill a few pages; whoever needs more types the syllable alone. */
  private static final int MOST = 400;

  private static final int MOST_SYLLABLES = 4;
  private static final int BEST_WHOLE = 8;
  private static final int BEST_OF_EACH = 24;
  private static final int BEST_JOINED = 60;
  private static final int FAMILIES = 6;

  /** A shortened syllable says less than a whole one. */
  private static final double SHORTENED = -6;

  /** For each further reading of a character before this one. */
  private static final double LESS_USUAL_READING = -1.2;

  /** A surname read as surnames are not. */
  private static final double NOT_AS_SURNAME = -5;

  /** Someone whose name does not begin with a known surname. */
  private static final double NO_SURNAME = -7;

  private final Readings readings = new Readings();
  private final Syllables syllables = new Syllables(readings.syllables());
  private final Usage usage = new Usage();
  private final Map<String, String> readAsSurname = new HashMap<>();
  private final Map<String, List<Scored>> compounds = new HashMap<>();
  private final Map<String, List<Scored>> reckoned = new ConcurrentHashMap<>();
  private final List<Candidate> surnames;
  private @Nullable Parts parts;

  private record Scored(String text, double score) {}

  /** The tables are the same for everyone and never change. */
  private static final class Once {
    static final Names NAMES = new Names();
  }

  /** The one that everybody uses; the first who asks waits for it. */
  public static Names get() {
    return Once.NAMES;
  }

  /** Reads every table, so that nobody waits for one later. */
  public static void load() {
    var _ = get().parts();
  }

  private Names() {
    readings.surnames().forEach(readAsSurname::put);
    for (int point : readings.characters()) {
      if (usage.isSurname(point)) {
        readAsSurname.putIfAbsent(Character.toString(point), readings.of(point).getFirst());
      }
    }
    List<Scored> counted = new ArrayList<>();
    readAsSurname.forEach(
        (surname, read) -> {
          if (surname.codePointCount(0, surname.length()) == 1) {
            counted.add(new Scored(surname, usage.of(surname.codePointAt(0), Place.SURNAME)));
          } else {
            Scored compound = new Scored(surname, usage.ofCompound(surname));
            counted.add(compound);
            compounds.computeIfAbsent(read, _ -> new ArrayList<>()).add(compound);
          }
        });
    surnames = best(counted, MOST).stream().map(one -> new Candidate(one.text(), 0)).toList();
  }

  /** Surnames by how many people bear them, for a person who has typed nothing yet. */
  public List<Candidate> surnames() {
    return surnames;
  }

  /**
   * What the letters may mean.
   *
   * @param letters typed and not yet used; small letters and {@code '}
   * @param before the part of the name that stands already
   */
  public List<Candidate> find(String letters, String before) {
    if (letters.isEmpty()) {
      return before.isEmpty() ? surnames : List.of();
    }
    Map<Candidate, Double> found = new HashMap<>();
    for (Syllables.Division division : syllables.divide(letters, MOST_SYLLABLES)) {
      for (Scored scored : meant(division.pieces(), before)) {
        found.merge(new Candidate(scored.text(), division.letters()), scored.score(), Math::max);
      }
    }
    return wholeFirst(found, letters.length());
  }

  /** Characters made of parts that are read like this, one syllable for each part. */
  public List<Candidate> findByParts(String letters) {
    List<Candidate> found = new ArrayList<>();
    for (Syllables.Division division : syllables.divide(letters, MOST_SYLLABLES)) {
      boolean whole = division.pieces().stream().allMatch(syllables::isWhole);
      if (whole && division.letters() == letters.length()) {
        parts().madeOf(division.pieces(), usage).stream()
            .map(point -> new Candidate(Character.toString(point), letters.length()))
            .forEach(found::add);
      }
    }
    return found.stream().distinct().limit(MOST).toList();
  }

  /**
   * What uses all letters comes first; but behind the best of those already what uses only some, so
   * that a given name that nobody bore before is put together from the same page.
   */
  private static List<Candidate> wholeFirst(Map<Candidate, Double> found, int all) {
    List<Candidate> sorted =
        found.entrySet().stream()
            .sorted(
                Map.Entry.<Candidate, Double>comparingByValue()
                    .reversed()
                    .thenComparing(entry -> entry.getKey().text()))
            .map(Map.Entry::getKey)
            .toList();
    List<Candidate> whole = sorted.stream().filter(one -> one.letters() == all).toList();
    List<Candidate> begun = sorted.stream().filter(one -> one.letters() < all).toList();
    int best = Math.min(BEST_WHOLE, whole.size());
    List<Candidate> ordered = new ArrayList<>(whole.subList(0, best));
    ordered.addAll(begun);
    ordered.addAll(whole.subList(best, whole.size()));
    return ordered.subList(0, Math.min(MOST, ordered.size()));
  }

  private List<Scored> meant(List<String> pieces, String before) {
    if (!before.isEmpty()) {
      return given(pieces, before);
    }
    List<Scored> found = new ArrayList<>();
    for (int length = 1; length <= Math.min(2, pieces.size()); length++) {
      List<Scored> family = surnames(pieces.subList(0, length));
      List<String> rest = pieces.subList(length, pieces.size());
      if (rest.isEmpty()) {
        found.addAll(family);
      } else if (rest.size() <= 2) {
        found.addAll(withSurnames(best(family, FAMILIES), rest));
      }
    }
    for (Scored free : given(pieces, "")) {
      found.add(new Scored(free.text(), free.score() + NO_SURNAME));
    }
    return best(found, MOST);
  }

  private List<Scored> withSurnames(List<Scored> families, List<String> pieces) {
    if (families.isEmpty()) {
      return List.of();
    }
    List<Scored> found = new ArrayList<>();
    for (Scored given : best(given(pieces, families.getFirst().text()), BEST_OF_EACH)) {
      for (Scored family : families) {
        found.add(new Scored(family.text() + given.text(), family.score() + given.score()));
      }
    }
    return found;
  }

  /** Surnames that these one or two pieces may stand for. */
  private List<Scored> surnames(List<String> pieces) {
    List<Scored> found = new ArrayList<>();
    if (pieces.size() == 1) {
      String piece = pieces.getFirst();
      for (String syllable : syllables.meantBy(piece)) {
        for (int point : readings.readAs(syllable)) {
          String text = Character.toString(point);
          @Nullable String asSurname = readAsSurname.get(text);
          if (asSurname != null) {
            double reading = asSurname.equals(syllable) ? 0 : NOT_AS_SURNAME;
            found.add(
                new Scored(text, usage.of(point, Place.SURNAME) + reading + shortened(piece)));
          }
        }
      }
      return best(found, MOST);
    }
    for (String first : syllables.meantBy(pieces.get(0))) {
      for (String second : syllables.meantBy(pieces.get(1))) {
        for (Scored compound : compounds.getOrDefault(first + " " + second, List.of())) {
          double less = shortened(pieces.get(0)) + shortened(pieces.get(1));
          found.add(new Scored(compound.text(), compound.score() + less));
        }
      }
    }
    return best(found, BEST_OF_EACH);
  }

  /** Given names or their beginnings; places are known only behind a surname. */
  private List<Scored> given(List<String> pieces, String before) {
    int stand = before.codePointCount(0, before.length());
    boolean behindSurname = readAsSurname.containsKey(before);
    if (pieces.size() == 1) {
      boolean last = stand >= 2 && !behindSurname;
      return best(
          behindSurname
              ? either(
                  characters(pieces.getFirst(), Place.ONLY),
                  characters(pieces.getFirst(), Place.FIRST))
              : characters(pieces.getFirst(), last ? Place.LAST : Place.FIRST),
          MOST);
    }
    List<Scored> found = best(characters(pieces.getFirst(), Place.FIRST), BEST_OF_EACH);
    for (int i = 1; i < pieces.size(); i++) {
      found = joined(found, best(characters(pieces.get(i), Place.LAST), BEST_OF_EACH));
    }
    return found;
  }

  private static List<Scored> either(List<Scored> some, List<Scored> others) {
    Map<String, Double> best = new LinkedHashMap<>();
    some.forEach(one -> best.merge(one.text(), one.score(), Math::max));
    others.forEach(one -> best.merge(one.text(), one.score(), Math::max));
    return best.entrySet().stream().map(e -> new Scored(e.getKey(), e.getValue())).toList();
  }

  /** Sorted. */
  private List<Scored> characters(String piece, Place place) {
    return reckoned.computeIfAbsent(place + piece, _ -> reckon(piece, place));
  }

  private List<Scored> reckon(String piece, Place place) {
    List<Scored> found = new ArrayList<>();
    for (String syllable : syllables.meantBy(piece)) {
      for (int point : readings.readAs(syllable)) {
        double reading = LESS_USUAL_READING * readings.of(point).indexOf(syllable);
        found.add(
            new Scored(
                Character.toString(point), usage.of(point, place) + reading + shortened(piece)));
      }
    }
    return best(found, Integer.MAX_VALUE);
  }

  private List<Scored> joined(List<Scored> firsts, List<Scored> seconds) {
    List<Scored> found = new ArrayList<>(firsts.size() * seconds.size());
    for (Scored first : firsts) {
      for (Scored second : seconds) {
        String text = first.text() + second.text();
        double together = text.length() == 2 ? usage.together(text) : 0;
        found.add(new Scored(text, first.score() + second.score() + together));
      }
    }
    return best(found, BEST_JOINED);
  }

  /** Only rare characters need them. */
  private synchronized Parts parts() {
    @Nullable Parts known = parts;
    if (known == null) {
      known = new Parts(readings);
      parts = known;
    }
    return known;
  }

  private double shortened(String piece) {
    return syllables.isWhole(piece) ? 0 : SHORTENED;
  }

  private static List<Scored> best(List<Scored> all, int most) {
    return all.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::text))
        .limit(most)
        .toList();
  }
}
