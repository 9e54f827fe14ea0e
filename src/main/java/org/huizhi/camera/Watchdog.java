package org.huizhi.camera;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether the pictures of one opening of a camera are alive. A sign of trouble counts up
 * while it is seen and down while it is not, so that one bad frame says nothing and trouble that
 * comes and goes quickly is still trouble. Every time is told to it. Safe for two threads.
 */
final class Watchdog {
  /** A sign that was seen for so long is trouble. */
  static final Duration SEEN = Duration.ofMillis(800);

  /** A sign is remembered for so long, so that trouble ends 0.7 s after the last bad frame. */
  private static final Duration REMEMBERED = Duration.ofSeconds(1);

  private static final Duration GONE = Duration.ofMillis(300);

  /** Without a frame for so long, a camera has stalled. */
  static final Duration OLDEST_FRAME = Duration.ofMillis(1500);

  /** Frames in {@link #OLDEST_FRAME} without which no person can be guided: 5.3 a second. */
  private static final int LEAST_FRAMES = 8;

  /** A camera that was slow must give so many before it counts as mended. */
  private static final int ENOUGH_FRAMES = 12;

  private static final double BLACK = 8;
  private static final double DARK = 20;

  /** A sharp picture of printed paper has about 12, snow on the screen 60. */
  private static final double ROUGH = 35;

  private boolean repeats;
  private final Map<CameraTrouble.Kind, Long> signs = new EnumMap<>(CameraTrouble.Kind.class);
  private final Deque<Long> arrivals = new ArrayDeque<>();
  private @Nullable Glance last;
  private long usualWidth;
  private long usualHeight;

  /** So many in a row were larger than usual: one alone is a slip of the camera, not its size. */
  private int larger;

  private long firstNanos;
  private long newestNanos;
  private long excusedUntil = Long.MIN_VALUE;
  private boolean ill;
  private boolean slow;

  /**
   * @param usual a frame's size that this camera has given before; smaller ones are wrong
   */
  Watchdog(Optional<Glance> usual) {
    usual.ifPresent(this::remember);
  }

  /** Whether equal frames mean nothing, because there is but one. */
  synchronized void repeats(boolean one) {
    repeats = one;
  }

  /** A frame came. */
  synchronized void see(Glance now, long nanos) {
    Glance before = last;
    last = now;
    if (before == null) {
      firstNanos = nanos;
      newestNanos = nanos;
    }
    long step = Math.min(nanos - newestNanos, Duration.ofMillis(250).toNanos());
    newestNanos = nanos;
    arrived(nanos);
    boolean same = before != null && before.print() == now.print();
    boolean black = now.brightness() < BLACK;
    sign(CameraTrouble.Kind.FROZEN, same && !repeats && !black, step);
    sign(CameraTrouble.Kind.BLACK, black, step);
    sign(CameraTrouble.Kind.DARK, !black && now.brightness() < DARK, step);
    sign(CameraTrouble.Kind.GARBLED, isRough(now) || isTorn(before, now), step);
    boolean small = pixels(now) < usualWidth * usualHeight;
    sign(CameraTrouble.Kind.WRONG_SIZE, small, small ? SEEN.toNanos() : step);
    larger = pixels(now) > usualWidth * usualHeight ? larger + 1 : 0;
    if (usualWidth == 0 || larger >= ENOUGH_FRAMES) {
      remember(now);
    }
  }

  private static long pixels(Glance frame) {
    return (long) frame.widthPx() * frame.heightPx();
  }

  /** A frame came, whether or not anybody looks at it. */
  synchronized void arrived(long nanos) {
    arrivals.addLast(nanos);
    if (arrivals.size() > ENOUGH_FRAMES) {
      arrivals.removeFirst();
    }
  }

  /** Something that takes its time is done with the camera: its silence means nothing till then. */
  synchronized void excuse(long untilNanos) {
    excusedUntil = untilNanos;
    arrivals.clear();
  }

  /** The whole program stood still until now: that no frame came says nothing of the camera. */
  synchronized void stoodStill(long now) {
    excuse(Math.max(excusedUntil, now));
  }

  /** The trouble at this time; empty while all is well, and before the first frame. */
  synchronized Optional<CameraTrouble> trouble(long nanos) {
    Glance now = last;
    if (now == null) {
      return Optional.empty();
    }
    long level = (ill ? GONE : SEEN).toNanos();
    Optional<CameraTrouble> found = silence(nanos);
    if (found.isEmpty()) {
      found =
          signs.entrySet().stream()
              .filter(sign -> sign.getValue() >= level)
              .max(Map.Entry.comparingByKey())
              .map(sign -> new CameraTrouble(sign.getKey(), sentence(sign.getKey(), now)));
    }
    ill = found.isPresent();
    return found;
  }

  /** Whether a first frame has come. */
  synchronized boolean isAwake() {
    return last != null;
  }

  /** How long frames have come, from the first to this time. */
  synchronized Duration awake(long nanos) {
    return last == null ? Duration.ZERO : Duration.ofNanos(nanos - firstNanos);
  }

  /** The largest size that was seen for a while. */
  synchronized Optional<Glance> usual() {
    return usualWidth == 0
        ? Optional.empty()
        : Optional.of(new Glance((int) usualWidth, (int) usualHeight, 0, 0, 0, -1, false));
  }

  private Optional<CameraTrouble> silence(long nanos) {
    if (nanos < excusedUntil) {
      return Optional.empty();
    }
    long age = nanos - Math.max(newestNanos, excusedUntil);
    if (age > OLDEST_FRAME.toNanos()) {
      return Optional.of(
          new CameraTrouble(CameraTrouble.Kind.STALLED, "the camera gives no more pictures"));
    }
    long counted = nanos - Math.max(firstNanos, excusedUntil);
    long recent = arrivals.stream().filter(at -> nanos - at <= OLDEST_FRAME.toNanos()).count();
    if (counted > OLDEST_FRAME.toNanos() && recent < (slow ? ENOUGH_FRAMES : LEAST_FRAMES)) {
      slow = true;
      return Optional.of(
          new CameraTrouble(
              CameraTrouble.Kind.SLOW, "fewer than five pictures a second: look at cable and hub"));
    }
    slow = false;
    return Optional.empty();
  }

  private static String sentence(CameraTrouble.Kind kind, Glance now) {
    return switch (kind) {
      case FROZEN -> "the same picture again and again";
      case BLACK -> "black pictures: look at the lens";
      case DARK ->
          "pictures of brightness %.0f of 255: look at the lamp".formatted(now.brightness());
      case GARBLED -> "garbled pictures: look at the cable";
      case WRONG_SIZE -> "pictures of only %d×%d pixels".formatted(now.widthPx(), now.heightPx());
      case ABSENT, BUSY, NO_PERMISSION, FAILING, STALLED, SLOW -> "no good pictures";
    };
  }

  private static boolean isRough(Glance now) {
    return now.roughness() > ROUGH;
  }

  /** A bar at the same place in every frame belongs to the picture. */
  private static boolean isTorn(@Nullable Glance before, Glance now) {
    boolean elsewhere = before != null && now.tornRow() != before.tornRow();
    return now.smeared() || (now.tornRow() >= 0 && elsewhere);
  }

  private void sign(CameraTrouble.Kind kind, boolean seen, long step) {
    long level = signs.getOrDefault(kind, 0L) + (seen ? step : -step);
    signs.put(kind, Math.clamp(level, 0, REMEMBERED.toNanos()));
  }

  private void remember(Glance size) {
    usualWidth = size.widthPx();
    usualHeight = size.heightPx();
  }
}
