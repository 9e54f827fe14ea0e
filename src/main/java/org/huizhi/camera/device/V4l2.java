package org.huizhi.camera.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.huizhi.camera.CameraTrouble;

/**
 * A camera of Linux, as its driver describes it: what OpenCV does not tell. Opening it for this
 * takes it from nobody. Constants and offsets are those of {@code linux/videodev2.h}.
 */
public final class V4l2 implements AutoCloseable {
  private static final int MOST_DEVICES = 64;
  private static final long QUERYCAP = 0x80685600L;
  private static final long ENUM_FMT = 0xC0405602L;
  private static final long ENUM_FRAMESIZES = 0xC02C564AL;
  private static final long ENUM_FRAMEINTERVALS = 0xC034564BL;
  private static final long G_CTRL = 0xC008561BL;
  private static final long S_CTRL = 0xC008561CL;
  private static final long QUERYCTRL = 0xC0445624L;

  /** Where they stand in a {@code v4l2_queryctrl}. */
  private static final int DEFAULT_VALUE = 52;

  private static final int FLAGS = 56;

  private static final int CAPTURE = 1;
  private static final int DISCRETE = 1;

  private final int fd;

  /**
   * One camera.
   *
   * @param index N of {@code /dev/videoN}
   * @param trouble why it cannot be looked at; empty when it can
   */
  public record Device(int index, String name, List<Mode> modes, Optional<CameraTrouble> trouble) {
    public Device {
      modes = List.copyOf(modes);
    }
  }

  /** Opens {@code /dev/videoN} for questions. */
  V4l2(int index) throws CameraTrouble {
    fd = LibC.open(path(index));
    if (fd < 0) {
      throw trouble(index, -fd);
    }
  }

  /** Whether this system has such cameras at all. */
  public static boolean isHere() {
    return System.getProperty("os.name", "").startsWith("Linux");
  }

  static String path(int index) {
    return "/dev/video" + index;
  }

  /** Whether there is a device of this number, allowed or not. */
  public static boolean exists(int index) {
    int fd = LibC.open(path(index));
    if (fd >= 0) {
      LibC.close(fd);
    }
    return fd != -LibC.ENOENT;
  }

  /** The number of the first device that takes pictures, or of one that may not be looked at. */
  public static OptionalInt first() {
    return isHere() ? list().stream().mapToInt(Device::index).findFirst() : OptionalInt.empty();
  }

  /** Every device that takes pictures; others of a camera's devices only tell about them. */
  public static List<Device> list() {
    List<Device> found = new ArrayList<>();
    for (int index = 0; index < MOST_DEVICES; index++) {
      try (V4l2 device = new V4l2(index)) {
        if (device.takesPictures()) {
          found.add(new Device(index, device.name(), device.modes(), Optional.empty()));
        }
      } catch (CameraTrouble trouble) {
        if (trouble.kind() != CameraTrouble.Kind.ABSENT) {
          found.add(new Device(index, path(index), List.of(), Optional.of(trouble)));
        }
      }
    }
    return found;
  }

  boolean takesPictures() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment what = arena.allocate(104);
      boolean answered = LibC.ioctl(fd, QUERYCAP, what) == 0;
      return answered && (what.get(ValueLayout.JAVA_INT, 88) & CAPTURE) != 0;
    }
  }

  String name() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment what = arena.allocate(104);
      return LibC.ioctl(fd, QUERYCAP, what) == 0
          ? what.getString(16, StandardCharsets.UTF_8)
          : "camera";
    }
  }

  List<Mode> modes() {
    List<Mode> modes = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment format = arena.allocate(64);
      for (int i = 0; ; i++) {
        format.set(ValueLayout.JAVA_INT, 0, i);
        format.set(ValueLayout.JAVA_INT, 4, CAPTURE);
        if (LibC.ioctl(fd, ENUM_FMT, format) != 0) {
          return modes;
        }
        addSizes(arena, format.get(ValueLayout.JAVA_INT, 44), modes);
      }
    }
  }

  private void addSizes(Arena arena, int format, List<Mode> modes) {
    MemorySegment size = arena.allocate(44);
    for (int i = 0; ; i++) {
      size.set(ValueLayout.JAVA_INT, 0, i);
      size.set(ValueLayout.JAVA_INT, 4, format);
      if (LibC.ioctl(fd, ENUM_FRAMESIZES, size) != 0) {
        return;
      }
      if (size.get(ValueLayout.JAVA_INT, 8) == DISCRETE) {
        int width = size.get(ValueLayout.JAVA_INT, 12);
        int height = size.get(ValueLayout.JAVA_INT, 16);
        modes.add(new Mode(word(format), width, height, fps(arena, format, width, height)));
      } else {
        int mostWidth = size.get(ValueLayout.JAVA_INT, 16);
        int mostHeight = size.get(ValueLayout.JAVA_INT, 28);
        Mode.COMMON.stream()
            .filter(mode -> mode.widthPx() <= mostWidth && mode.heightPx() <= mostHeight)
            .forEach(mode -> modes.add(new Mode(word(format), mode.widthPx(), mode.heightPx(), 0)));
        return;
      }
    }
  }

  private int fps(Arena arena, int format, int width, int height) {
    MemorySegment interval = arena.allocate(52);
    int most = 0;
    for (int i = 0; ; i++) {
      interval.set(ValueLayout.JAVA_INT, 0, i);
      interval.set(ValueLayout.JAVA_INT, 4, format);
      interval.set(ValueLayout.JAVA_INT, 8, width);
      interval.set(ValueLayout.JAVA_INT, 12, height);
      if (LibC.ioctl(fd, ENUM_FRAMEINTERVALS, interval) != 0
          || interval.get(ValueLayout.JAVA_INT, 16) != DISCRETE) {
        return most;
      }
      int numerator = Math.max(1, interval.get(ValueLayout.JAVA_INT, 20));
      most = Math.max(most, interval.get(ValueLayout.JAVA_INT, 24) / numerator);
    }
  }

  /** Whether the driver has this control. */
  boolean has(int id) {
    int disabled = 1;
    OptionalInt flags = asked(id, FLAGS);
    return flags.isPresent() && (flags.getAsInt() & disabled) == 0;
  }

  /** The value that a control has when nobody has set it; empty where there is none. */
  OptionalInt usual(int id) {
    return asked(id, DEFAULT_VALUE);
  }

  /** What the driver says of a control. */
  private OptionalInt asked(int id, int field) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment query = arena.allocate(68);
      query.set(ValueLayout.JAVA_INT, 0, id);
      return LibC.ioctl(fd, QUERYCTRL, query) == 0
          ? OptionalInt.of(query.get(ValueLayout.JAVA_INT, field))
          : OptionalInt.empty();
    }
  }

  /** A control's value; empty where the driver does not say. */
  OptionalInt get(int id) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment control = arena.allocate(8);
      control.set(ValueLayout.JAVA_INT, 0, id);
      return LibC.ioctl(fd, G_CTRL, control) == 0
          ? OptionalInt.of(control.get(ValueLayout.JAVA_INT, 4))
          : OptionalInt.empty();
    }
  }

  /** Sets a control; false where the driver does not take it. */
  boolean set(int id, int value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment control = arena.allocate(8);
      control.set(ValueLayout.JAVA_INT, 0, id);
      control.set(ValueLayout.JAVA_INT, 4, value);
      return LibC.ioctl(fd, S_CTRL, control) == 0;
    }
  }

  @Override
  public void close() {
    LibC.close(fd);
  }

  private static String word(int format) {
    byte[] letters = {
      (byte) format, (byte) (format >> 8), (byte) (format >> 16), (byte) (format >> 24)
    };
    return new String(letters, StandardCharsets.US_ASCII).strip();
  }

  private static CameraTrouble trouble(int index, int error) {
    return switch (error) {
      case LibC.ENOENT ->
          new CameraTrouble(CameraTrouble.Kind.ABSENT, "there is no " + path(index));
      case LibC.EACCES ->
          new CameraTrouble(
              CameraTrouble.Kind.NO_PERMISSION,
              path(index) + " may not be read: add the user to the group video");
      case LibC.EBUSY ->
          new CameraTrouble(CameraTrouble.Kind.BUSY, path(index) + " is held by another program");
      default ->
          new CameraTrouble(
              CameraTrouble.Kind.FAILING, path(index) + " does not open: error " + error);
    };
  }
}
