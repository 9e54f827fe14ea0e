package org.huizhi.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of a TOML file that is being read, over those of the files it is based on: a key is
 * looked up in the first that has it. It remembers which keys were asked for, so that the rest can
 * be reported as unknown.
 */
final class Table {
  /** One file's part of a table. */
  record Layer(Path file, TomlTable toml, int line) {}

  /** A value and where it stands. */
  record Value(Object value, Path file, int line) {}

  private final List<Layer> layers;
  private final List<Mistake> mistakes;
  private final @Nullable Table root;
  private final Set<String> asked = new HashSet<>();

  /**
   * @param layers at least one, the file itself first
   * @param mistakes gets every mistake found
   */
  Table(List<Layer> layers, List<Mistake> mistakes) {
    this(layers, mistakes, null);
  }

  private Table(List<Layer> layers, List<Mistake> mistakes, @Nullable Table root) {
    this.layers = List.copyOf(layers);
    this.mistakes = mistakes;
    this.root = root;
  }

  /** The table of the whole file. */
  Table root() {
    return root == null ? this : root;
  }

  /**
   * In which of the files a key, or one in a table under it, is first found: 0 for the file itself,
   * 1 for its base …
   */
  OptionalInt depth(String... keys) {
    return IntStream.range(0, layers.size())
        .filter(at -> layers.get(at).toml().get(List.of(keys)) != null)
        .findFirst();
  }

  /** The keys of all layers. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    layers.forEach(layer -> keys.addAll(layer.toml().keySet()));
    return keys;
  }

  Optional<Value> value(String key) {
    asked.add(key);
    for (Layer layer : layers) {
      @Nullable Object value = layer.toml().get(List.of(key));
      if (value != null) {
        return Optional.of(new Value(value, layer.file(), line(layer, key)));
      }
    }
    return Optional.empty();
  }

  /** The table under a key, made of those of all layers; empty where no layer has one. */
  Optional<Table> table(String key) {
    asked.add(key);
    List<Layer> under = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer.toml().get(List.of(key)) instanceof TomlTable toml) {
        under.add(new Layer(layer.file(), toml, line(layer, key)));
      }
    }
    return under.isEmpty() ? Optional.empty() : Optional.of(new Table(under, mistakes, root()));
  }

  /** A table that stands in a list. */
  Table element(Value list, TomlTable toml) {
    return new Table(List.of(new Layer(list.file(), toml, list.line())), mistakes, root());
  }

  void mistake(Value value, String sentence) {
    mistakes.add(new Mistake(value.file(), value.line(), sentence));
  }

  /**
   * A mistake of the table as a whole, such as a missing key. Where its sentence begins with one of
   * the table's keys, it stands there.
   */
  void mistake(String sentence) {
    String key = sentence.split("[ :]", 2)[0];
    Layer layer =
        layers.stream()
            .filter(has -> has.toml().get(List.of(key)) != null)
            .findFirst()
            .orElse(layers.getFirst());
    mistakes.add(new Mistake(layer.file(), line(layer, key), sentence));
  }

  /** Reports every key that nobody asked for, with the likeliest one that was meant. */
  void reportUnknown() {
    for (Layer layer : layers) {
      for (String key : layer.toml().keySet()) {
        if (!asked.contains(key)) {
          String meant =
              Nearest.to(key, asked).map(near -> ", did you mean " + near + "?").orElse("");
          mistakes.add(new Mistake(layer.file(), line(layer, key), "unknown key " + key + meant));
        }
      }
    }
  }

  private static int line(Layer layer, String key) {
    @Nullable TomlPosition position = layer.toml().inputPositionOf(List.of(key));
    return position == null ? layer.line() : position.line();
  }
}
