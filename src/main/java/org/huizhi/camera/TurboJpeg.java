package org.huizhi.camera;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * The system's libjpeg-turbo (TurboJPEG API 2), where it is installed. OpenCV's own copy is built
 * without its vector instructions and takes three times as long for the same samples; a camera's
 * pictures come thirty times a second.
 *
 * <p>Any thread.
 */
@SuppressWarnings("restricted") // the start script allows native access
public final class TurboJpeg {
  private static final int BGR = 1;
  private static final int YCBCR = 1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int EXIF = 0xE1;

  private static final Optional<TurboJpeg> HERE = load();

  private final MethodHandle init;
  private final MethodHandle header;
  private final MethodHandle decompress;
  private final MethodHandle destroy;

  private TurboJpeg(SymbolLookup library) {
    ValueLayout.OfInt number = ValueLayout.JAVA_INT;
    ValueLayout.OfLong size = ValueLayout.JAVA_LONG;
    var at = ValueLayout.ADDRESS;
    init = function(library, "tjInitDecompress", FunctionDescriptor.of(at));
    header =
        function(
            library,
            "tjDecompressHeader3",
            FunctionDescriptor.of(number, at, at, size, at, at, at, at));
    decompress =
        function(
            library,
            "tjDecompress2",
            FunctionDescriptor.of(
                number, at, at, size, at, number, number, number, number, number));
    destroy = function(library, "tjDestroy", FunctionDescriptor.of(number, at));
  }

  /** Whether the library is installed. */
  public static boolean isHere() {
    return HERE.isPresent();
  }

  /**
   * Decodes a colour picture.
   *
   * @param bytes a file
   * @param into CV_8UC3 BGR afterwards, in the size of the picture; its memory is used again
   * @return false for whatever is better left to OpenCV: no JPEG, one with EXIF data, other colours
   *     than YCbCr, a damaged one; {@code into} may hold anything then
   */
  public static boolean decode(byte[] bytes, Mat into) {
    return HERE.isPresent() && isPlainJpeg(bytes) && HERE.get().read(bytes, into);
  }

  /**
   * Decodes a picture of any kind: what {@link #decode} leaves, OpenCV does.
   *
   * @param into as there
   * @return false when it is no picture
   */
  public static boolean decodeAny(byte[] bytes, Mat into) {
    if (bytes.length == 0 || decode(bytes, into)) {
      return bytes.length > 0;
    }
    Mat packed = new MatOfByte(bytes);
    Mat picture = Imgcodecs.imdecode(packed, Imgcodecs.IMREAD_COLOR);
    picture.copyTo(into);
    packed.release();
    picture.release();
    return !into.empty();
  }

  private boolean read(byte[] bytes, Mat into) {
    MemorySegment handle = MemorySegment.NULL;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment packed = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      MemorySegment facts = arena.allocate(ValueLayout.JAVA_INT, 4);
      handle = (MemorySegment) init.invokeExact();
      int wrong =
          (int)
              header.invokeExact(
                  handle,
                  packed,
                  (long) bytes.length,
                  fact(facts, 0),
                  fact(facts, 1),
                  fact(facts, 2),
                  fact(facts, 3));
      int width = facts.getAtIndex(ValueLayout.JAVA_INT, 0);
      int height = facts.getAtIndex(ValueLayout.JAVA_INT, 1);
      boolean usual = facts.getAtIndex(ValueLayout.JAVA_INT, 3) == YCBCR;
      if (wrong != 0 || !usual || (long) width * height > PictureFile.MOST_PIXELS) {
        return false;
      }
      into.create(height, width, CvType.CV_8UC3);
      MemorySegment samples = MemorySegment.ofAddress(into.dataAddr());
      int pitch = (int) into.step1();
      return (int)
              decompress.invokeExact(
                  handle, packed, (long) bytes.length, samples, width, pitch, height, BGR, 0)
          == 0;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      end(handle);
    }
  }

  private void end(MemorySegment handle) {
    try {
      if (!handle.equals(MemorySegment.NULL)) {
        int ignored = (int) destroy.invokeExact(handle);
      }
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MemorySegment fact(MemorySegment facts, int number) {
    return facts.asSlice(number * ValueLayout.JAVA_INT.byteSize(), ValueLayout.JAVA_INT);
  }

  /** A picture that EXIF data may turn is none. */
  private static boolean isPlainJpeg(byte[] bytes) {
    if (bytes.length < 4 || bytes[0] != (byte) 0xFF || bytes[1] != (byte) 0xD8) {
      return false;
    }
    int at = 2;
    while (at + 4 <= bytes.length && bytes[at] == (byte) 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == START_OF_SCAN || marker == EXIF) {
        return marker == START_OF_SCAN;
      }
      at += 2 + (((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF));
    }
    return false;
  }

  private static MethodHandle function(
      SymbolLookup library, String name, FunctionDescriptor types) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), types);
  }

  /** C's long, which the sizes are, has four bytes on Windows. */
  private static Optional<TurboJpeg> load() {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return Optional.empty();
    }
    for (String name : List.of("libturbojpeg.so.0", System.mapLibraryName("turbojpeg"))) {
      try {
        return Optional.of(new TurboJpeg(SymbolLookup.libraryLookup(name, Arena.global())));
      } catch (RuntimeException missing) {
        // the next name may be the right one
      }
    }
    return Optional.empty();
  }
}
