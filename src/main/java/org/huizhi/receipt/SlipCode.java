package org.huizhi.receipt;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The signed code of a slip, such as {@code HZ1:Y2611261234567K:PASSPORT:20261126:HASH:KEY:SIGN}:
 * only capitals, digits and signs that a QR code packs tightly. The signature is Ed25519 (RFC 8032)
 * over everything before it; hash and signature are numbers in base 36. Each code has exactly one
 * spelling, so that nobody can make a second one from it.
 *
 * @param document name of the document's spec
 * @param takenOn the hall's date of the shot
 * @param photoSha256 hash of the photo's file, 64 hex digits
 * @param keyId the first eight hex digits of the SHA-256 of the public key, in capitals
 */
public record SlipCode(
    String imageNumber, String document, LocalDate takenOn, String photoSha256, String keyId) {
  /** What every signed code begins with. */
  public static final String START = "HZ1:";

  /** Stands in the code's place on a specimen, and is never genuine. */
  public static final String SPECIMEN = "SPECIMEN";

  private static final int BASE = 36;
  private static final int HASH_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final Pattern NAME = Pattern.compile("[A-Z0-9.+/*-]{1,40}");
  private static final Pattern BASE_36 = Pattern.compile("[A-Z0-9]{1,110}");

  /** Signs what is on a slip. */
  public static String sign(
      String imageNumber,
      String document,
      LocalDate takenOn,
      String photoSha256,
      SlipKeys.Own key) {
    String said =
        START
            + String.join(
                ":",
                imageNumber,
                document.toUpperCase(Locale.ROOT),
                DateTimeFormatter.BASIC_ISO_DATE.format(takenOn),
                text(HexFormat.of().parseHex(photoSha256)),
                key.id());
    try {
      Signature pen = Signature.getInstance("Ed25519");
      pen.initSign(key.secret());
      pen.update(said.getBytes(StandardCharsets.US_ASCII));
      return said + ":" + text(pen.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 belongs to every JDK", e);
    }
  }

  /**
   * Reads a code and tests its signature.
   *
   * @param keys the public keys that are trusted, by id
   * @return empty when it is forged, altered, or signed by a key that is not trusted
   */
  public static Optional<SlipCode> verify(String code, Map<String, PublicKey> keys) {
    String[] parts = code.split(":", -1);
    if (!code.startsWith(START) || parts.length != 7) {
      return Optional.empty();
    }
    Optional<PublicKey> key = Optional.ofNullable(keys.get(parts[5]));
    Optional<byte[]> hash = bytes(parts[4], HASH_BYTES);
    Optional<byte[]> signature = bytes(parts[6], SIGNATURE_BYTES);
    Optional<LocalDate> date = date(parts[3]);
    boolean whole =
        key.isPresent()
            && hash.isPresent()
            && signature.isPresent()
            && date.isPresent()
            && NAME.matcher(parts[1]).matches()
            && NAME.matcher(parts[2]).matches();
    String said = code.substring(0, code.length() - parts[6].length() - 1);
    return whole && signed(said, signature.get(), key.get())
        ? Optional.of(
            new SlipCode(
                parts[1],
                parts[2].toLowerCase(Locale.ROOT),
                date.get(),
                HexFormat.of().formatHex(hash.get()),
                parts[5]))
        : Optional.empty();
  }

  private static boolean signed(String said, byte[] signature, PublicKey key) {
    try {
      Signature test = Signature.getInstance("Ed25519");
      test.initVerify(key);
      test.update(said.getBytes(StandardCharsets.UTF_8));
      return test.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a signature that is no point of the curve
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      LocalDate date = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
      return DateTimeFormatter.BASIC_ISO_DATE.format(date).equals(text)
          ? Optional.of(date)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(byte[] bytes) {
    return new BigInteger(1, bytes).toString(BASE).toUpperCase(Locale.ROOT);
  }

  /** Empty unless the text is the one spelling of so many bytes. */
  private static Optional<byte[]> bytes(String text, int length) {
    if (!BASE_36.matcher(text).matches()) {
      return Optional.empty();
    }
    BigInteger number = new BigInteger(text, BASE);
    if (number.bitLength() > 8 * length) {
      return Optional.empty();
    }
    byte[] shortest = number.toByteArray(); // may lead with a sign byte, or lack leading zeros
    byte[] bytes = new byte[length];
    int from = Math.max(0, shortest.length - length);
    int kept = shortest.length - from;
    System.arraycopy(shortest, from, bytes, length - kept, kept);
    return text(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
  }
}
