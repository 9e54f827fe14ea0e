package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.huizhi.config.KioskConfig;
import org.huizhi.storage.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console on a machine of its own, where no kiosk looks after its folder. */
class ConsoleRoomTest {
  @TempDir private Path dir = Path.of("");
  private Instant now = Instant.parse("2026-11-26T04:00:00Z");

  @Test
  void slipsThatItPrintedIntoAFolderAreDeletedOnTime() throws Exception {
    Path data = dir.resolve("data");
    Path slips = Files.createDirectories(data.resolve("slips"));
    Path slip = Files.createFile(slips.resolve("Y2611260000001A_case-2.pdf"));
    Files.setLastModifiedTime(slip, FileTime.from(now));
    Path folder = dir.resolve("config");
    new ConfigCopy(folder)
        .change("kiosk.toml", "database = \"sqlite\"", "database = \"" + TestServer.url() + "\"");
    InstantSource time = () -> now;
    Clock clock = time.withZone(ZoneId.of("Asia/Shanghai"));
    try (ConsoleRoom room = new ConsoleRoom(KioskConfig.read(folder), data, clock)) {
      room.forgetSlips();
      assertTrue(Files.exists(slip));
      now = now.plus(Duration.ofDays(2000)); // a clock that jumps
      room.forgetSlips();
      assertTrue(Files.exists(slip));
      now = now.minus(Duration.ofDays(2000));
      for (int day = 0; day < 31; day++) {
        now = now.plus(Duration.ofDays(3));
        room.forgetSlips();
      }
      assertFalse(Files.exists(slip));
    }
  }
}
