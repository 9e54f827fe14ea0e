package org.huizhi.camera;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of a device.
 *
 * @param heightPx the picture's least height from which every document's photo can be cut
 * @param fps pictures a second for a mirror that follows
 * @param controls what stays fixed, in the driver's own units; the rest is the device's business
 */
public record Demand(int heightPx, int fps, Map<Control, Integer> controls) {
  /** Enough for every photo of 472 pixels' height with room around the head. */
  public static final Demand USUAL = new Demand(600, 25, Map.of());

  /** What can be fixed on a device. */
  public enum Control {
    EXPOSURE,
    GAIN,
    WHITE_BALANCE,
    FOCUS,
    ZOOM,
    /** 50 or 60; 0 switches the filter off. */
    POWER_LINE_HZ
  }

  public Demand {
    controls = controls.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(controls));
    int powerLine = controls.getOrDefault(Control.POWER_LINE_HZ, 50);
    if (powerLine != 0 && powerLine != 50 && powerLine != 60) {
      throw new IllegalArgumentException("power-line-hz must be 50, 60 or 0 for off");
    }
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(heightPx + "@" + fps);
    new TreeMap<>(controls)
        .forEach((control, value) -> text.append(',').append(control).append('=').append(value));
    return text.toString();
  }

  /** Reads what {@link #toString} wrote, in another process. */
  public static Demand parse(String text) {
    List<String> words = List.of(text.split(",", -1));
    String[] size = words.getFirst().split("@", 2);
    Map<Control, Integer> controls = new EnumMap<>(Control.class);
    for (String word : words.subList(1, words.size())) {
      String[] pair = word.split("=", 2);
      controls.put(Control.valueOf(pair[0].toUpperCase(Locale.ROOT)), Integer.parseInt(pair[1]));
    }
    return new Demand(Integer.parseInt(size[0]), Integer.parseInt(size[1]), controls);
  }
}
