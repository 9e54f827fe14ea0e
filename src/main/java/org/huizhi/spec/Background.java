package org.huizhi.spec;

import java.util.Locale;
import java.util.Optional;

/**
 * What stands behind the person in the finished photo.
 *
 * @param colour an even colour; empty keeps what stood there
 */
public record Background(Optional<Rgb> colour) {
  /** What stood there. */
  public static final Background KEEP = new Background(Optional.empty());

  public static Background of(Rgb colour) {
    return new Background(Optional.of(colour));
  }

  /** As spec files write it: {@code #FFFFFF} or {@code keep}. */
  @Override
  public String toString() {
    return colour
        .map(rgb -> String.format(Locale.ROOT, "#%02X%02X%02X", rgb.red(), rgb.green(), rgb.blue()))
        .orElse("keep");
  }
}
