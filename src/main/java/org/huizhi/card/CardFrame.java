package org.huizhi.card;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The frames that SDT readers speak: AA AA AA 96 69, two bytes of length, the content, and the
 * exclusive or of everything behind the mark. The length counts content and check.
 */
final class CardFrame {
  private static final int[] MARK = {0xAA, 0xAA, 0xAA, 0x96, 0x69};

  /** Text, picture and fingerprints of the largest card are below this. */
  private static final int MOST_BYTES = 4096;

  private CardFrame() {}

  static byte[] of(byte... content) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    for (int mark : MARK) {
      frame.write(mark);
    }
    int length = content.length + 1;
    frame.write(length >> 8);
    frame.write(length);
    frame.writeBytes(content);
    frame.write(check(length, content, content.length));
    return frame.toByteArray();
  }

  /**
   * The content of the next frame; what stands before its mark is noise.
   *
   * @throws ReaderTrouble when the frame is damaged
   * @throws IOException when nothing comes in time
   */
  static byte[] next(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    int seen = 0;
    while (seen < MARK.length) {
      int read = in.readUnsignedByte();
      if (read == MARK[seen]) {
        seen++;
      } else if (read != MARK[0]) {
        seen = 0;
      } else if (seen != 3) {
        seen = 1; // a fourth AA before 96 still leaves three
      }
    }
    int length = in.readUnsignedShort();
    if (length < 2 || length > MOST_BYTES) {
      throw new ReaderTrouble("a frame claims " + length + " bytes");
    }
    byte[] rest = new byte[length];
    in.readFully(rest);
    if (rest[length - 1] != check(length, rest, length - 1)) {
      throw new ReaderTrouble("a frame came damaged");
    }
    return Arrays.copyOf(rest, length - 1);
  }

  private static byte check(int length, byte[] content, int count) {
    int check = (length >> 8) ^ length;
    for (int i = 0; i < count; i++) {
      check ^= content[i];
    }
    return (byte) check;
  }
}
