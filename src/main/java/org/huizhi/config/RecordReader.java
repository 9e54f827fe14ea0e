package org.huizhi.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhi.spec.Code;
import org.huizhi.spec.Rule;
import org.huizhi.spec.Severity;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * Fills a record from a table: the component {@code mostOffCentrePx} from the key {@code
 * most-off-centre-px}. Components may be single values, records, Optional, lists of single values
 * and maps from a text or enum to any of these. A list or map that is absent is empty, an Optional
 * too; anything else that is absent is a mistake, and so is a key that no component wants.
 */
final class RecordReader {
  /** Where the wider limits of a rule stand. */
  private static final String SURELY = "surely";

  /** Texts that say by being empty that there is none; the others were forgotten. */
  private static final Set<String> MAY_BE_EMPTY =
      Set.of("region", "hotline-number", "direction", "notice");

  private RecordReader() {}

  /** The record, or null after at least one mistake was reported to the table. */
  static <T> @Nullable T read(Class<T> type, Table table) {
    return read(type, table, Map.of());
  }

  /**
   * As {@link #read(Class, Table)}.
   *
   * @param given values of components that do not stand in the table, by component name
   */
  static <T> @Nullable T read(Class<T> type, Table table, Map<String, Object> given) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    boolean whole = true;
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      values[i] =
          given.containsKey(name)
              ? given.get(name)
              : component(components[i].getGenericType(), kebab(name), table);
      whole &= values[i] != null;
    }
    table.reportUnknown();
    return whole ? construct(type, components, values, table) : null;
  }

  static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  static String camel(String key) {
    StringBuilder name = new StringBuilder();
    for (String word : key.split("-", -1)) {
      name.append(
          name.isEmpty() || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }

  private static @Nullable Object component(Type type, String key, Table table) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (generic.getRawType() == Optional.class) {
        return table.value(key).isEmpty() && !Lengths.isThere(key, table)
            ? Optional.empty()
            : wrap(component(last, key, table));
      }
      if (generic.getRawType() == List.class) {
        return list((Class<?>) last, key, table);
      }
      return map((Class<?>) generic.getActualTypeArguments()[0], last, key, table);
    }
    Class<?> plain = (Class<?>) type;
    if (Lengths.knows(plain, key, table)) {
      return Lengths.read(plain, key, table);
    }
    if (Scalars.knows(plain)) {
      return scalar(plain, key, table);
    }
    Optional<Table> under = table.table(key);
    if (under.isEmpty()) {
      reportAbsent(key, table, "a table");
      return null;
    }
    return plain == Rule.class ? null : read(plain, under.get());
  }

  private static @Nullable Object wrap(@Nullable Object value) {
    return value == null ? null : Optional.of(value);
  }

  private static void reportAbsent(String key, Table table, String wanted) {
    table
        .value(key)
        .ifPresentOrElse(
            value -> table.mistake(value, key + " must be " + wanted),
            () -> table.mistake(key + " is missing"));
  }

  private static @Nullable Object scalar(Class<?> type, String key, Table table) {
    Optional<Table.Value> found = table.value(key);
    if (found.isEmpty()) {
      table.mistake(key + " is missing");
      return null;
    }
    if (MAY_BE_EMPTY.contains(key) && isEmpty(found.get())) {
      return "";
    }
    try {
      return Scalars.convert(found.get().value(), type);
    } catch (Scalars.Unfit wrong) {
      table.mistake(found.get(), wrong.of(key));
      return null;
    }
  }

  private static @Nullable Object list(Class<?> element, String key, Table table) {
    Optional<Table.Value> found = table.value(key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (!(found.get().value() instanceof TomlArray array)) {
      table.mistake(found.get(), key + " must be a list in [ ]");
      return null;
    }
    List<Object> values = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < array.size(); i++) {
      @Nullable Object value = element(element, array.get(i), found.get(), key, table);
      whole &= value != null;
      if (value != null && values.contains(value)) {
        table.mistake(found.get(), key + " names " + array.get(i) + " twice");
        whole = false;
      } else if (value != null) {
        values.add(value);
      }
    }
    return whole ? values : null;
  }

  private static @Nullable Object element(
      Class<?> type, Object value, Table.Value list, String key, Table table) {
    if (value instanceof TomlTable toml && !Scalars.knows(type)) {
      return read(type, table.element(list, toml));
    }
    try {
      return Scalars.convert(value, type);
    } catch (Scalars.Unfit wrong) {
      table.mistake(list, "in " + key + " each must be " + wrong.getMessage());
      return null;
    }
  }

  private static @Nullable Object map(Class<?> keys, Type values, String key, Table table) {
    Optional<Table> under = table.table(key);
    if (under.isEmpty()) {
      if (table.value(key).isPresent()) {
        reportAbsent(key, table, "a table");
        return null;
      }
      return Map.of();
    }
    Map<Object, Object> read = new LinkedHashMap<>();
    boolean whole = true;
    for (String name : under.get().keys()) {
      @Nullable Object entry;
      try {
        Object asKey = Scalars.convert(name, keys);
        entry =
            values == Rule.class
                ? rule(asKey, name, under.get())
                : entry(key, values, name, under.get());
        if (entry != null) {
          read.put(asKey, entry);
        }
      } catch (Scalars.Unfit wrong) {
        under
            .get()
            .value(name)
            .ifPresent(
                value ->
                    table.mistake(value, "the name " + name + " must be " + wrong.getMessage()));
        entry = null;
      }
      whole &= entry != null;
    }
    return whole ? read : null;
  }

  private static @Nullable Object entry(String of, Type values, String name, Table table) {
    return MAY_BE_EMPTY.contains(of) && table.value(name).filter(RecordReader::isEmpty).isPresent()
        ? ""
        : component(values, name, table);
  }

  private static boolean isEmpty(Table.Value value) {
    return "".equals(value.value());
  }

  /**
   * A rule's table holds its severity and, by their own names, the limits of its check; wider ones
   * of them under {@code surely}.
   */
  private static @Nullable Object rule(Object code, String name, Table rules) {
    Optional<Table> found = rules.table(name);
    if (found.isEmpty()) {
      reportAbsent(name, rules, "a table");
      return null;
    }
    Table table = found.get();
    @Nullable Object severity = scalar(Severity.class, "severity", table);
    table
        .value(SURELY)
        .filter(value -> !(value.value() instanceof TomlTable))
        .ifPresent(value -> table.mistake(value, SURELY + " must be a table"));
    Optional<Map<String, Double>> limits = limits(table, Set.of("severity", SURELY));
    Optional<Map<String, Double>> surely =
        table
            .table(SURELY)
            .map(wider -> limits(wider, statedNearer(table, wider)))
            .orElse(Optional.of(Map.of()));
    return limits.isPresent() && surely.isPresent() && severity != null
        ? new Rule((Code) code, (Severity) severity, limits.get(), surely.get())
        : null;
  }

  /** Limits that a file states anew, without the wider ones that its base has beside its own. */
  private static Set<String> statedNearer(Table rule, Table wider) {
    return wider.keys().stream()
        .filter(
            key ->
                rule.depth(key).orElse(Integer.MAX_VALUE) < rule.depth(SURELY, key).orElseThrow())
        .collect(Collectors.toSet());
  }

  private static Optional<Map<String, Double>> limits(Table table, Set<String> others) {
    Map<String, Double> limits = new LinkedHashMap<>();
    boolean whole = true;
    for (String key : table.keys()) {
      if (others.contains(key)) {
        continue;
      }
      @Nullable Object limit = scalar(double.class, key, table);
      whole &= limit != null;
      if (limit != null) {
        limits.put(camel(key), (Double) limit);
      }
    }
    return whole ? Optional.of(limits) : Optional.empty();
  }

  private static <T> @Nullable T construct(
      Class<T> type, RecordComponent[] components, @Nullable Object[] values, Table table) {
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException wrong) {
      if (wrong.getCause() instanceof IllegalArgumentException unfit) {
        table.mistake(String.valueOf(unfit.getMessage()));
        return null;
      }
      throw new IllegalStateException(wrong);
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalStateException(type + " is not a record with a public constructor", wrong);
    }
  }
}
