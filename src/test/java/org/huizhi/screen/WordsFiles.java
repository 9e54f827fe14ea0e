package org.huizhi.screen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** The words files as they are shipped. */
public final class WordsFiles {
  public static final List<String> LANGUAGES = List.of("zh", "en", "zh-Hant", "ug");

  private WordsFiles() {}

  public static Words read() throws IOException {
    Map<String, Map<String, String>> sentences = new HashMap<>();
    for (String language : LANGUAGES) {
      TomlParseResult toml = Toml.parse(Path.of("kiosk-config/words/" + language + ".toml"));
      if (toml.hasErrors()) {
        throw new IllegalStateException(language + ": " + toml.errors());
      }
      Map<String, String> flat = new HashMap<>();
      toml.dottedKeySet().forEach(key -> flat.put(key, String.valueOf(toml.getString(key))));
      sentences.put(language, flat);
    }
    return new Words(LANGUAGES, sentences).keeping(90);
  }
}
