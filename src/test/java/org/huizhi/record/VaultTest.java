package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final byte[] PLAIN = {1, 2, 3};

  @TempDir Path dir;

  @Test
  void opensWhatItSealedBeforeARestart() {
    byte[] secret = Vault.open(dir).seal(PLAIN, "case", "photo");
    assertArrayEquals(PLAIN, Vault.open(dir).unseal(secret, "case", "photo"));
  }

  @Test
  void nothingOpensInAnotherPlaceOrAltered() {
    Vault vault = Vault.open(dir);
    byte[] secret = vault.seal(PLAIN, "case", "photo");
    assertKeyTrouble(() -> vault.unseal(secret, "other", "photo"));
    assertKeyTrouble(() -> vault.unseal(secret, "case", "name"));
    secret[secret.length - 1] ^= 1;
    assertKeyTrouble(() -> vault.unseal(secret, "case", "photo"));
  }

  @Test
  void onlyTheOwnerMayReadTheKey() throws Exception {
    assumeTrue(
        dir.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "SKIPPED: this system has no POSIX rights");
    Vault.open(dir);
    Path key = dir.resolve(Vault.FILE);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertKeyTrouble(() -> Vault.open(dir));
  }

  @Test
  void aDamagedKeyFileIsSaidAndLeftAlone() throws Exception {
    Vault.open(dir);
    Path key = dir.resolve(Vault.FILE);
    for (String damage : List.of("", "{", "{\"primaryKeyId\":1,\"key\":[]}")) {
      Files.writeString(key, damage);
      assertKeyTrouble(() -> Vault.open(dir));
      assertEquals(damage, Files.readString(key));
    }
  }

  @Test
  void noDraftOfTheKeyStaysBehind() throws Exception {
    Vault.open(dir);
    try (Stream<Path> files = Files.list(dir)) {
      assertEquals(List.of(dir.resolve(Vault.FILE)), files.toList());
    }
  }

  private static void assertKeyTrouble(Executable doing) {
    assertEquals(StorageTrouble.Kind.KEY, assertThrows(StorageTrouble.class, doing).kind());
  }
}
