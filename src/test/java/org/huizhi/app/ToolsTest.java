package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huizhi.camera.LatestFrame;
import org.huizhi.config.KioskConfig;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.StorageTrouble;
import org.huizhi.storage.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class ToolsTest {
  @TempDir private Path dir = Path.of("");

  /** It is tried again every ten seconds, perhaps for a night. */
  @Test
  void whatDoesNotOpenLeavesNothingOpen() throws Exception {
    Path folder = dir.resolve("config");
    new ConfigCopy(folder)
        .change("kiosk.toml", "database = \"sqlite\"", "database = \"" + TestServer.url() + "\"");
    KioskConfig config = KioskConfig.read(folder);
    Path data = dir.resolve("data");
    Path keys = data.resolve(SlipKeys.FOLDER);
    Path key = keys.resolve("1.key");
    OwnerOnly.directory(data);
    OwnerOnly.directory(keys);
    OwnerOnly.writeNew(key, new byte[40]);
    Set<Thread> before = threads();
    for (int i = 0; i < 3; i++) {
      assertThrows(
          StorageTrouble.class,
          () -> new Tools(config, data, new LatestFrame(), false, Clock.systemUTC()));
    }
    Files.delete(key);
    Files.write(data.resolve("cases.db"), new byte[4096]);
    assertThrows(
        StorageTrouble.class,
        () -> new Tools(config, data, new LatestFrame(), false, Clock.systemUTC()));

    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> before.containsAll(threads()));
    assertTrue(before.containsAll(threads()));
  }

  /** Those of a database's pool, of the judge and of the copies. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("record.*|judge|backup"))
        .collect(Collectors.toSet());
  }
}
