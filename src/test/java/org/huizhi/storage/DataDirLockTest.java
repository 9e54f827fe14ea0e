package org.huizhi.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.huizhi.record.BusyKiosk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirLockTest {
  @Test
  void aSecondKioskIsToldWhoHasTheDirectory(@TempDir Path dir) throws Exception {
    Process other = start(dir);
    try (BufferedReader said = other.inputReader()) {
      assertEquals("ready", said.readLine());
      StorageTrouble trouble =
          assertThrows(StorageTrouble.class, () -> DataDirLock.take(dir.resolve("data")));
      assertEquals(StorageTrouble.Kind.BUSY, trouble.kind());
      String message = String.valueOf(trouble.getMessage());
      assertTrue(message.contains("process " + other.pid()), message);
    } finally {
      other.destroyForcibly();
    }
    other.waitFor();
    DataDirLock.take(dir.resolve("data")).close(); // death lets go
  }

  @Test
  void theSameProcessCannotTakeItTwiceButAgainAfterwards(@TempDir Path dir) {
    try (DataDirLock _ = DataDirLock.take(dir)) {
      assertThrows(StorageTrouble.class, () -> DataDirLock.take(dir));
    }
    DataDirLock.take(dir).close();
  }

  private static Process start(Path dir) throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            BusyKiosk.class.getName(),
            dir.resolve("data").toString(),
            dir.resolve("out").toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
