package org.huizhi.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.huizhi.Pictures;
import org.huizhi.face.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

class CameraLoopTest {
  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void givesTheNewestFrame() throws Exception {
    LatestFrame latest = new LatestFrame();
    Mat picture = new Mat();
    CameraChoice clip = new CameraChoice.Replay(Pictures.file("franck.mp4"), 0, true);
    try (CameraLoop loop =
        new CameraLoop(clip, Demand.USUAL, new Upright(0, Optional.empty()), latest, state -> {})) {
      loop.start();
      Frame first = latest.await(Frame.NONE, picture, Duration.ofSeconds(20));
      Frame second = latest.await(first, picture, Duration.ofSeconds(20));
      assertTrue(second.number() > first.number() && first.number() > 0);
      assertEquals(360, picture.cols());
    }
  }

  /** The camera is not there, then it is: the loop finds it without being asked. */
  @Test
  void opensAgainAfterTheCameraComesBack(@TempDir Path folder) throws Exception {
    BlockingQueue<CameraState> states = new LinkedBlockingQueue<>();
    Path picture = folder.resolve("picture.jpg");
    CameraChoice choice = new CameraChoice.Replay(picture, 0, true);
    try (CameraLoop loop =
        new CameraLoop(
            choice,
            Demand.USUAL,
            new Upright(0, Optional.empty()),
            new LatestFrame(),
            states::add)) {
      loop.start();
      assertInstanceOf(CameraState.Opening.class, next(states));
      assertInstanceOf(CameraState.Lost.class, next(states));
      Files.copy(Pictures.file("audrey.jpg"), picture);
      assertInstanceOf(CameraState.Opening.class, next(states));
      assertEquals(new CameraState.Running("replay of picture.jpg", true), next(states));
      Files.delete(picture);
      assertInstanceOf(CameraState.Lost.class, next(states));
    }
  }

  private static CameraState next(BlockingQueue<CameraState> states) throws InterruptedException {
    CameraState state = states.poll(20, TimeUnit.SECONDS);
    assertNotNull(state, "the loop tells nothing");
    return state;
  }
}
