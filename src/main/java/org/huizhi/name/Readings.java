package org.huizhi.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How characters are read, without tones, ü written as v. From the tables of {@code pinyin-pro},
 * which lie in the jar as they were published.
 */
final class Readings {
  private static final Pattern GROUP = Pattern.compile("\\s+'?([^'\\[]+?)'?: \\[(.*)");
  private static final Pattern CHARACTER = Pattern.compile("'([^']+)'");
  private static final Pattern VOWEL = Pattern.compile("[aeiouv]");
  private static final Pattern SURNAME = Pattern.compile("\\s+(\\S+): ['\"]([^'\"]+)['\"],?");

  private final Map<Integer, List<String>> ofCharacter = new HashMap<>();
  private final Map<String, List<Integer>> bySyllable = new HashMap<>();
  private final Map<String, String> ofSurname = new LinkedHashMap<>();

  Readings() {
    readCharacters();
    readSurnames();
    ofCharacter.forEach(
        (point, readings) ->
            readings.forEach(
                syllable ->
                    bySyllable.computeIfAbsent(syllable, _ -> new ArrayList<>()).add(point)));
  }

  /** The usual reading first; empty for a character that the tables lack. */
  List<String> of(int codePoint) {
    return ofCharacter.getOrDefault(codePoint, List.of());
  }

  /** Characters with this reading, in no order. */
  List<Integer> readAs(String syllable) {
    return bySyllable.getOrDefault(syllable, List.of());
  }

  Set<Integer> characters() {
    return ofCharacter.keySet();
  }

  Set<String> syllables() {
    return bySyllable.keySet();
  }

  /** Surnames of one to three characters with their readings, syllables divided by spaces. */
  Map<String, String> surnames() {
    return ofSurname;
  }

  private void readCharacters() {
    List<String> readings = List.of();
    for (String line : lines("dict1.mjs")) {
      Matcher group = GROUP.matcher(line);
      String characters = line;
      if (group.matches()) {
        readings = plain(group.group(1));
        characters = group.group(2);
      }
      Matcher character = CHARACTER.matcher(characters);
      while (character.find()) {
        ofCharacter.put(character.group(1).codePointAt(0), readings);
      }
    }
  }

  private void readSurnames() {
    for (String line : lines("surname.mjs")) {
      Matcher surname = SURNAME.matcher(line);
      if (surname.matches()) {
        ofSurname.put(surname.group(1), String.join(" ", syllablesOf(surname.group(2))));
      }
    }
  }

  /** Different readings of one character, each once. */
  private static List<String> plain(String readings) {
    Set<String> once = new LinkedHashSet<>(syllablesOf(readings));
    once.removeIf(syllable -> !VOWEL.matcher(syllable).find()); // 呒, read m, is in no name
    return List.copyOf(once);
  }

  private static List<String> syllablesOf(String toned) {
    List<String> syllables = new ArrayList<>();
    for (String one : toned.strip().split("\\s+", -1)) {
      String taken = Normalizer.normalize(one, Normalizer.Form.NFD).replace("u\u0308", "v");
      syllables.add(taken.replaceAll("\\p{M}", ""));
    }
    return syllables;
  }

  static List<String> lines(String file) {
    try (InputStream in = Readings.class.getResourceAsStream("/names/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the build left out /names/" + file);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
