package org.huizhi.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraChoiceTest {
  @Test
  void readsEveryKind() {
    assertEquals(new CameraChoice.Any(), CameraChoice.parse("auto"));
    assertEquals(new CameraChoice.OpenCv(2), CameraChoice.parse("opencv:2"));
    assertEquals(
        new CameraChoice.WebcamCapture(Optional.of("Logitech C920")),
        CameraChoice.parse("webcam:Logitech C920"));
    assertEquals(
        new CameraChoice.Replay(Path.of("a b", "clip.mp4"), 1280, false),
        CameraChoice.parse("replay:a b/clip.mp4?width=1280&pace=fastest"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kamera", "opencv:x", "opencv:-1", "replay", "replay:a?speed=3"})
  void refusesTheRest(String text) {
    assertThrows(IllegalArgumentException.class, () -> CameraChoice.parse(text));
  }
}
