package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.huizhi.printer.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoRoomTest {
  @Test
  void aRecordThatHasNoRoomIsSaidInASentenceAlone(@TempDir Path folder) throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "60k")) {
      Process kiosk =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "--enable-native-access=ALL-UNNAMED",
                  Main.class.getName(),
                  "backup",
                  "--data",
                  disk.path().toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(kiosk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(2, kiosk.waitFor(), said);
      assertTrue(said.contains("the disk is full; free some room and try again"), said);
      assertEquals(
          List.of(), said.lines().filter(line -> !line.matches("(WARNING|kiosk): .*")).toList());
    }
  }
}
