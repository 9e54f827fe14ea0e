package org.huizhi.record;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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

  private final Aead aead;

  private Vault(Aead aead) {
    this.aead = aead;
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
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The key file " + file + " cannot be read or written.", e);
    } catch (GeneralSecurityException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.KEY,
          "The key file " + file + " is damaged; restore it from the backup.",
          e);
    }
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
    KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    return TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get())
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

  private static Aead read(Path file) throws IOException, GeneralSecurityException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get())
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
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

  private static byte[] place(String owner, String column) {
    return (owner + "\n" + column).getBytes(StandardCharsets.UTF_8);
  }
}
