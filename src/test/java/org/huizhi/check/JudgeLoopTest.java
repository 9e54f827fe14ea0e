package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.huizhi.camera.LatestFrame;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Parts;
import org.huizhi.face.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Steps the loop by hand, with a clock by hand. */
class JudgeLoopTest {
  private final LatestFrame frames = new LatestFrame();
  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger held = new AtomicInteger();
  private final Drawn outlines = new Drawn();
  private final JudgeLoop loop = new JudgeLoop(frames, Shots.reader(), outlines, clock::get);

  /** A drawn outline, and the parts as the net sees them. */
  private static final class Drawn implements Outlines {
    private int asked;

    @Override
    public Optional<Mat> person(Mat picture) {
      return everywhere(picture);
    }

    @Override
    public Optional<Parts> parts(Mat picture, Landmarks face) {
      asked++;
      return Optional.of(Shots.parts().around(picture, face));
    }
  }

  /** A person who fills the lower half. */
  private static Optional<Mat> everywhere(Mat picture) {
    Mat mask = Mat.zeros(picture.size(), CvType.CV_32FC1);
    Mat lower = mask.rowRange(picture.rows() / 2, picture.rows());
    lower.setTo(new Scalar(1));
    lower.release();
    return Optional.of(mask);
  }

  private final Judge judge = new Judge(Shots.exitEntryRules());
  private final Mat calm = new Mat();

  @BeforeEach
  void picture() {
    Mat small = Pictures.read("audrey.jpg");
    Imgproc.resize(small, calm, new Size(), 2, 2, Imgproc.INTER_CUBIC);
    small.release();
    // Room around the head, as before a kiosk.
    Core.copyMakeBorder(calm, calm, 100, 0, 200, 200, Core.BORDER_REPLICATE);
  }

  @AfterEach
  void forget() {
    loop.rest();
    calm.release();
  }

  private void frame(Mat picture) throws InterruptedException {
    frames.put(picture);
    clock.addAndGet(40_000_000);
    loop.step();
  }

  @Test
  void itAnnouncesTheHeldMomentOnceAndKeepsThePictureThatItJudged() throws InterruptedException {
    loop.guide(judge, held::incrementAndGet);
    for (int i = 0; i < 15; i++) {
      frame(calm);
    }
    assertEquals(0, held.get());
    assertTrue(loop.newest().orElseThrow().held() > 0.4);
    for (int i = 0; i < 20; i++) {
      frame(calm);
    }
    assertEquals(1, held.get());
    try (KeptShot shot = loop.burst(Duration.ZERO).orElseThrow()) {
      assertEquals(Verdict.Decision.PASS, shot.verdict().decision());
      Mat difference = new Mat();
      Core.absdiff(calm, shot.bgr(), difference);
      assertEquals(0, Core.sumElems(difference).val[0]);
      difference.release();
    }
  }

  @Test
  void theBurstTakesTheFrameThatPassesAmongDarkOnes() throws InterruptedException {
    Mat dark = new Mat();
    calm.convertTo(dark, -1, 0.2, 0);
    loop.guide(judge, held::incrementAndGet);
    frame(dark);
    frame(calm);
    frame(dark);
    long bright = 2;
    try (KeptShot shot = loop.burst(Duration.ZERO).orElseThrow()) {
      assertEquals(bright, shot.frame().number());
    }
    dark.release();
  }

  @Test
  void partsAreLookedForNowAndThenAndInTheShot() throws InterruptedException {
    loop.guide(judge, held::incrementAndGet);
    for (int i = 0; i < 37; i++) {
      frame(calm);
    }
    assertEquals(1, outlines.asked, "within a second and a half");
    frame(calm);
    frame(calm);
    assertEquals(2, outlines.asked);
    Mat moved = new Mat();
    Core.copyMakeBorder(calm, moved, 0, 0, 120, 0, Core.BORDER_REPLICATE);
    Mat aside = moved.colRange(0, calm.cols());
    for (int i = 0; i < 14; i++) {
      frame(aside);
    }
    assertEquals(3, outlines.asked, "after half a second, for the head moved");
    loop.burst(Duration.ZERO).orElseThrow().close();
    assertEquals(4, outlines.asked);
    aside.release();
    moved.release();
  }

  @Test
  void afterForgettingNothingIsKept() throws InterruptedException {
    loop.guide(judge, held::incrementAndGet);
    frame(calm);
    loop.rest();
    assertTrue(loop.newest().isEmpty());
    assertTrue(loop.burst(Duration.ofSeconds(5)).isEmpty());
  }

  /** Memory that is short for a moment, say: without this thread nobody would be guided again. */
  @Test
  void theThreadOutlivesAnErrorOfTheMachine() throws InterruptedException {
    CountDownLatch failed = new CountDownLatch(1);
    CountDownLatch judged = new CountDownLatch(1);
    LongSupplier failsFirst =
        () -> {
          if (failed.getCount() > 0) {
            failed.countDown();
            throw new StackOverflowError("the first time");
          }
          judged.countDown();
          return clock.get();
        };
    try (JudgeLoop threaded = new JudgeLoop(frames, Shots.reader(), outlines, failsFirst)) {
      threaded.start();
      threaded.guide(judge, held::incrementAndGet);
      frames.put(calm);
      assertTrue(failed.await(30, TimeUnit.SECONDS));
      frames.put(calm);
      assertTrue(judged.await(30, TimeUnit.SECONDS), "the judge has gone");
    }
  }

  /** Applicants see a live view that never advises: it must be known until one is advised again. */
  @Test
  @Timeout(60)
  void itIsKnownThatItFailsAgainAndAgainUntilItJudges() throws InterruptedException {
    CountDownLatch fourth = new CountDownLatch(4);
    AtomicBoolean broken = new AtomicBoolean(true);
    LongSupplier breaks =
        () -> {
          fourth.countDown();
          if (broken.get()) {
            throw new IllegalStateException("a mistake of ours");
          }
          return clock.get();
        };
    try (JudgeLoop threaded = new JudgeLoop(frames, Shots.reader(), outlines, breaks)) {
      threaded.start();
      threaded.guide(judge, held::incrementAndGet);
      assertFalse(threaded.isFailing());
      while (!fourth.await(50, TimeUnit.MILLISECONDS)) {
        frames.put(calm);
      }
      assertTrue(threaded.isFailing());
      broken.set(false);
      while (threaded.newest().isEmpty()) {
        frames.put(calm);
        Thread.onSpinWait();
      }
      assertFalse(threaded.isFailing());
    }
  }

  @Test
  void aWallHoldsNothing() throws InterruptedException {
    Mat wall = new Mat(calm.size(), calm.type(), Scalar.all(180));
    loop.guide(judge, held::incrementAndGet);
    for (int i = 0; i < 40; i++) {
      frame(wall);
    }
    assertEquals(0, held.get());
    assertEquals(Optional.of(Advice.COME_INTO_VIEW), loop.newest().orElseThrow().calm().advice());
    assertFalse(loop.burst(Duration.ZERO).isEmpty());
    wall.release();
  }
}
