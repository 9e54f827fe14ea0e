package org.huizhi.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a date may be deleted by. A clock with a dead battery or a wrong time server may jump
 * years ahead, and all that is personal would be due at once. A date that is more than {@link
 * #MOST_AHEAD} beyond the last one that was believed, and what a counter that nobody sets has run
 * since, is believed only when the program has run {@link #STANDS} with it, over however many
 * starts and however the clock jumps on, so that nothing is kept for ever. A date that is behind
 * makes nothing due. Any thread.
 */
public final class DateWatch {
  /** A machine that is off over a long weekend is not asked for its date. */
  public static final Duration MOST_AHEAD = Duration.ofDays(4);

  public static final Duration STANDS = Duration.ofHours(24);

  private static final String OWN_FILE = "date.seen";
  private static final String HALL_FILE = "hall-date.seen";

  /** What is kept in the data folder; holds no person. */
  public static final Set<String> FILES = Set.of(OWN_FILE, HALL_FILE);

  private static final Logger LOG = LoggerFactory.getLogger(DateWatch.class);

  private final Path file;
  private final LongSupplier nanos;
  private final Supplier<Optional<Instant>> before;
  private OptionalLong lastNanos = OptionalLong.empty();
  private Optional<Seen> unwritten = Optional.empty();
  private volatile boolean doubted;

  /**
   * @param believed the last date that was
   * @param ran for how long the program has run since then with one that is ahead; below zero for
   *     how long with one that is behind
   */
  private record Seen(Instant believed, Duration ran) {}

  /**
   * @param file where it is kept what was believed last; in the data folder, for no copy of the
   *     record may bring an old date back
   * @param before the last date that the record knows of, for the first time
   */
  public DateWatch(Path file, LongSupplier nanos, Supplier<Optional<Instant>> before) {
    this.file = file;
    this.nanos = nanos;
    this.before = before;
  }

  /** This machine's own clock. */
  public static DateWatch own(Path dataDir, Supplier<Optional<Instant>> before) {
    return new DateWatch(dataDir.resolve(OWN_FILE), System::nanoTime, before);
  }

  /** The clock of the hall's database, as this machine saw it. */
  public static DateWatch hall(Path dataDir, Supplier<Optional<Instant>> before) {
    return new DateWatch(dataDir.resolve(HALL_FILE), System::nanoTime, before);
  }

  /** Whether {@link #believes} said no when it was last asked. */
  public boolean doubted() {
    return doubted;
  }

  /**
   * Whether it may be deleted by this date; to be asked every few seconds or minutes.
   *
   * @param now what the clock says
   */
  public synchronized boolean believes(Instant now) {
    long ticks = nanos.getAsLong();
    Duration ran = Duration.ofNanos(ticks - lastNanos.orElse(ticks));
    lastNanos = OptionalLong.of(ticks);
    Seen seen = seen(now);
    Duration gap = Duration.between(seen.believed().plus(ran), now);
    boolean ahead = gap.isPositive();
    boolean turned = seen.ran().isNegative() == ahead;
    Duration stood = turned ? ran : seen.ran().abs().plus(ran);
    boolean near = gap.abs().compareTo(MOST_AHEAD) <= 0;
    boolean stands = stood.compareTo(STANDS) >= 0;
    keep(
        near || stands
            ? new Seen(now, Duration.ZERO)
            : new Seen(seen.believed().plus(ran), ahead ? stood : stood.negated()));
    boolean doubt = !near && !stands && ahead;
    if (doubt && !doubted) {
      LOG.error(
          "the clock says {}, {} days later than expected: nothing is deleted until it is right, or"
              + " has stood for {} hours",
          now,
          gap.toDays(),
          STANDS.toHours());
    } else if (!doubt && doubted) {
      LOG.warn("the date {} is believed; what is due is deleted again", now);
    }
    doubted = doubt;
    return !doubt;
  }

  /** Whether a date would be believed, changing nothing. */
  public synchronized boolean wouldBelieve(Instant now) {
    return Duration.between(seen(now).believed(), now).compareTo(MOST_AHEAD) <= 0;
  }

  /**
   * For a program that runs but a moment: whether a date is believed, which then is the last one
   * seen unless it is behind.
   */
  public synchronized boolean sees(Instant now) {
    if (!wouldBelieve(now)) {
      return false;
    }
    if (now.isAfter(seen(now).believed())) {
      keep(new Seen(now, Duration.ZERO));
    }
    return true;
  }

  /** Where no date was noted yet: the last that a record knows of which is put here. */
  public synchronized void begin(Instant last) {
    if (Files.notExists(file)) {
      keep(new Seen(last, Duration.ZERO));
    }
  }

  /** Somebody has looked: it is the date. */
  public synchronized void confirm(Instant now) {
    keep(new Seen(now, Duration.ZERO));
  }

  private Seen seen(Instant now) {
    return unwritten
        .or(this::read)
        .orElseGet(() -> new Seen(before.get().orElse(now), Duration.ZERO));
  }

  private Optional<Seen> read() {
    try {
      if (Files.notExists(file)) {
        return Optional.empty();
      }
      String[] parts = Files.readString(file).strip().split(" ", 2);
      return Optional.of(new Seen(Instant.parse(parts[0]), Duration.parse(parts[1])));
    } catch (IOException | RuntimeException broken) {
      LOG.warn("{} is not read: {}", file, broken.toString());
      return Optional.empty();
    }
  }

  /** A full disk must not keep what is due from being deleted. */
  private void keep(Seen seen) {
    try {
      String text = seen.believed() + " " + seen.ran() + "\n";
      OwnerOnly.replace(file, text.getBytes(StandardCharsets.US_ASCII));
      unwritten = Optional.empty();
    } catch (IOException full) {
      unwritten = Optional.of(seen);
    }
  }
}
