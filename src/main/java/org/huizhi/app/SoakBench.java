package org.huizhi.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraLoop;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.huizhi.camera.Frame;
import org.huizhi.camera.LatestFrame;
import org.huizhi.camera.Lens;
import org.huizhi.camera.Upright;
import org.huizhi.camera.replay.Faults;
import org.huizhi.check.Judge;
import org.huizhi.check.JudgeLoop;
import org.huizhi.check.KeptShot;
import org.huizhi.check.NetOutlines;
import org.huizhi.face.FaceReader;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;

/**
 * Weeks in hours: the camera's loop, its watchdog, lens correction and judge on pictures as fast as
 * they go through, with a fault now and then, and what the process holds before and after.
 */
final class SoakBench {
  private static final int FPS = 30;

  /** Until every native pool has the size that it keeps. */
  private static final Duration WARM_UP = Duration.ofMinutes(3);

  private static final int LOOKS = 12;
  private static final Duration VISIT = Duration.ofSeconds(20);

  private static final String FAULTS =
      "unplug@20s+1s/97s,freeze@45s+2s/113s,stall@70s+2s/131s,torn@90s+2s/149s";
  private static final Lens LENS = new Lens(640, 360, 500, 500, 320, 180, -0.2, 0.05, 0, 0, 0);

  private final Demand demand;
  private final Spec document;

  SoakBench(Demand demand, Spec document) {
    this.demand = demand;
    this.document = document;
  }

  /** Pictures as fast as they are read, with faults. */
  static CameraChoice brokenNowAndThen(Path pictures) {
    return new CameraChoice.Replay(pictures, 0, CameraChoice.Replay.FASTEST, Faults.parse(FAULTS));
  }

  void frames(CameraChoice choice, Duration span) throws InterruptedException {
    LatestFrame frames = new LatestFrame();
    Mat seen = new Mat();
    try (FaceReader reader = FaceReader.open(Home.cache());
        NetOutlines outlines = NetOutlines.open(Home.cache());
        JudgeLoop judging = new JudgeLoop(frames, reader, outlines, System::nanoTime);
        CameraLoop camera =
            new CameraLoop(
                choice, demand, new Upright(0, Optional.of(LENS)), frames, state -> {})) {
      judging.start();
      camera.start();
      visits(judging, frames, seen, WARM_UP);
      List<Memory> looks = new ArrayList<>(List.of(Memory.atRest()));
      long first = frames.peek().number();
      long start = System.nanoTime();
      for (int i = 1; i <= LOOKS; i++) {
        visits(judging, frames, seen, span.dividedBy(LOOKS));
        long count = frames.peek().number() - first;
        looks.add(Memory.atRest());
        System.out.printf(
            Locale.ROOT,
            "%d pictures in %.1f min, as many as in %.2f h at %d a second%n  %s%n",
            count,
            (System.nanoTime() - start) / 60e9,
            count / 3600.0 / FPS,
            FPS,
            looks.getFirst().to(looks.getLast()));
      }
      System.out.printf("growth by all %d looks: %s%n", looks.size(), Memory.trend(looks));
    } finally {
      seen.release();
    }
  }

  /** One person after the other: guided, taken, forgotten. */
  private void visits(JudgeLoop judging, LatestFrame frames, Mat seen, Duration span)
      throws InterruptedException {
    Judge judge = new Judge(document);
    long end = System.nanoTime() + span.toNanos();
    for (long left = span.toNanos(); left > 0; left = end - System.nanoTime()) {
      judging.guide(judge, () -> {});
      watch(frames, seen, Duration.ofNanos(Math.min(left, VISIT.toNanos())));
      judging.burst(Duration.ZERO).ifPresent(KeptShot::close);
      judging.rest();
    }
  }

  private static void watch(LatestFrame frames, Mat seen, Duration span)
      throws InterruptedException {
    long end = System.nanoTime() + span.toNanos();
    Frame newest = Frame.NONE;
    while (System.nanoTime() < end) {
      newest = frames.await(newest, seen, Duration.ofSeconds(1));
    }
  }

  void openings(CameraChoice choice, int rounds) throws CameraTrouble {
    Mat picture = new Mat();
    open(choice, picture, Math.max(20, rounds / 10));
    Memory before = Memory.now();
    open(choice, picture, rounds);
    System.out.printf("%d times opened and closed%n  %s%n", rounds, before.to(Memory.now()));
    picture.release();
  }

  private void open(CameraChoice choice, Mat picture, int rounds) throws CameraTrouble {
    for (int i = 0; i < rounds; i++) {
      try (Camera camera = choice.open(demand)) {
        camera.read(picture);
      }
    }
  }
}
