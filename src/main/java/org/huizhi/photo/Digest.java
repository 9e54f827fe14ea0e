package org.huizhi.photo;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.opencv.core.Mat;

/** SHA-256 of pictures and files, in lower-case hexadecimal. */
final class Digest {
  private Digest() {}

  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** Of width and height (four bytes each, big end first), then B, G, R row by row. */
  static String ofPixels(Mat bgr) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(8).putInt(bgr.cols()).putInt(bgr.rows()).array());
    byte[] row = new byte[bgr.cols() * bgr.channels()];
    for (int y = 0; y < bgr.rows(); y++) {
      bgr.get(y, 0, row);
      digest.update(row);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
