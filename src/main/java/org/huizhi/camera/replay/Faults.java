package org.huizhi.camera.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fault a recording has now; asked from any thread, also while no camera is open. */
public interface Faults {
  /** A recording that works. */
  Faults NONE = Optional::empty;

  Optional<Fault> now();

  /** Whether a camera is missing now. */
  default boolean unplugged() {
    return now().filter(Fault.UNPLUG::equals).isPresent();
  }

  /**
   * Reads {@code KIND@START+LENGTH}, or several with commas between, such as {@code
   * freeze@10s+3s,unplug@30s+5s/60s}: the second comes every 60 seconds. Time begins when it is
   * first asked for.
   *
   * @throws IllegalArgumentException with a sentence for whoever wrote it
   */
  static Faults parse(String text) {
    return new Timed(text, System::nanoTime);
  }

  /** Faults by the clock. */
  final class Timed implements Faults {
    private static final Pattern ONE =
        Pattern.compile("([a-z-]+)@(\\d+)(ms|s|min)\\+(\\d+)(ms|s|min)(?:/(\\d+)(ms|s|min))?");

    private final List<Window> windows = new ArrayList<>();
    private final LongSupplier nanos;
    private long began = Long.MIN_VALUE;

    private record Window(Fault fault, Duration start, Duration length, Optional<Duration> every) {
      boolean holds(long sinceBegin) {
        long into = sinceBegin - start.toNanos();
        if (into >= 0 && every.isPresent()) {
          into %= every.get().toNanos();
        }
        return into >= 0 && into < length.toNanos();
      }
    }

    /**
     * @param nanos the clock, as {@link System#nanoTime}
     */
    public Timed(String text, LongSupplier nanos) {
      this.nanos = nanos;
      for (String one : text.split(",", -1)) {
        Matcher matcher = ONE.matcher(one.strip());
        if (!matcher.matches()) {
          throw new IllegalArgumentException(
              "fault \"" + one + "\" is not like freeze@10s+3s or freeze@10s+3s/60s");
        }
        Optional<Duration> every =
            Optional.ofNullable(matcher.group(6)).map(n -> time(n, matcher.group(7)));
        if (every.filter(period -> !period.isPositive()).isPresent()) {
          throw new IllegalArgumentException("fault \"" + one + "\" comes every 0 seconds");
        }
        windows.add(
            new Window(
                kind(matcher.group(1)),
                time(matcher.group(2), matcher.group(3)),
                time(matcher.group(4), matcher.group(5)),
                every));
      }
    }

    @Override
    public synchronized Optional<Fault> now() {
      long time = nanos.getAsLong();
      if (began == Long.MIN_VALUE) {
        began = time;
      }
      return windows.stream()
          .filter(window -> window.holds(time - began))
          .map(Window::fault)
          .findFirst();
    }

    private static Fault kind(String word) {
      return Stream.of(Fault.values())
          .filter(fault -> word(fault).equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "fault \""
                          + word
                          + "\" is none of "
                          + Stream.of(Fault.values())
                              .map(Timed::word)
                              .collect(Collectors.joining(", "))));
    }

    private static String word(Fault fault) {
      return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Duration time(String number, String unit) {
      long n = Long.parseLong(number);
      return switch (unit) {
        case "ms" -> Duration.ofMillis(n);
        case "s" -> Duration.ofSeconds(n);
        default -> Duration.ofMinutes(n);
      };
    }
  }
}
