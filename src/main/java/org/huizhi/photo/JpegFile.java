package org.huizhi.photo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huizhi.spec.FileWindow;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * The photo's file: baseline JPEG, in full colour resolution where that is light enough, its dots
 * per inch in the JFIF header and nothing else, of the weight that the document asks for.
 */
final class JpegFile {
  private static final String PADDING =
      "This comment only brings the file to the size that the document asks for. ";

  /** A comment segment holds at most this many bytes of text. */
  private static final int MOST_COMMENT = 65_533;

  private static final int COMMENT_HEAD = 4;

  private final byte[] bytes;
  private final List<PixelOperation> operations;

  private JpegFile(byte[] bytes, List<PixelOperation> operations) {
    this.bytes = bytes;
    this.operations = operations;
  }

  byte[] bytes() {
    return bytes;
  }

  List<PixelOperation> operations() {
    return operations;
  }

  /** How many pixels share a colour. */
  private enum Colour {
    WHOLE("4:4:4", Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444, 0),
    /** A little lighter, and the same pixels. */
    PACKED("4:4:4, own code tables", Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444, 1),
    /** As cameras write it; a third lighter again. */
    HALF("4:2:0, own code tables", Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420, 1);

    private final String name;
    private final int factor;
    private final int ownTables;

    Colour(String name, int factor, int ownTables) {
      this.name = name;
      this.factor = factor;
      this.ownTables = ownTables;
    }
  }

  /**
   * Encodes a picture with the highest quality that fits, with colour at half size only where
   * nothing else does. A picture that is too plain to be heavy enough gets a comment; one that is
   * too heavy even at the least quality is left too heavy, which the file's facts then tell.
   *
   * @param bgr CV_8UC3
   */
  static JpegFile encode(Mat bgr, int dpi, FileWindow window) {
    JpegFile file = encode(bgr, dpi, window, Colour.WHOLE);
    for (Colour lighter : List.of(Colour.PACKED, Colour.HALF)) {
      if (file.bytes.length > window.bytes().most()) {
        file = encode(bgr, dpi, window, lighter);
      }
    }
    return file;
  }

  private static JpegFile encode(Mat bgr, int dpi, FileWindow window, Colour colour) {
    int low = window.leastQuality();
    int high = 100;
    byte[] best = encode(bgr, low, dpi, colour);
    int quality = low;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      byte[] candidate = encode(bgr, middle, dpi, colour);
      if (candidate.length <= window.bytes().most()) {
        best = candidate;
        quality = middle;
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    List<PixelOperation> operations = new ArrayList<>();
    operations.add(
        PixelOperation.of(
            "encode", "format", "baseline JPEG " + colour.name, "quality", quality, "dpi", dpi));
    if (best.length < window.bytes().least()) {
      int wanted = (int) window.bytes().aim();
      operations.add(
          PixelOperation.of("pad-file", "with", "comment", "bytes", wanted - best.length));
      best = padded(best, wanted);
    }
    return new JpegFile(best, operations);
  }

  private static byte[] encode(Mat bgr, int quality, int dpi, Colour colour) {
    MatOfByte coded = new MatOfByte();
    MatOfInt how =
        new MatOfInt(
            Imgcodecs.IMWRITE_JPEG_QUALITY,
            quality,
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
            colour.factor,
            Imgcodecs.IMWRITE_JPEG_OPTIMIZE,
            colour.ownTables);
    Imgcodecs.imencode(".jpg", bgr, coded, how);
    byte[] bytes = coded.toArray();
    coded.release();
    how.release();
    return withDpi(bytes, dpi);
  }

  /** OpenCV writes a JFIF header that states no resolution: its fields stand at fixed places. */
  private static byte[] withDpi(byte[] jpeg, int dpi) {
    byte[] head = Arrays.copyOfRange(jpeg, 6, 11);
    if (!Arrays.equals(head, new byte[] {'J', 'F', 'I', 'F', 0})) {
      throw new IllegalStateException("the encoder wrote no JFIF header");
    }
    jpeg[13] = 1; // dots per inch
    jpeg[14] = (byte) (dpi >> 8);
    jpeg[15] = (byte) dpi;
    jpeg[16] = (byte) (dpi >> 8);
    jpeg[17] = (byte) dpi;
    return jpeg;
  }

  /** Puts comments behind the JFIF header until the file has exactly so many bytes. */
  private static byte[] padded(byte[] jpeg, int wanted) {
    int headEnd = 4 + (((jpeg[4] & 0xFF) << 8) | (jpeg[5] & 0xFF));
    ByteArrayOutputStream out = new ByteArrayOutputStream(wanted);
    out.write(jpeg, 0, headEnd);
    int missing = Math.max(COMMENT_HEAD, wanted - jpeg.length);
    while (missing > 0) {
      int size = Math.min(missing, MOST_COMMENT);
      if (missing - size > 0 && missing - size < COMMENT_HEAD) {
        size -= COMMENT_HEAD;
      }
      out.write(0xFF);
      out.write(0xFE);
      out.write((size - 2) >> 8);
      out.write(size - 2);
      byte[] text = PADDING.getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < size - COMMENT_HEAD; i++) {
        out.write(text[i % text.length]);
      }
      missing -= size;
    }
    out.write(jpeg, headEnd, jpeg.length - headEnd);
    return out.toByteArray();
  }
}
