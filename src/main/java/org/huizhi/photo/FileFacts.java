package org.huizhi.photo;

/**
 * What a JPEG file says of itself, read back from its bytes.
 *
 * @param dpiX from the JFIF header; 0 when it states none in dots per inch
 * @param bits of one pixel, all channels together
 * @param quality the IJG quality, 1 to 100, whose luminance table is nearest; 0 without a table
 * @param bytes size of the file
 * @param baseline no progressive or arithmetic coding
 * @param exif an EXIF block is there
 */
public record FileFacts(
    int widthPx,
    int heightPx,
    int dpiX,
    int dpiY,
    int bits,
    int quality,
    int bytes,
    boolean baseline,
    boolean exif) {
  /** Standard luminance table of the IJG library at quality 50, in zigzag order's values. */
  private static final int[] LUMINANCE = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
    14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
    18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99
  };

  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int QUANTISATION = 0xDB;
  private static final int BASELINE_FRAME = 0xC0;
  private static final int PROGRESSIVE_FRAME = 0xC2;
  private static final int SCAN = 0xDA;

  /**
   * Reads the header's segments.
   *
   * @throws IllegalArgumentException when the bytes are no whole JPEG header
   */
  public static FileFacts read(byte[] jpeg) {
    Reading reading = new Reading(jpeg);
    if (jpeg.length < 4 || reading.two(0) != 0xFFD8) {
      throw new IllegalArgumentException("this is no JPEG file");
    }
    int at = 2;
    while (at + 4 <= jpeg.length && reading.one(at) == 0xFF) {
      int marker = reading.one(at + 1);
      int length = reading.two(at + 2);
      if (at + 2 + length > jpeg.length) {
        break;
      }
      reading.segment(marker, at + 4, length - 2);
      if (marker == SCAN) {
        return reading.facts();
      }
      at += 2 + length;
    }
    throw new IllegalArgumentException("this JPEG file is cut short");
  }

  /** One pass over the segments. */
  private static final class Reading {
    private final byte[] jpeg;
    private int widthPx;
    private int heightPx;
    private int dpiX;
    private int dpiY;
    private int bits;
    private int quality;
    private boolean baseline;
    private boolean exif;

    Reading(byte[] jpeg) {
      this.jpeg = jpeg;
    }

    void segment(int marker, int at, int length) {
      switch (marker) {
        case APP0 -> {
          if (length >= 12 && one(at) == 'J' && one(at + 1) == 'F' && one(at + 7) == 1) {
            dpiX = two(at + 8);
            dpiY = two(at + 10);
          }
        }
        case APP1 -> exif |= length >= 4 && one(at) == 'E' && one(at + 1) == 'x';
        case QUANTISATION -> {
          if (length >= 65 && one(at) == 0) {
            quality = quality(at + 1);
          }
        }
        case BASELINE_FRAME, BASELINE_FRAME + 1, PROGRESSIVE_FRAME -> {
          baseline = marker == BASELINE_FRAME;
          heightPx = two(at + 1);
          widthPx = two(at + 3);
          bits = one(at) * one(at + 5);
        }
        default -> {}
      }
    }

    /** Order does not matter: both tables are sorted. */
    private int quality(int at) {
      int[] found = new int[64];
      for (int i = 0; i < 64; i++) {
        found[i] = one(at + i);
      }
      java.util.Arrays.sort(found);
      int best = 0;
      long least = Long.MAX_VALUE;
      for (int candidate = 1; candidate <= 100; candidate++) {
        long off = difference(found, candidate);
        if (off < least) {
          least = off;
          best = candidate;
        }
      }
      return best;
    }

    private static long difference(int[] sorted, int candidate) {
      int scale = candidate < 50 ? 5000 / candidate : 200 - 2 * candidate;
      int[] table = new int[64];
      for (int i = 0; i < 64; i++) {
        table[i] = Math.clamp((LUMINANCE[i] * scale + 50) / 100, 1, 255);
      }
      java.util.Arrays.sort(table);
      long off = 0;
      for (int i = 0; i < 64; i++) {
        off += Math.abs(table[i] - sorted[i]);
      }
      return off;
    }

    int one(int at) {
      return jpeg[at] & 0xFF;
    }

    int two(int at) {
      return (one(at) << 8) | one(at + 1);
    }

    FileFacts facts() {
      return new FileFacts(
          widthPx, heightPx, dpiX, dpiY, bits, quality, jpeg.length, baseline, exif);
    }
  }
}
