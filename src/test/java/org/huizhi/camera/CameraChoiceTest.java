package org.huizhi.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.huizhi.camera.replay.Faults;
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
    assertEquals(
        new CameraChoice.Replay(Path.of("clip.mp4"), 0, 30, Faults.NONE),
        CameraChoice.parse("replay:clip.mp4?pace=30"));
    assertEquals(
        new CameraChoice.Http(URI.create("http://admin:1@10.0.0.9:8080/video?size=1")),
        CameraChoice.parse("http://admin:1@10.0.0.9:8080/video?size=1"));
  }

  /** What the kiosk tells the process that opens the device. */
  @Test
  void nativeChoicesAreReadBackFromTheirText() {
    for (CameraChoice choice :
        new CameraChoice[] {
          new CameraChoice.Any(),
          new CameraChoice.OpenCv(2),
          new CameraChoice.WebcamCapture(Optional.of("Logitech C920")),
          new CameraChoice.WebcamCapture(Optional.empty())
        }) {
      assertEquals(choice, CameraChoice.parse(choice.toString()));
    }
    Demand demand =
        new Demand(600, 25, Map.of(Demand.Control.FOCUS, -3, Demand.Control.POWER_LINE_HZ, 50));
    assertEquals(demand, Demand.parse(demand.toString()));
    assertEquals(Demand.USUAL, Demand.parse(Demand.USUAL.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kamera",
        "opencv:x",
        "opencv:-1",
        "replay",
        "replay:a?speed=3",
        "http:///video",
        "http:",
        "replay:a?fault=freeze",
        "replay:a?fault=fire@1s+2s",
        "replay:a?fault=freeze@1s+2s/0s"
      })
  void refusesTheRest(String text) {
    assertThrows(IllegalArgumentException.class, () -> CameraChoice.parse(text));
  }
}
