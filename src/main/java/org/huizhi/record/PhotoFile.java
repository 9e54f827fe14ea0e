package org.huizhi.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The finished photo as its JPEG file. The bytes are shared, not copied: do not change them. */
public final class PhotoFile {
  private final byte[] jpeg;
  private final String sha256;

  private PhotoFile(byte[] jpeg, String sha256) {
    this.jpeg = jpeg;
    this.sha256 = sha256;
  }

  public static PhotoFile of(byte[] jpeg) {
    return new PhotoFile(jpeg, sha256(jpeg));
  }

  public byte[] jpeg() {
    return jpeg;
  }

  /** SHA-256 of the file, 64 lower-case hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
