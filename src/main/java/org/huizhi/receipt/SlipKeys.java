package org.huizhi.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.StorageTrouble;

/**
 * The keys that slips are signed with, as PEM files: {@code NAME.key} holds the pair and may be
 * read only by the kiosk's own account, {@code NAME.pub} the public key, which may go to any
 * window. A new name makes a new pair at the next start; slips of older pairs are still verified as
 * long as their public keys lie in the folder.
 */
public final class SlipKeys {
  /** The folder in the data folder. */
  public static final String FOLDER = "slip-keys";

  private static final String SECRET = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private SlipKeys() {}

  /** The pair that this machine signs with. */
  public record Own(String id, PrivateKey secret) {
    @Override
    public String toString() {
      return "Own[" + id + "]"; // the secret stays out of logs
    }
  }

  /** A public key file as it may be handed on. */
  public record Published(String name, String id, String pem) {}

  /**
   * Opens the pair of this name, making it where it is missing.
   *
   * @throws StorageTrouble KEY when a file is damaged or open to others, AWAY when it cannot be
   *     read or written
   */
  public static Own open(Path dataDir, String name) {
    Path folder = dataDir.resolve(FOLDER);
    Path file = folder.resolve(name + ".key");
    try {
      if (Files.notExists(file)) {
        OwnerOnly.directory(folder);
        OwnerOnly.writeNew(file, freshPair());
      }
      if (OwnerOnly.openToOthers(file)) {
        throw damaged(file, "can be opened by others; give it to the kiosk's account alone");
      }
      String pair = Files.readString(file);
      byte[] open = der(PUBLIC, pair);
      Path published = folder.resolve(name + ".pub");
      if (Files.notExists(published)) {
        OwnerOnly.writeNew(published, pem(PUBLIC, open).getBytes(StandardCharsets.US_ASCII));
      }
      return new Own(id(publicKey(open)), secretKey(der(SECRET, pair)));
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The keys in " + folder + " cannot be read or written.", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw damaged(file, "is damaged; restore it from the backup");
    }
  }

  /** Both in one file, so that neither can be without the other. */
  private static byte[] freshPair() throws GeneralSecurityException {
    KeyPair fresh = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String both =
        pem(SECRET, fresh.getPrivate().getEncoded()) + pem(PUBLIC, fresh.getPublic().getEncoded());
    return both.getBytes(StandardCharsets.US_ASCII);
  }

  private static StorageTrouble damaged(Path file, String what) {
    return new StorageTrouble(StorageTrouble.Kind.KEY, "The key file " + file + " " + what + ".");
  }

  /**
   * The public keys of a folder, by id.
   *
   * @throws IOException when a file is missing or damaged; its message names it
   */
  public static Map<String, PublicKey> trusted(Path folder) throws IOException {
    Map<String, PublicKey> keys = new TreeMap<>();
    for (Path file : publicFiles(folder)) {
      PublicKey key = readPublic(file);
      keys.put(id(key), key);
    }
    return keys;
  }

  /** The public keys of a folder as files to hand on. */
  public static List<Published> published(Path folder) throws IOException {
    List<Published> keys = new ArrayList<>();
    for (Path file : publicFiles(folder)) {
      String name = file.getFileName().toString().replaceFirst("\\.pub$", "");
      keys.add(new Published(name, id(readPublic(file)), Files.readString(file)));
    }
    return keys;
  }

  private static List<Path> publicFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.pub")) {
      found.forEach(files::add);
    }
    files.sort(null);
    return files;
  }

  private static PublicKey readPublic(Path file) throws IOException {
    try {
      return publicKey(der(PUBLIC, Files.readString(file)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " is no public key of ours", e);
    }
  }

  private static PublicKey publicKey(byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
  }

  private static PrivateKey secretKey(byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  static String id(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(hash, 0, 4).toUpperCase(Locale.ROOT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  private static byte[] der(String kind, String text) {
    Matcher block =
        Pattern.compile("-----BEGIN " + kind + "-----([^-]+)-----END " + kind + "-----")
            .matcher(text);
    if (!block.find()) {
      throw new IllegalArgumentException("there is no " + kind);
    }
    return Base64.getMimeDecoder().decode(block.group(1).strip());
  }
}
