package org.huizhi.camera;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a JPEG or PNG says of itself, read before anything is decoded: decoders draw a grey patch
 * over what is missing, and only the markers tell.
 *
 * @param channels 1 grey, 3 colour, 4 CMYK in a JPEG; 0 in a PNG, where it does not matter
 * @param whole false when the file breaks off
 */
record PictureHeader(boolean jpeg, int widthPx, int heightPx, int channels, boolean whole) {
  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int PNG_IHDR = 0x49484452;
  private static final int PNG_IEND = 0x49454E44;

  /** Empty when the bytes are neither JPEG nor PNG. */
  static Optional<PictureHeader> of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length > 33 && in.getLong(0) == PNG_SIGNATURE && in.getInt(12) == PNG_IHDR) {
      return Optional.of(new PictureHeader(false, in.getInt(16), in.getInt(20), 0, wholePng(in)));
    }
    if (bytes.length > 4 && in.getShort(0) == (short) 0xFFD8) {
      return jpeg(in);
    }
    return Optional.empty();
  }

  private static boolean wholePng(ByteBuffer in) {
    long at = 8;
    while (at + 12 <= in.limit()) {
      int length = in.getInt((int) at);
      int type = in.getInt((int) at + 4);
      if (length < 0) {
        return false;
      }
      at += 12L + length;
      if (type == PNG_IEND) {
        return at <= in.limit();
      }
    }
    return false;
  }

  /** Walks the markers of ITU-T T.81 from the start of the image to its end. */
  private static Optional<PictureHeader> jpeg(ByteBuffer in) {
    int width = 0;
    int height = 0;
    int channels = 0;
    int at = 2;
    while (at + 2 <= in.limit()) {
      if (in.get(at) != (byte) 0xFF) {
        at++; // compressed data
        continue;
      }
      int marker = in.get(at + 1) & 0xFF;
      if (marker == 0xD9) {
        return size(width, height, channels, true);
      }
      if (marker == 0xFF
          || marker == 0x00
          || marker == 0x01
          || (marker >= 0xD0 && marker <= 0xD8)) {
        at += marker == 0xFF ? 1 : 2; // fill, stuffed or stand-alone
        continue;
      }
      if (at + 4 > in.limit()) {
        break;
      }
      if (isFrame(marker) && at + 10 <= in.limit()) {
        height = in.getShort(at + 5) & 0xFFFF;
        width = in.getShort(at + 7) & 0xFFFF;
        channels = in.get(at + 9);
      }
      at += 2 + (in.getShort(at + 2) & 0xFFFF);
    }
    return size(width, height, channels, false);
  }

  private static Optional<PictureHeader> size(int width, int height, int channels, boolean whole) {
    return width == 0
        ? Optional.empty()
        : Optional.of(new PictureHeader(true, width, height, channels, whole));
  }

  /** SOF0 to SOF15 without the tables that share their range (DHT, JPG, DAC). */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}
