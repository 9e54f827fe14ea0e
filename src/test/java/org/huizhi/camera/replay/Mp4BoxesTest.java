package org.huizhi.camera.replay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.huizhi.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mp4BoxesTest {
  @Test
  void aFileThatLacksAnyByteIsSeen(@TempDir Path folder) throws Exception {
    Path whole = Pictures.file("franck.mp4");
    assertFalse(Mp4Boxes.reachBeyond(whole));
    byte[] video = Files.readAllBytes(whole);
    for (int left : new int[] {video.length - 1, video.length / 2, 44, 5}) {
      Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(video, left));
      assertTrue(Mp4Boxes.reachBeyond(cut), "of which are left " + left);
    }
  }
}
