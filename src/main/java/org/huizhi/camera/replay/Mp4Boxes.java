package org.huizhi.camera.replay;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The parts of an MP4 file, each of which begins with its length. */
final class Mp4Boxes {
  private static final int HEAD = 8;

  private Mp4Boxes() {}

  /** Whether a part ends behind the end of the file, which then was cut off. */
  static boolean reachBeyond(Path file) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      long at = 0;
      while (at + HEAD <= bytes.length()) {
        bytes.seek(at);
        long length = Integer.toUnsignedLong(bytes.readInt());
        if (length == 1) {
          bytes.skipBytes(4); // the name; a length of 64 bits follows
          length = bytes.readLong();
        }
        if (length < HEAD) {
          return false; // 0: up to the end, wherever that is
        }
        at += length;
      }
      return at != bytes.length();
    } catch (IOException wrong) {
      return true;
    }
  }
}
