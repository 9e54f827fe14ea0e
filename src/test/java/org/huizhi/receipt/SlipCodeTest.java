package org.huizhi.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipCodeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final String HASH = "00ff".repeat(16);
  private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:-+/.*abz \u00e9";

  @TempDir Path data;

  private String sign(String key) {
    return SlipCode.sign("Y2611261234567K", "passport", DAY, HASH, SlipKeys.open(data, key));
  }

  private Map<String, PublicKey> trusted() throws Exception {
    return SlipKeys.trusted(data.resolve(SlipKeys.FOLDER));
  }

  @Test
  void whatWasSignedIsReadBack() throws Exception {
    String code = sign("1");
    SlipCode read = SlipCode.verify(code, trusted()).orElseThrow();
    String id = trusted().keySet().iterator().next();
    assertEquals(new SlipCode("Y2611261234567K", "passport", DAY, HASH, id), read);
    assertTrue(code.matches("[A-Z0-9:-]+"), "a QR code packs only these tightly: " + code);
  }

  @Test
  void aThousandMutationsAreAllRefused() throws Exception {
    String code = sign("1");
    Map<String, PublicKey> keys = trusted();
    Random random = new Random(6);
    Set<String> mutants = new HashSet<>();
    while (mutants.size() < 1000) {
      mutants.add(mutate(code, random));
      mutants.remove(code);
    }
    for (String mutant : mutants) {
      assertEquals(Optional.empty(), SlipCode.verify(mutant, keys), mutant);
    }
  }

  /**
   * A character changed, dropped, doubled or swapped; a field moved, emptied or led by a nought.
   */
  private static String mutate(String code, Random random) {
    StringBuilder mutant = new StringBuilder(code);
    int at = random.nextInt(code.length() - 1);
    char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> mutant.setCharAt(at, sign);
      case 3 -> mutant.deleteCharAt(at);
      case 4 -> mutant.insert(at, sign);
      case 5 -> mutant.replace(at, at + 2, "" + code.charAt(at + 1) + code.charAt(at));
      case 6 -> mutant.setLength(at);
      default -> {
        String[] fields = code.split(":");
        int field = random.nextInt(fields.length);
        fields[field] =
            switch (random.nextInt(4)) {
              case 0 -> "";
              case 1 -> "0" + fields[field];
              case 2 -> fields[random.nextInt(fields.length)];
              default -> fields[field] + sign;
            };
        return String.join(":", fields);
      }
    }
    return mutant.toString();
  }

  @Test
  void aCodeOfAForeignKeyIsRefusedEvenUnderOurKeysName(@TempDir Path forger) throws Exception {
    String ours = sign("1");
    String foreign =
        SlipCode.sign("Y2611261234567K", "passport", DAY, HASH, SlipKeys.open(forger, "1"));
    assertEquals(Optional.empty(), SlipCode.verify(foreign, trusted()));
    String[] fields = foreign.split(":", -1);
    fields[5] = ours.split(":", -1)[5];
    assertEquals(Optional.empty(), SlipCode.verify(String.join(":", fields), trusted()));
  }

  @Test
  void afterARotationOldSlipsAreStillGenuine() throws Exception {
    String old = sign("1");
    String fresh = sign("2");
    assertNotEquals(old.split(":", -1)[5], fresh.split(":", -1)[5]);
    assertTrue(SlipCode.verify(old, trusted()).isPresent());
    assertTrue(SlipCode.verify(fresh, trusted()).isPresent());
    Files.delete(data.resolve(SlipKeys.FOLDER).resolve("1.pub"));
    assertFalse(SlipCode.verify(old, trusted()).isPresent(), "nobody trusts a withdrawn key");
  }

  @Test
  void theSecretKeyIsItsOwnersAlone() throws Exception {
    sign("1");
    Path key = data.resolve(SlipKeys.FOLDER).resolve("1.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    assertFalse(
        Files.readString(data.resolve(SlipKeys.FOLDER).resolve("1.pub")).contains("PRIVATE"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(
        StorageTrouble.Kind.KEY, assertThrows(StorageTrouble.class, () -> sign("1")).kind());
  }

  @Test
  void aDamagedKeyIsSaidAndNeverReplaced() throws Exception {
    sign("1");
    Path key = data.resolve(SlipKeys.FOLDER).resolve("1.key");
    Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertEquals(
        StorageTrouble.Kind.KEY, assertThrows(StorageTrouble.class, () -> sign("1")).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "HZ1:", "HZ1::::::", "HZ2:A:B:C:D:E:F", "SPECIMEN", "图像号"})
  void whatIsNoCodeIsRefused(String text) throws Exception {
    sign("1");
    assertEquals(Optional.empty(), SlipCode.verify(text, trusted()));
  }
}
