package org.huizhi.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Six to twelve digits that are hard to guess, as an Argon2id hash (RFC 9106). The cost is stored
 * with each hash, so that it can be raised later.
 */
final class Pin {
  private static final int MEMORY_KIB = 32 * 1024;
  private static final int PASSES = 3;
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What nobody's PIN hashes to: looking at it takes as long as looking at a real one. */
  static final byte[] NOBODYS =
      ByteBuffer.allocate(8 + SALT + HASH).putInt(MEMORY_KIB).putInt(PASSES).array();

  private Pin() {}

  /**
   * Refuses what somebody would try first.
   *
   * @throws IllegalArgumentException with a sentence for whoever chose it
   */
  static void check(char[] pin) {
    String text = new String(pin);
    if (!text.matches("[0-9]{6,12}")) {
      throw new IllegalArgumentException("a PIN is 6 to 12 digits");
    }
    boolean steps = true;
    for (int i = 2; i < pin.length; i++) {
      steps &= pin[i] - pin[i - 1] == pin[1] - pin[0];
    }
    if (steps || text.chars().distinct().count() < 3) {
      throw new IllegalArgumentException("this PIN is too easy to guess");
    }
  }

  /** The hash to keep: memory, passes, salt, hash. */
  static byte[] hash(char[] pin) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    return ByteBuffer.allocate(NOBODYS.length)
        .putInt(MEMORY_KIB)
        .putInt(PASSES)
        .put(salt)
        .put(argon2(pin, salt, MEMORY_KIB, PASSES))
        .array();
  }

  static boolean fits(char[] pin, byte[] kept) {
    ByteBuffer read = ByteBuffer.wrap(kept);
    int memory = read.getInt();
    int passes = read.getInt();
    byte[] salt = new byte[SALT];
    read.get(salt);
    byte[] hash = new byte[HASH];
    read.get(hash);
    return MessageDigest.isEqual(hash, argon2(pin, salt, memory, passes));
  }

  private static byte[] argon2(char[] pin, byte[] salt, int memoryKib, int passes) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH];
    byte[] digits = new String(pin).getBytes(StandardCharsets.US_ASCII);
    argon2.generateBytes(digits, hash);
    Arrays.fill(digits, (byte) 0);
    return hash;
  }
}
