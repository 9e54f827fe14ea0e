package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** How warm the machine is, where Linux tells it. */
final class Temperature {
  /** Where Linux tells it. */
  static final Path ZONES = Path.of("/sys/class/thermal");

  private static final double THOUSANDTHS = 1000;

  private Temperature() {}

  /** Degrees Celsius of its warmest part; empty where none is told. */
  static Optional<Integer> degrees(Path zones) {
    try (Stream<Path> all = Files.list(zones)) {
      return all.map(zone -> zone.resolve("temp"))
          .flatMap(told -> read(told).stream())
          .max(Comparator.naturalOrder());
    } catch (IOException untold) {
      return Optional.empty();
    }
  }

  /** A zone that sleeps has a file and no figure. */
  private static Optional<Integer> read(Path told) {
    try {
      double degrees = Integer.parseInt(Files.readString(told).strip()) / THOUSANDTHS;
      return Optional.of((int) Math.round(degrees));
    } catch (IOException | NumberFormatException untold) {
      return Optional.empty();
    }
  }
}
