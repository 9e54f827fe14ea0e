package org.huizhi.check;

import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The checks of the skin's light and of the picture's signal, on both sides of their limits. */
class SkinAndSignalTest extends CheckCase {
  @Test
  void aShiningForehead() {
    Hotspot check = new Hotspot(0.04);
    met(check, dimmed());
    missed(
        Advice.LESS_LIGHT,
        check,
        dimmed().painted(bgr -> blot(bgr, 151, 0.9, 0.5, new Scalar(255, 255, 255))));
  }

  private static Shots dimmed() {
    return Shots.calm().painted(bgr -> Core.multiply(bgr, new Scalar(0.7, 0.7, 0.7), bgr));
  }

  @Test
  void skinUnderColouredLight() {
    SkinTone check = new SkinTone(0, 100, 5, 30, 3, 38);
    met(check, Shots.calm());
    missed(
        Advice.EVEN_LIGHT,
        check,
        Shots.calm().painted(bgr -> Core.multiply(bgr, new Scalar(1.4, 1, 0.8), bgr)));
    missed(
        Advice.EVEN_LIGHT,
        check,
        Shots.calm().painted(bgr -> Core.multiply(bgr, new Scalar(0.7, 0.6, 1.3), bgr)));
  }

  @Test
  void skinOutsideAProvincesWindow() {
    met(new SkinTone(50, 90, 5, 30, 3, 38), Shots.calm());
    missed(Advice.LESS_LIGHT, new SkinTone(0, 40, 5, 30, 3, 38), Shots.calm());
    missed(Advice.MORE_LIGHT, new SkinTone(95, 100, 5, 30, 3, 38), Shots.calm());
  }

  @Test
  void aWashedOutFace() {
    LowContrast check = new LowContrast(0.12);
    met(check, Shots.calm());
    missed(
        Advice.EVEN_LIGHT, check, Shots.calm().painted(bgr -> bgr.convertTo(bgr, -1, 0.12, 150)));
  }

  @Test
  void grainOfASensor() {
    Noise check = new Noise(0.012);
    met(check, Shots.calm());
    missed(
        Advice.MORE_LIGHT,
        check,
        Shots.calm()
            .painted(
                bgr -> {
                  Mat grain = new Mat(bgr.size(), CvType.CV_16SC3);
                  Core.setRNGSeed(7);
                  Core.randn(grain, 0, 40);
                  Core.add(bgr, grain, bgr, new Mat(), CvType.CV_8U);
                  grain.release();
                }));
  }

  @Test
  void blocksOfCompression() {
    Compression check = new Compression(1.8);
    met(check, Shots.calm());
    missed(
        Advice.ASK_STAFF,
        check,
        Shots.calm()
            .painted(
                bgr -> {
                  Mat small = new Mat();
                  Size eighth = new Size(Math.ceil(bgr.cols() / 8.0), Math.ceil(bgr.rows() / 8.0));
                  Imgproc.resize(bgr, small, eighth, 0, 0, Imgproc.INTER_AREA);
                  Mat blocks = new Mat();
                  Size whole = new Size(8 * small.cols(), 8 * small.rows());
                  Imgproc.resize(small, blocks, whole, 0, 0, Imgproc.INTER_NEAREST);
                  blocks.submat(0, bgr.rows(), 0, bgr.cols()).copyTo(bgr);
                  small.release();
                  blocks.release();
                }));
  }

  @Test
  void skinSmoothedByAFilter() {
    Retouched check = new Retouched(0.03);
    met(check, Shots.calm());
    missed(
        Advice.ASK_STAFF,
        check,
        Shots.calm()
            .painted(bgr -> blot(bgr, 205, 1.0, 1.2, colour(205)))
            .painted(bgr -> blot(bgr, 425, 1.0, 1.2, colour(425)))
            .painted(bgr -> blot(bgr, 9, 1.4, 1.2, colour(9))));
  }

  @Test
  void theRasterOfAScreen() {
    ScreenOrPrint check = new ScreenOrPrint(1.7);
    met(check, Shots.calm());
    double step = Shots.calm().landmarks().pupilDistance() / FacePatch.PUPILS;
    missed(
        Advice.ASK_STAFF,
        check,
        Shots.calm()
            .painted(
                bgr -> {
                  for (int y = 0; y < bgr.rows(); y++) {
                    for (int x = 0; x < bgr.cols(); x++) {
                      double wave = Math.sin(2 * Math.PI * (0.3 * x + 0.2 * y) / step);
                      double[] pixel = bgr.get(y, x);
                      for (int i = 0; i < 3; i++) {
                        pixel[i] = Math.clamp(pixel[i] + 10 * wave, 0, 255);
                      }
                      bgr.put(y, x, pixel);
                    }
                  }
                }));
  }
}
