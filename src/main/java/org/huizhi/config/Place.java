package org.huizhi.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * A file in which mistakes are found after it was read.
 *
 * @param toml empty where it could not be read
 */
record Place(Path file, Optional<TomlParseResult> toml) {
  static Place of(Path file) {
    return new Place(file, TomlFolder.parse(file, new ArrayList<>()));
  }

  /** A mistake where a key stands, or at the beginning where it does not. */
  Mistake mistake(List<String> key, String sentence) {
    @Nullable TomlPosition at =
        toml.filter(read -> read.contains(key)).map(read -> read.inputPositionOf(key)).orElse(null);
    return new Mistake(file, at == null ? 1 : at.line(), sentence);
  }

  /** A mistake where a key stands in one of a list of tables. */
  Mistake mistake(List<String> list, int number, String key, String sentence) {
    @Nullable TomlPosition at =
        toml.map(read -> read.getArrayOrEmpty(list).getTable(number).inputPositionOf(key))
            .orElse(null);
    return new Mistake(file, at == null ? 1 : at.line(), sentence);
  }
}
