package org.huizhi.camera.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes of cameras that fail before there is a camera. */
@EnabledOnOs(OS.LINUX)
class ApartCameraTest {
  private static final CameraChoice.Native DEVICE = new CameraChoice.Any();

  @TempDir Path folder;

  /** Each attempt would leave a process and a thread behind, two a minute, until none has room. */
  @Test
  @Timeout(60)
  void aProcessWhoseDeviceNeverOpensIsEnded() throws Exception {
    Path pid = folder.resolve("pid");
    List<String> hangs = List.of("sh", "-c", "echo $$ > " + pid + "; exec sleep 600");
    assertEquals(CameraTrouble.Kind.FAILING, trouble(hangs, Duration.ofSeconds(2)), "not for ever");
    long number = Long.parseLong(Files.readString(pid).strip());
    ProcessHandle.of(number)
        .ifPresent(left -> left.onExit().orTimeout(30, TimeUnit.SECONDS).join());
  }

  @Test
  void whatDoesNotStartLeavesNoMemoryBehind() throws Exception {
    List<String> missing = List.of(folder.resolve("no-such-program").toString());
    for (int i = 0; i < 5; i++) {
      assertEquals(CameraTrouble.Kind.FAILING, trouble(missing, Duration.ofSeconds(60)));
    }
    assertEquals(0, mapped());
  }

  private static CameraTrouble.Kind trouble(List<String> command, Duration patience) {
    return assertThrows(
            CameraTrouble.class,
            () -> new ApartCamera(DEVICE, command, Demand.USUAL, patience).close())
        .kind();
  }

  /** How many shared pictures this process holds. */
  private static long mapped() throws IOException {
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.filter(line -> line.contains(".picture")).count();
    }
  }
}
