package org.huizhi.record;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.StorageTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Files on their way to another machine: a ZIP with a list of hashes as {@code sha256sum} writes it
 * ({@value #LIST}) and the Ed25519 signature of that list ({@value #SIGNATURE}), encrypted for the
 * receiver alone (HPKE, RFC 9180, base mode: X25519, HKDF-SHA256, AES-256-GCM).
 */
public final class CasePackage {
  static final String LIST = "SHA256SUMS";
  static final String SIGNATURE = "SHA256SUMS.ed25519";

  /** In the data folder; holds no person. */
  public static final String KEY_FILE = "receive.key";

  private static final byte[] PURPOSE = "huizhi case package 1".getBytes(StandardCharsets.UTF_8);
  private static final int MOST_BYTES = 64_000_000;
  private static final HpkeParameters HPKE = hpke();

  private CasePackage() {}

  private static HpkeParameters hpke() {
    try {
      HybridConfig.register();
      return HpkeParameters.builder()
          .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
          .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
          .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
          .setVariant(HpkeParameters.Variant.NO_PREFIX)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("these belong to every Tink", e);
    }
  }

  /** The key that others encrypt packages for this machine with; its pair is made when missing. */
  public static String receivingKey(Path dataDir) {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
          pair(dataDir).getPublicKeysetHandle());
    } catch (GeneralSecurityException e) {
      throw damaged(dataDir, e);
    }
  }

  private static KeysetHandle pair(Path dataDir) {
    Path file = dataDir.resolve(KEY_FILE);
    try {
      if (Files.notExists(file)) {
        OwnerOnly.directory(dataDir);
        String fresh =
            TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(HPKE), InsecureSecretKeyAccess.get());
        OwnerOnly.writeNew(file, fresh.getBytes(StandardCharsets.UTF_8));
      }
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The key file " + file + " cannot be read or written.", e);
    } catch (GeneralSecurityException e) {
      throw damaged(dataDir, e);
    }
  }

  private static StorageTrouble damaged(Path dataDir, GeneralSecurityException e) {
    return new StorageTrouble(
        StorageTrouble.Kind.KEY, "The key file " + dataDir.resolve(KEY_FILE) + " is damaged.", e);
  }

  /**
   * Signs files and encrypts them.
   *
   * @param receiver what {@link #receivingKey} gave on the machine that they are for
   */
  static byte[] seal(Map<String, byte[]> files, PrivateKey signer, String receiver) {
    try {
      KeysetHandle key = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(receiver);
      return key.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
          .encrypt(zip(files, signer), PURPOSE);
    } catch (GeneralSecurityException e) {
      throw refused("The receiver's key is none: take what kiosk case key writes there.", e);
    }
  }

  private static byte[] zip(Map<String, byte[]> files, PrivateKey signer)
      throws GeneralSecurityException {
    byte[] list = list(files);
    Signature pen = Signature.getInstance("Ed25519");
    pen.initSign(signer);
    pen.update(list);
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.put(LIST, list);
    all.put(SIGNATURE, pen.sign());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("memory takes every byte", impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] list(Map<String, byte[]> files) throws GeneralSecurityException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    StringBuilder list = new StringBuilder();
    files.forEach(
        (name, content) ->
            list.append(HexFormat.of().formatHex(sha.digest(content)))
                .append("  ")
                .append(name)
                .append('\n'));
    return list.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What was packed, and the id of the key that signed it. */
  record Opened(Map<String, byte[]> files, String signedBy) {}

  /**
   * Decrypts a package and tests every byte of it.
   *
   * @param trusted the public keys of machines whose packages are taken, by id
   * @throws StorageTrouble REFUSED when it is for another machine, was changed, or is signed by
   *     nobody who is trusted
   */
  static Opened open(byte[] sealed, Path dataDir, Map<String, PublicKey> trusted) {
    byte[] zip;
    try {
      zip =
          pair(dataDir)
              .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
              .decrypt(sealed, PURPOSE);
    } catch (GeneralSecurityException e) {
      throw refused("The package was changed, or is not for this machine.", e);
    }
    Map<String, byte[]> files = unzip(zip);
    Optional<byte[]> signature = Optional.ofNullable(files.remove(SIGNATURE));
    Optional<byte[]> list = Optional.ofNullable(files.remove(LIST));
    try {
      byte[] right = list(files);
      if (signature.isEmpty() || list.isEmpty() || !MessageDigest.isEqual(right, list.get())) {
        throw refused("The package does not hold what its list says.", null);
      }
      for (Map.Entry<String, PublicKey> key : trusted.entrySet()) {
        if (isSigned(right, signature.get(), key.getValue())) {
          return new Opened(files, key.getKey());
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256 and Ed25519", e);
    }
    throw refused(
        "The package is signed by no machine that is trusted: put its public key (kiosk slip-keys"
            + " --out) into the folder of keys.",
        null);
  }

  private static boolean isSigned(byte[] list, byte[] signature, PublicKey key)
      throws GeneralSecurityException {
    Signature test = Signature.getInstance("Ed25519");
    test.initVerify(key);
    test.update(list);
    try {
      return test.verify(signature);
    } catch (GeneralSecurityException noPointOfTheCurve) {
      return false;
    }
  }

  private static Map<String, byte[]> unzip(byte[] bytes) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    int left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes(left + 1);
        left -= content.length;
        if (left < 0 || files.put(entry.getName(), content) != null) {
          throw refused("The package is too large, or holds a file twice.", null);
        }
      }
      return files;
    } catch (IOException e) {
      throw refused("The package is damaged.", e);
    }
  }

  static StorageTrouble refused(String sentence, @Nullable Exception cause) {
    return cause == null
        ? new StorageTrouble(StorageTrouble.Kind.REFUSED, sentence)
        : new StorageTrouble(StorageTrouble.Kind.REFUSED, sentence, cause);
  }
}
