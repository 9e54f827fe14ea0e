package org.huizhi.photo;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that was done to the shot's pixels on the way to the photo. The list of all of them,
 * repeated on the same shot, gives the same bytes.
 *
 * @param name what was done, such as {@code crop}
 * @param parameters how, in the unit that each name ends in; in alphabetical order
 */
public record PixelOperation(String name, SortedMap<String, String> parameters) {
  public PixelOperation {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /**
   * @param pairs name, value, name, value …
   */
  static PixelOperation of(String name, Object... pairs) {
    TreeMap<String, String> parameters = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.put(pairs[i].toString(), pairs[i + 1].toString());
    }
    return new PixelOperation(name, parameters);
  }
}
