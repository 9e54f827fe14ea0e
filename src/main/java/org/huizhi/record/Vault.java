package org.huizhi.record;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.StorageTrouble;

/**
 * Seals what is personal before it reaches the disk (AES-256-GCM by Tink). The key lies beside the
 * data in {@value #FILE}, which only the kiosk's own account may read: it protects backups, copied
 * databases and discarded disks whose key was left out. Any thread.
 */
public final class Vault {
  /** The key file's name in the data directory. */
  public static final String FILE = "vault.key";

  /** Tink begins what it seals with a one and the number of the key. */
  static final int PREFIX_BYTES = 5;

  private final Aead aead;
  private final byte[] prefix;

  private Vault(KeysetHandle keys) throws GeneralSecurityException {
    this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    this.prefix = ByteBuffer.allocate(PREFIX_BYTES).put((byte) 1).putInt(id(keys)).array();
  }

  /**
   * Opens the directory's key, making it at the first start.
   *
   * @throws StorageTrouble KEY when the key file is damaged or open to others, AWAY when it cannot
   *     be read or written
   */
  public static Vault open(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    try {
      AeadConfig.register();
      if (Files.notExists(file)) {
        OwnerOnly.directory(dataDir);
        OwnerOnly.writeNew(file, freshKeyset());
      }
      refuseOpenRights(file);
      return new Vault(read(file));
    } catch (IOException e) {
      throw unread(file, e);
    } catch (GeneralSecurityException e) {
      throw damaged(file, e);
    }
  }

  private static StorageTrouble unread(Path file, IOException e) {
    return new StorageTrouble(
        StorageTrouble.Kind.AWAY, "The key file " + file + " cannot be read or written.", e);
  }

  private static StorageTrouble damaged(Path file, GeneralSecurityException e) {
    return new StorageTrouble(
        StorageTrouble.Kind.KEY,
        "The key file " + file + " is damaged; restore it from the backup.",
        e);
  }

  /**
   * Adds a key that does not seal yet, so that the file can be given to all machines first.
   *
   * @return whether there was none that waits already
   */
  static boolean addKey(Path dataDir) {
    return change(
        dataDir,
        keys -> {
          if (waits(keys)) {
            return Optional.empty();
          }
          var fresh =
              KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                  .withRandomId();
          return Optional.of(KeysetHandle.newBuilder(keys).addEntry(fresh));
        });
  }

  /**
   * Seals with the newest key from now on; the others only open.
   *
   * @return whether that one did not seal already
   */
  static boolean useNewestKey(Path dataDir) {
    return change(
        dataDir,
        keys -> {
          if (!waits(keys)) {
            return Optional.empty();
          }
          KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
          builder.getAt(builder.size() - 1).makePrimary();
          return Optional.of(builder);
        });
  }

  private static boolean waits(KeysetHandle keys) {
    return !keys.getAt(keys.size() - 1).isPrimary();
  }

  private interface Change {
    Optional<KeysetHandle.Builder> of(KeysetHandle keys) throws GeneralSecurityException;
  }

  private static boolean change(Path dataDir, Change change) {
    Path file = dataDir.resolve(FILE);
    try {
      Optional<KeysetHandle.Builder> changed = change.of(read(file));
      if (changed.isPresent()) {
        OwnerOnly.replace(file, text(changed.get().build()));
      }
      return changed.isPresent();
    } catch (IOException e) {
      throw unread(file, e);
    } catch (GeneralSecurityException e) {
      throw damaged(file, e);
    }
  }

  private static int id(KeysetHandle keys) {
    return keys.getPrimary().getId();
  }

  /** How everything begins that this vault seals. */
  byte[] prefix() {
    return prefix.clone();
  }

  /** The number of the key that seals, as people read it; it tells nothing of the key. */
  String keyName() {
    return HexFormat.of().withUpperCase().formatHex(prefix, 1, PREFIX_BYTES);
  }

  /** Says that a record's key is gone, before a new one would hide it. */
  static void refuseMissing(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    if (Files.notExists(file)) {
      throw new StorageTrouble(
          StorageTrouble.Kind.KEY,
          "The key file "
              + file
              + " is missing, but there is a record; restore the key from the backup.");
    }
  }

  private static byte[] freshKeyset() throws GeneralSecurityException {
    return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
  }

  private static byte[] text(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void refuseOpenRights(Path file) throws IOException {
    if (OwnerOnly.openToOthers(file)) {
      throw new StorageTrouble(
          StorageTrouble.Kind.KEY,
          "The key file "
              + file
              + " can be opened by others; give it to the kiosk's account alone (chmod 600).");
    }
  }

  private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
  }

  /**
   * Seals {@code plain} for one place. What is sealed for one case and column opens nowhere else,
   * so that nobody can put one person's photo into another's record.
   */
  public byte[] seal(byte[] plain, String owner, String column) {
    try {
      return aead.encrypt(plain, place(owner, column));
    } catch (GeneralSecurityException e) {
      throw new StorageTrouble(StorageTrouble.Kind.KEY, "Sealing failed.", e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same place.
   *
   * @throws StorageTrouble KEY when it was sealed by another key, for another place, or was altered
   */
  public byte[] unseal(byte[] secret, String owner, String column) {
    try {
      return aead.decrypt(secret, place(owner, column));
    } catch (GeneralSecurityException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.KEY,
          "The column " + column + " cannot be opened: it was altered, or the key is not its own.",
          e);
    }
  }

  /**
   * Sees that this is the key of a record.
   *
   * @throws StorageTrouble KEY when it is not
   */
  void prove(byte[] proof) {
    unseal(proof, "vault", "proof");
  }

  private static byte[] place(String owner, String column) {
    return (owner + "\n" + column).getBytes(StandardCharsets.UTF_8);
  }
}
