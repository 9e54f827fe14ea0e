package org.huizhi.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * The TOML files of one folder, by name without ending. A file may say {@code base = "OTHER"}: what
 * it does not say itself then comes from that one. A file with {@code abstract = true} is only a
 * base.
 */
final class TomlFolder {
  private static final String ENDING = ".toml";

  private final Path folder;
  private final List<Mistake> mistakes;
  private final Map<String, TomlParseResult> files = new LinkedHashMap<>();

  TomlFolder(Path folder, List<Mistake> mistakes) {
    this.folder = folder;
    this.mistakes = mistakes;
    try (Stream<Path> found = Files.list(folder)) {
      found
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted()
          .forEach(file -> parse(file, mistakes).ifPresent(toml -> files.put(nameOf(file), toml)));
    } catch (IOException wrong) {
      mistakes.add(new Mistake(folder, 1, "cannot read this folder"));
    }
  }

  /** Parses one file; reports its mistakes and gives nothing when there are any. */
  static Optional<TomlParseResult> parse(Path file, List<Mistake> mistakes) {
    try {
      TomlParseResult toml = Toml.parse(withoutMark(Files.readString(file)));
      for (TomlParseError error : toml.errors()) {
        mistakes.add(
            new Mistake(file, error.position().line(), String.valueOf(error.getMessage())));
      }
      return toml.hasErrors() ? Optional.empty() : Optional.of(toml);
    } catch (CharacterCodingException wrong) {
      mistakes.add(new Mistake(file, 1, "this file is not UTF-8 text"));
    } catch (NoSuchFileException wrong) {
      mistakes.add(new Mistake(file, 1, "this file is missing"));
    } catch (IOException wrong) {
      mistakes.add(new Mistake(file, 1, "cannot read this file"));
    }
    return Optional.empty();
  }

  /** Some editors put an invisible byte order mark first. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Reads each file that is not abstract as a record whose component {@code name} is its name. */
  <T> Map<String, T> read(Class<T> type) {
    Map<String, T> read = new LinkedHashMap<>();
    for (String name : files.keySet()) {
      Optional<Table> table = layered(name);
      if (table.isEmpty() || isAbstract(name)) {
        continue;
      }
      @Nullable T one = RecordReader.read(type, table.get(), Map.of("name", name));
      if (one != null) {
        read.put(name, one);
      }
    }
    return read;
  }

  /** A mistake at this place of a file, or of the base where the place really stands. */
  Mistake mistakeAt(String name, List<String> place, String sentence) {
    Optional<TomlParseResult> toml = Optional.ofNullable(files.get(name));
    Optional<TomlPosition> position =
        toml.map(file -> file.contains(place) ? file.inputPositionOf(place) : null);
    Optional<String> base = toml.map(file -> file.get("base")).map(Object::toString);
    return position.isEmpty() && base.isPresent()
        ? mistakeAt(base.get(), place, sentence)
        : new Mistake(
            folder.resolve(name + ENDING), position.map(TomlPosition::line).orElse(1), sentence);
  }

  private boolean isAbstract(String name) {
    TomlParseResult file = files.get(name);
    return file != null && Boolean.TRUE.equals(file.get("abstract"));
  }

  private Optional<Table> layered(String name) {
    List<Table.Layer> layers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Optional<String> next = Optional.of(name);
    while (next.isPresent()) {
      String current = next.get();
      @Nullable TomlParseResult toml = files.get(current);
      if (toml == null || names.contains(current)) {
        String near =
            Nearest.to(current, files.keySet()).map(n -> ", did you mean " + n + "?").orElse("");
        mistakes.add(
            new Mistake(
                folder.resolve(names.get(names.size() - 1) + ENDING),
                1,
                toml == null
                    ? "there is no base " + current + near
                    : "the base " + current + " is based on this file again"));
        return Optional.empty();
      }
      names.add(current);
      layers.add(new Table.Layer(folder.resolve(current + ENDING), toml, 1));
      next = Optional.ofNullable(toml.get("base")).map(Object::toString);
    }
    Table table = new Table(layers, mistakes);
    table.value("base");
    table
        .value("abstract")
        .filter(value -> !(value.value() instanceof Boolean))
        .ifPresent(value -> table.mistake(value, "abstract must be true or false"));
    return Optional.of(table);
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }
}
