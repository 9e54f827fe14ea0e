package org.huizhi.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** In a process of its own, for it must come before OpenCV's classes. */
class LateDeletionTest {
  private static final int PICTURES = 200;

  @Test
  void nothingIsDeletedWhileACallMayUseIt() throws Exception {
    Process trial =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Trial.class.getName())
            .inheritIO()
            .start();
    assertEquals(true, trial.waitFor(60, TimeUnit.SECONDS), "it does not end");
    assertEquals(0, trial.exitValue());
  }

  static final class Trial {
    private Trial() {}

    public static void main(String[] args) {
      LateDeletion.install();
      OpenCv.load();
      forget();
      while (LateDeletion.waiting() < PICTURES) {
        System.gc();
        Thread.onSpinWait();
      }
      try {
        LateDeletion.install();
        System.exit(1);
      } catch (IllegalStateException tooLate) {
        System.exit(0);
      }
    }

    private static void forget() {
      for (int i = 0; i < PICTURES; i++) {
        Mat picture = new Mat(10, 10, CvType.CV_8UC1);
        picture.release();
      }
    }
  }
}
