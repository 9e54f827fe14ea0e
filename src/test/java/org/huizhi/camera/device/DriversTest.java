package org.huizhi.camera.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** The real capture libraries on a V4L2 device, each in a process of its own. */
class DriversTest {
  @TempDir Path folder;

  @Test
  void listsModesAsTheDriverTellsThem() throws Exception {
    FakeCamera camera = new FakeCamera(folder).feed(640, 480).feed(1280, 720);
    camera.feedUnpacked(640, 480);
    List<String> said = said(camera.start(CameraProbe.class, "list"));
    assertEquals(
        List.of("0 Fake UVC Camera [MJPG 1280×720 at 30, MJPG 640×480 at 30, YUYV 640×480 at 30]"),
        said);
  }

  /** Packed before unpacked, the size that the documents need, every picture as it was fed. */
  @Test
  void openCvGivesWhatWasFedAndAStillInTheLargestSize() throws Exception {
    FakeCamera camera = new FakeCamera(folder).feed(640, 480).feed(1280, 720).feed(1920, 1080);
    camera.feedUnpacked(1280, 720);
    Path seen = folder.resolve("seen");
    List<String> said = said(camera.start(CameraProbe.class, "read", "auto", seen.toString(), "8"));
    assertEquals(
        List.of("opened Fake UVC Camera", "still true 1920", "skipped true", "live 1280"), said);
    assertFollowsWhatWasFed(camera, seen, 8);
    List<String> set = camera.controls();
    assertTrue(set.contains("0x980913 77"), "gain: " + set);
    assertTrue(set.contains("0x980918 1"), "power line: " + set);
    assertTrue(set.contains("0x9a0901 1") && set.getLast().startsWith("0x"), "held: " + set);
    assertEquals("0x9a0901 3", lastOf(set, "0x9a0901"), "let go again");
  }

  /**
   * One that is ended in the middle of a shot cannot let go, and the device would stay as it was.
   */
  @Test
  void whatWasHeldWhenAProcessEndedIsLetGoAtTheNextOpening() throws Exception {
    FakeCamera camera = new FakeCamera(folder).feed(1280, 720);
    camera.remembers("0x9a0901 1");
    List<String> said =
        said(camera.start(CameraProbe.class, "read", "opencv:0", folder + "/seen", "1"));
    assertEquals("opened Fake UVC Camera", said.getFirst());
    List<String> set = camera.controls();
    assertEquals("0x9a0901 3", lastOf(set, "0x9a0901"), "exposure follows the light: " + set);
    assertTrue(set.contains("0x980913 77"), "what is fixed stays fixed: " + set);
  }

  @Test
  void webcamCaptureGivesWhatWasFed() throws Exception {
    FakeCamera camera = new FakeCamera(folder).feed(1280, 720).feedConverted(1280, 720);
    Path seen = folder.resolve("seen");
    List<String> said =
        said(camera.start(CameraProbe.class, "read", "webcam", seen.toString(), "6"));
    assertTrue(said.getFirst().startsWith("opened Fake UVC Camera"), said.toString());
    assertTrue(said.contains("live 1280"), said.toString());
    assertFollowsWhatWasFed(camera, seen, 6);
  }

  @ParameterizedTest
  @CsvSource({"gone,ABSENT", "denied,NO_PERMISSION", "busy,BUSY", "stall,FAILING"})
  void openCvSaysWhyItDoesNotOpen(String state, String kind) throws Exception {
    FakeCamera camera = new FakeCamera(folder).feed(1280, 720);
    camera.state(state);
    Process probe =
        camera.start(CameraProbe.class, "read", "opencv:0", folder.resolve("s").toString(), "1");
    assertEquals(List.of("trouble " + kind), said(probe));
  }

  /** Unplugged, plugged in, stalled, crashed: the kiosk's loop goes on and ends when it should. */
  @ParameterizedTest
  @ValueSource(strings = {"opencv:0", "webcam"})
  void theLoopOutlivesEveryFault(String choice) throws Exception {
    FakeCamera camera = new FakeCamera(folder).feed(1280, 720).feedConverted(1280, 720);
    Process probe = camera.start(CameraProbe.class, "watch", choice);
    try (BufferedReader out = probe.inputReader()) {
      assertEquals("running", out.readLine());
      for (String fault : new String[] {"gone", "stall", "crash"}) {
        camera.state(fault);
        assertTrue(awaited(out, "lost ").startsWith("lost "), fault);
        camera.state("ok");
        assertEquals("running", awaited(out, "running"), "after " + fault);
      }
      camera.state("stall");
      assertTrue(awaited(out, "lost ").startsWith("lost "));
      probe.getOutputStream().close();
      assertEquals("closed", awaited(out, "closed"), "a stall must not keep it from ending");
    }
    assertTrue(FakeCamera.ends(probe), "the process hangs");
  }

  private static String awaited(BufferedReader out, String start) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith(start)) {
      line = out.readLine();
    }
    return String.valueOf(line);
  }

  private static List<String> said(Process probe) throws Exception {
    try (BufferedReader out = probe.inputReader()) {
      List<String> lines = out.lines().toList();
      assertTrue(FakeCamera.ends(probe), "the process hangs");
      return lines;
    }
  }

  private static String lastOf(List<String> lines, String start) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .reduce((_, last) -> last)
        .orElse("");
  }

  /** Each picture equals one that was fed; webcam-capture gives one twice when asked early. */
  private static void assertFollowsWhatWasFed(FakeCamera camera, Path seen, int count) {
    Set<Integer> different = new HashSet<>();
    for (int i = 0; i < count; i++) {
      Mat picture = Imgcodecs.imread(seen.resolve("%02d.png".formatted(i)).toString());
      int nearest = -1;
      double least = Double.MAX_VALUE;
      for (int fed = 0; fed < FakeCamera.FRAMES; fed++) {
        Mat one = Imgcodecs.imread(camera.picture(1280, 720, fed).toString());
        double off = Core.norm(picture, one, Core.NORM_L1) / picture.total() / 3;
        if (off < least) {
          least = off;
          nearest = fed;
        }
      }
      assertEquals(0, least, "picture " + i + " is none that was fed");
      different.add(nearest);
    }
    assertTrue(different.size() >= count / 2, "only these came: " + different);
  }
}
