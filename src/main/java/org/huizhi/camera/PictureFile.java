package org.huizhi.camera;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Reads a picture from a file or an upload, whatever somebody may have given that name. */
public final class PictureFile {
  /** More than any phone takes, less than decoding may cost in memory (300 MB). */
  static final int MOST_PIXELS = 100_000_000;

  private static final int MOST_BYTES = 100_000_000;
  private static final int LEAST_SIDE_PX = 32;

  private PictureFile() {}

  /** A file that is no usable picture; the message is a sentence for whoever gave it. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String sentence) {
      super(sentence);
    }

    Unreadable(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }

  /**
   * Reads a JPEG or PNG and turns it upright as its EXIF data says.
   *
   * @return CV_8UC3 BGR, 32 pixels or more along each side; the caller releases it
   */
  public static Mat read(Path file) throws Unreadable {
    try {
      if (Files.isDirectory(file)) {
        throw new Unreadable("is a folder, not a picture");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new Unreadable("is larger than " + MOST_BYTES / 1_000_000 + " MB");
      }
      return decode(Files.readAllBytes(file));
    } catch (NoSuchFileException wrong) {
      throw new Unreadable("does not exist", wrong);
    } catch (AccessDeniedException wrong) {
      throw new Unreadable("may not be read: its rights do not allow it", wrong);
    } catch (IOException wrong) {
      throw new Unreadable("cannot be read: " + wrong.getMessage(), wrong);
    }
  }

  /** As {@link #read}, from bytes. */
  public static Mat decode(byte[] bytes) throws Unreadable {
    PictureHeader header =
        PictureHeader.of(bytes)
            .orElseThrow(() -> new Unreadable("is no JPEG or PNG picture, whatever its name says"));
    if ((long) header.widthPx() * header.heightPx() > MOST_PIXELS) {
      throw new Unreadable(
          "has %d×%d pixels; at most %d million are read"
              .formatted(header.widthPx(), header.heightPx(), MOST_PIXELS / 1_000_000));
    }
    if (Math.min(header.widthPx(), header.heightPx()) < LEAST_SIDE_PX) {
      throw new Unreadable("has only %d×%d pixels".formatted(header.widthPx(), header.heightPx()));
    }
    if (!header.whole()) {
      throw new Unreadable("is cut off: the end of the file is missing");
    }
    if (header.channels() == 4 && header.jpeg()) {
      throw new Unreadable("is in CMYK, the colours of printing: save it as RGB");
    }
    Mat packed = new MatOfByte(bytes);
    try {
      Mat picture = Imgcodecs.imdecode(packed, Imgcodecs.IMREAD_COLOR);
      if (picture.empty()) {
        throw new Unreadable("is a damaged picture");
      }
      return picture;
    } catch (CvException wrong) {
      throw new Unreadable("is a damaged picture", wrong);
    } finally {
      packed.release();
    }
  }
}
