package org.huizhi.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every sentence of the screens in every language, as {@code kiosk-config/words/LANGUAGE.toml} hold
 * them: tables joined by dots, {@code {0}} and {@code {1}} for what is filled in.
 */
public final class Words {
  private final List<String> languages;
  private final Map<String, Map<String, String>> sentences;
  private final Set<String> keys;

  /**
   * @param languages tags in the order in which they are offered; the first is the usual one
   * @param sentences by language, then by key such as {@code advice.move-left}
   * @throws IllegalArgumentException when a language has no words
   */
  public Words(List<String> languages, Map<String, Map<String, String>> sentences) {
    this(languages, sentences, Keys.all());
  }

  /**
   * The words of other pages than the applicant's.
   *
   * @param keys every key that these pages ask for
   */
  public Words(
      List<String> languages, Map<String, Map<String, String>> sentences, Set<String> keys) {
    this.keys = Set.copyOf(keys);
    for (String language : languages) {
      if (!sentences.containsKey(language)) {
        throw new IllegalArgumentException("there are no words in the language " + language);
      }
    }
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("a kiosk needs at least one language");
    }
    this.languages = List.copyOf(languages);
    this.sentences = Map.copyOf(sentences);
  }

  /** What the consent says where photos go to a detection centre. */
  public static final Map<String, String> WHERE_PHOTOS_ARE_SENT =
      Map.of(
          Phrase.CONSENT__WHERE.key(), Phrase.CONSENT__WHERE_CENTRE.key(),
          Phrase.CONSENT__VERSION.key(), Phrase.CONSENT__VERSION_CENTRE.key());

  /**
   * The same words with some sentences in the place of others.
   *
   * @param others keys of what is said, by the keys that are asked for
   */
  public Words instead(Map<String, String> others) {
    Map<String, Map<String, String>> changed = new HashMap<>();
    sentences.forEach(
        (language, said) -> {
          Map<String, String> now = new HashMap<>(said);
          others.forEach((asked, key) -> now.put(asked, say(language, key)));
          changed.put(language, now);
        });
    return new Words(languages, changed, keys);
  }

  /** What the consent says of how long the photo stays, and the version that says so. */
  private static final List<String> HOW_LONG =
      List.of(
          Phrase.CONSENT__HOW_LONG.key(),
          Phrase.CONSENT__VERSION.key(),
          Phrase.CONSENT__VERSION_CENTRE.key());

  /** The same words where what is personal is deleted after so many days. */
  public Words keeping(long days) {
    Map<String, Map<String, String>> changed = new HashMap<>();
    sentences.forEach(
        (language, said) -> {
          Map<String, String> now = new HashMap<>(said);
          HOW_LONG.forEach(key -> now.put(key, say(language, key, days)));
          changed.put(language, now);
        });
    return new Words(languages, changed, keys);
  }

  /** Every key that a screen of the applicant may ask for. */
  public static Set<String> keys() {
    return Keys.all();
  }

  /** How many values the applicant's screens put into the sentence of a key; most none. */
  public static int filled(String key) {
    return Keys.filled(key);
  }

  public List<String> languages() {
    return languages;
  }

  /**
   * The language that stands smaller under the first one; empty when there is no other. Another
   * script of the same language (zh and zh-Hant) would tell nobody more.
   */
  public Optional<String> under(String language) {
    return languages.stream().filter(other -> !base(other).equals(base(language))).findFirst();
  }

  private static String base(String language) {
    return language.split("-", 2)[0];
  }

  /** The sentence, in the usual language where this one lacks it; the key where both do. */
  public String say(String language, String key, Object... filled) {
    String sentence = in(language, key).or(() -> in(languages.getFirst(), key)).orElse(key);
    for (int i = 0; i < filled.length; i++) {
      sentence = sentence.replace("{" + i + "}", String.valueOf(filled[i]));
    }
    return sentence;
  }

  /** Keys that the screens need and this language lacks, in order. */
  public List<String> missing(String language) {
    List<String> missing = new ArrayList<>();
    for (String key : new TreeSet<>(keys)) {
      if (in(language, key).isEmpty()) {
        missing.add(key);
      }
    }
    return missing;
  }

  /** Keys that this language has and no screen asks for, in order. */
  public List<String> unused(String language) {
    Set<String> unused = new TreeSet<>(sentences.getOrDefault(language, Map.of()).keySet());
    keys.forEach(unused::remove);
    return List.copyOf(unused);
  }

  private Optional<String> in(String language, String key) {
    return Optional.ofNullable(sentences.getOrDefault(language, Map.of()).get(key));
  }

  /** A constant's name as keys write it: {@code MOVE_LEFT} is {@code move-left}. */
  public static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
