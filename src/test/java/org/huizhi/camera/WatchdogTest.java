package org.huizhi.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.huizhi.Pictures;
import org.huizhi.camera.CameraTrouble.Kind;
import org.huizhi.camera.replay.Faults;
import org.huizhi.camera.replay.ReplayCamera;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** Faults of the recording, frame by frame on a clock of the test's own. */
class WatchdogTest {
  private static final long FRAME = Duration.ofMillis(40).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final Duration NOTICED = Duration.ofSeconds(2);
  private static final Duration OVER = Duration.ofSeconds(5);

  private final Mat picture = new Mat();
  private long now = 100 * SECOND;

  /** Each fault begins after 4 s and lasts 3. */
  @ParameterizedTest
  @CsvSource({
    "freeze,FROZEN",
    "black,BLACK",
    "dark,DARK",
    "noise,GARBLED",
    "torn,GARBLED",
    "wrong-size,WRONG_SIZE"
  })
  void noticesEachFaultAndItsEnd(String fault, Kind kind) throws Exception {
    Watchdog dog = new Watchdog(Optional.empty());
    long begin = now;
    long noticed = 0;
    long ended = 0;
    Faults faults = new Faults.Timed(fault + "@4s+3s", () -> now);
    try (Camera camera =
            new ReplayCamera(Pictures.file("franck.mp4"), 0, CameraChoice.Replay.FASTEST, faults);
        Glance.Eye eye = new Glance.Eye()) {
      for (; now < begin + 12 * SECOND; now += FRAME) {
        camera.read(picture);
        dog.see(eye.at(picture), now);
        Optional<Kind> said = dog.trouble(now).map(CameraTrouble::kind);
        if (noticed == 0 && said.isPresent()) {
          assertEquals(kind, said.get());
          noticed = now;
        }
        if (noticed != 0 && ended == 0 && said.isEmpty()) {
          ended = now;
        }
        assertTrue(ended == 0 || said.isEmpty(), "trouble came back");
      }
    }
    assertTrue(noticed >= begin + 4 * SECOND, "noticed before it began: " + noticed);
    assertTrue(noticed <= begin + 4 * SECOND + NOTICED.toNanos(), "noticed too late");
    assertTrue(ended >= begin + 7 * SECOND, "ended too early");
    assertTrue(ended <= begin + 7 * SECOND + OVER.toNanos(), "ended too late");
  }

  @Test
  void noticesThatPicturesComeSeldomOrNotAtAll() {
    Watchdog dog = new Watchdog(Optional.empty());
    for (int i = 0; i < 100; i++, now += FRAME) {
      dog.see(frame(i), now);
      assertTrue(dog.trouble(now).isEmpty());
    }
    long slow = now;
    while (dog.trouble(now).isEmpty()) {
      now += SECOND / 3;
      dog.see(frame((int) (now % 1000)), now);
    }
    assertEquals(Kind.SLOW, kind(dog));
    assertTrue(now - slow <= NOTICED.toNanos(), "noticed too late");
    for (int i = 0; i < 20; i++) {
      now += SECOND / 6; // better, yet not so much that it would not be slow again at once
      dog.see(frame(i), now);
      assertEquals(Kind.SLOW, kind(dog));
    }
    now += NOTICED.toNanos();
    assertEquals(Kind.STALLED, kind(dog));
  }

  @Test
  void aProgramThatStoodStillBlamesNoCamera() {
    Watchdog dog = new Watchdog(Optional.empty());
    for (int i = 0; i < 100; i++, now += FRAME) {
      dog.see(frame(i), now);
    }
    now += 20 * SECOND;
    dog.stoodStill(now);
    assertTrue(dog.trouble(now).isEmpty());
    for (int i = 0; i < 60; i++, now += FRAME) {
      dog.see(frame(i), now);
      assertTrue(dog.trouble(now).isEmpty(), "picture " + i);
    }
    assertEquals(Kind.STALLED, dog.trouble(now + 2 * SECOND).orElseThrow().kind());
  }

  /** Changing to the largest size and back takes longer than a stalled camera is waited for. */
  @Test
  void excusesAStill() {
    Watchdog dog = new Watchdog(Optional.empty());
    dog.see(frame(1), now);
    dog.excuse(now + 4 * SECOND);
    assertTrue(dog.trouble(now + 3 * SECOND).isEmpty());
    assertEquals(Kind.STALLED, dog.trouble(now + 6 * SECOND).orElseThrow().kind());
  }

  @Test
  void onePictureOverAndOverIsNotFrozenWhenThereIsButOne() {
    Watchdog dog = new Watchdog(Optional.empty());
    dog.repeats(true);
    for (int i = 0; i < 100; i++, now += FRAME) {
      dog.see(frame(1), now);
      assertTrue(dog.trouble(now).isEmpty());
    }
  }

  /** A bar that belongs to the picture, and one bad frame now and then. */
  @Test
  void isNotAlarmedByABarOrASingleBadFrame() {
    Watchdog dog = new Watchdog(Optional.empty());
    for (int i = 0; i < 200; i++, now += FRAME) {
      boolean bad = i % 10 == 0;
      dog.see(new Glance(640, 480, i, bad ? 2 : 90, bad ? 80 : 8, bad ? 200 : 400, false), now);
      assertTrue(dog.trouble(now).isEmpty(), "at frame " + i);
    }
  }

  /** A JPEG of which only half arrives: its decoder repeats the last row. */
  @Test
  void noticesPicturesThatArriveHalf() throws Exception {
    byte[] whole = Files.readAllBytes(Pictures.file("audrey.jpg"));
    Mat half = Imgcodecs.imdecode(new MatOfByte(Arrays.copyOf(whole, whole.length / 2)), 1);
    Watchdog dog = new Watchdog(Optional.empty());
    try (Glance.Eye eye = new Glance.Eye()) {
      for (int i = 0; i < 30; i++, now += FRAME) {
        Core.add(half, Scalar.all(i % 2), half); // alive where it is whole
        dog.see(eye.at(half), now);
      }
    }
    assertEquals(Kind.GARBLED, kind(dog));
  }

  @Test
  void smallerPicturesThanLastTimeAreWrong() {
    Watchdog dog = new Watchdog(Optional.of(new Glance(1280, 720, 0, 0, 0, -1, false)));
    dog.see(new Glance(320, 180, 1, 90, 8, -1, false), now);
    assertEquals(Kind.WRONG_SIZE, kind(dog));
  }

  @Test
  void oneLargerPictureAmongMany() {
    Watchdog dog = new Watchdog(Optional.empty());
    for (int i = 0; i < 30; i++, now += FRAME) {
      int width = i == 10 ? 1280 : 640;
      dog.see(new Glance(width, 480, i, 90, 8, -1, false), now);
    }
    assertEquals(Optional.empty(), dog.trouble(now));
    assertEquals(640, dog.usual().orElseThrow().widthPx());
    for (int i = 0; i < 30; i++, now += FRAME) {
      dog.see(new Glance(1280, 720, i, 90, 8, -1, false), now);
    }
    assertEquals(1280, dog.usual().orElseThrow().widthPx());
  }

  private Kind kind(Watchdog dog) {
    return dog.trouble(now).orElseThrow().kind();
  }

  private static Glance frame(int print) {
    return new Glance(640, 480, print, 90, 8, -1, false);
  }
}
