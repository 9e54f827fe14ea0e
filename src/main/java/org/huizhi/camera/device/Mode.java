package org.huizhi.camera.device;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huizhi.camera.Demand;

/**
 * One way in which a device can give pictures.
 *
 * @param format four characters, such as {@code MJPG}
 * @param fps the most pictures a second; 0 where the device does not say
 */
public record Mode(String format, int widthPx, int heightPx, int fps) {
  /** Packed by the camera itself, so that the cable is no bottleneck. */
  static final String MJPG = "MJPG";

  /** Where a device does not say what it can: asked for one after the other, then looked at. */
  static final List<Mode> COMMON =
      List.of(
          new Mode(MJPG, 1280, 720, 0), new Mode(MJPG, 1920, 1080, 0), new Mode(MJPG, 640, 480, 0));

  private boolean packed() {
    return format.equals(MJPG);
  }

  private long pixels() {
    return (long) widthPx * heightPx;
  }

  private boolean meets(Demand demand) {
    return heightPx >= demand.heightPx() && (fps == 0 || fps >= demand.fps());
  }

  /**
   * The modes for live pictures, the best first: those that meet the demand, the smallest of them,
   * packed before unpacked; then the largest of those that are quick enough; then the quickest.
   */
  public static List<Mode> live(List<Mode> offered, Demand demand) {
    Comparator<Mode> fitting =
        Comparator.comparingLong(Mode::pixels)
            .thenComparing(Mode::packed, Comparator.reverseOrder());
    Comparator<Mode> lesser =
        Comparator.<Mode, Boolean>comparing(
                mode -> mode.fps() == 0 || mode.fps() >= demand.fps(), Comparator.reverseOrder())
            .thenComparing(Comparator.comparingLong(Mode::pixels).reversed())
            .thenComparing(Mode::packed, Comparator.reverseOrder());
    return offered.stream()
        .sorted(
            Comparator.<Mode, Boolean>comparing(
                    mode -> mode.meets(demand), Comparator.reverseOrder())
                .thenComparing(
                    (one, other) ->
                        one.meets(demand) && other.meets(demand)
                            ? fitting.compare(one, other)
                            : lesser.compare(one, other)))
        .toList();
  }

  /** The mode with the most pixels, when it has more than the live one. */
  static Optional<Mode> still(List<Mode> offered, Mode live) {
    return offered.stream()
        .max(Comparator.comparingLong(Mode::pixels).thenComparing(Mode::packed))
        .filter(mode -> mode.pixels() > live.pixels());
  }

  @Override
  public String toString() {
    return "%s %d×%d%s".formatted(format, widthPx, heightPx, fps == 0 ? "" : " at " + fps);
  }
}
