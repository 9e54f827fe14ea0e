package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.huizhi.record.Backup;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Retention;
import org.huizhi.storage.DataDirLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What puts another record or key in place does so under nobody's feet. */
class AloneTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

  @TempDir Path data;
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setErr(stderr);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "board", "tickets", "console"})
  void restoreAndKeysRefuseWhileAnythingRunsOnTheFolder(String role) throws Exception {
    Path copy;
    try (CaseStore store = CaseStore.open(data, CLOCK)) {
      Path folder = data.resolve("backup");
      copy = Backup.write(store, folder, Retention.of(Duration.ofDays(9)), CLOCK);
    }
    byte[] before = Files.readAllBytes(data.resolve(CaseStore.FILE));
    String restored = copy.toString();
    try (DataDirLock _ = DataDirLock.take(data.resolve(role))) {
      assertEquals(2, Main.run("restore", "--data", data.toString(), restored));
      assertEquals(2, Main.run("keys", "add", "--data", data.toString()));
      assertEquals(2, Main.run("keys", "rotate", "--data", data.toString()));
    }
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(3, said.split("already uses the data directory", -1).length - 1, said);
    assertTrue(said.contains(data.resolve(role).toString()), said);
    assertArrayEquals(before, Files.readAllBytes(data.resolve(CaseStore.FILE)));
    assertEquals(0, Main.run("restore", "--data", data.toString(), restored), err::toString);
  }
}
