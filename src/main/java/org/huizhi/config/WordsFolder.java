package org.huizhi.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.huizhi.screen.Words;
import org.tomlj.TomlParseResult;

/** Reads {@code kiosk-config/words}: one file a language, a table a screen. */
final class WordsFolder {
  private WordsFolder() {}

  /** The words of these languages; reports what a file lacks and what nobody asks for. */
  static Optional<Words> read(
      Path folder,
      List<String> languages,
      Set<String> keys,
      ToIntFunction<String> filled,
      List<Mistake> mistakes) {
    Map<String, Map<String, String>> sentences = new HashMap<>();
    Map<String, TomlParseResult> files = new HashMap<>();
    for (String language : languages) {
      TomlFolder.parse(file(folder, language), mistakes)
          .ifPresent(
              toml -> {
                files.put(language, toml);
                sentences.put(language, flat(file(folder, language), toml, mistakes));
              });
    }
    if (files.size() < languages.size()) {
      return Optional.empty();
    }
    Words words = new Words(languages, sentences, keys);
    files.forEach((language, toml) -> compare(words, language, toml, folder, mistakes));
    files.forEach(
        (language, toml) -> {
          Map<String, String> said = sentences.getOrDefault(language, Map.of());
          keys.stream()
              .filter(said::containsKey)
              .forEach(
                  key ->
                      Sentence.mistake(key, String.valueOf(said.get(key)), filled.applyAsInt(key))
                          .map(wrong -> new Mistake(file(folder, language), line(toml, key), wrong))
                          .ifPresent(mistakes::add));
        });
    return Optional.of(words);
  }

  private static Map<String, String> flat(Path file, TomlParseResult toml, List<Mistake> mistakes) {
    Map<String, String> flat = new HashMap<>();
    for (String key : toml.dottedKeySet()) {
      if (toml.isString(key)) {
        flat.put(key, String.valueOf(toml.getString(key)));
      } else {
        mistakes.add(new Mistake(file, line(toml, key), key + " must be a text"));
      }
    }
    return flat;
  }

  private static void compare(
      Words words, String language, TomlParseResult toml, Path folder, List<Mistake> mistakes) {
    Path file = file(folder, language);
    List<String> missing = words.missing(language);
    for (String key : missing) {
      mistakes.add(new Mistake(file, 1, key + " is missing"));
    }
    for (String key : words.unused(language)) {
      String meant =
          Nearest.to(key, missing).map(near -> ", did you mean " + near + "?").orElse("");
      mistakes.add(new Mistake(file, line(toml, key), "no screen asks for " + key + meant));
    }
  }

  private static int line(TomlParseResult toml, String key) {
    return Optional.ofNullable(toml.inputPositionOf(key)).map(at -> at.line()).orElse(1);
  }

  private static Path file(Path folder, String language) {
    return folder.resolve(language + ".toml");
  }
}
