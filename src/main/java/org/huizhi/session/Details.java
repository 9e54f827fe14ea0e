package org.huizhi.session;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizhi.spec.Field;

/** What the applicant told of themselves. Its text form names no value, so that no log can. */
public record Details(Map<Field, String> values) {
  public static final Details NONE = new Details(Map.of());

  public Details {
    values = Map.copyOf(values);
  }

  public Optional<String> of(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The number of the document that was asked for, whichever that is. */
  public Optional<String> documentNumber() {
    return Stream.of(Field.values())
        .filter(field -> field != Field.NAME && field != Field.PHONE)
        .flatMap(field -> of(field).stream())
        .findFirst();
  }

  /** The same with one field more, or another value for it. */
  public Details with(Field field, String value) {
    Map<Field, String> more = new EnumMap<>(Field.class);
    more.putAll(values);
    more.put(field, value);
    return new Details(more);
  }

  /** The same without this field. */
  public Details without(Field field) {
    Map<Field, String> fewer = new HashMap<>(values);
    fewer.remove(field);
    return new Details(fewer);
  }

  @Override
  public String toString() {
    return "Details" + values.keySet();
  }
}
