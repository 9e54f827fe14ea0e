package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * The skin has the colours of skin: no strong cast of the light or the camera (OFIQ 11, FICV 11); a
 * provincial rule also wants a narrow window of lightness. Measures CIE a* of the cheeks, or L* or
 * b* where that is what breaks its limits.
 */
record SkinTone(
    double leastL, double mostL, double leastA, double mostA, double leastB, double mostB)
    implements Check {
  @Override
  public Finding look(Shot shot) {
    if (shot.isGray()) {
      return new Unseen("A picture without colour shows no skin colour.");
    }
    FacePatch patch = shot.patch();
    Area cheeks = patch.area(FaceOutline.RIGHT_CHEEK).or(patch.area(FaceOutline.LEFT_CHEEK));
    float[] lab = lab(cheeks.mean(patch::blue), cheeks.mean(patch::green), cheeks.mean(patch::red));
    boolean light = lab[0] >= leastL && lab[0] <= mostL;
    boolean red = lab[1] >= leastA && lab[1] <= mostA;
    boolean yellow = lab[2] >= leastB && lab[2] <= mostB;
    if (light && red && yellow) {
      return new Met(lab[1]);
    }
    Advice advice =
        light ? Advice.EVEN_LIGHT : lab[0] < leastL ? Advice.MORE_LIGHT : Advice.LESS_LIGHT;
    return new Missed(
        lab[light ? red ? 2 : 1 : 0], advice, FaceOutline.RIGHT_CHEEK.of(shot.landmarks()));
  }

  /** Of an sRGB colour, each channel 0 to 255. */
  private static float[] lab(double blue, double green, double red) {
    Mat colour = new Mat(1, 1, CvType.CV_32FC3);
    colour.put(0, 0, blue / 255, green / 255, red / 255);
    Imgproc.cvtColor(colour, colour, Imgproc.COLOR_BGR2Lab);
    float[] lab = new float[3];
    colour.get(0, 0, lab);
    colour.release();
    return lab;
  }

  @Override
  public String limit() {
    return String.join(
        ", ",
        "L* " + range(leastL, mostL),
        "a* " + range(leastA, mostA),
        "b* " + range(leastB, mostB));
  }

  private static String range(double least, double most) {
    return Limits.figure(least) + " … " + Limits.figure(most);
  }
}
