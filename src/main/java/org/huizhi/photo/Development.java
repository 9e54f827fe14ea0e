package org.huizhi.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizhi.face.HeadMeasure;
import org.huizhi.face.Models;
import org.huizhi.spec.Background;
import org.huizhi.spec.Picture;
import org.huizhi.spec.Rgb;
import org.huizhi.spec.Spec;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How a part of the shot becomes the photo, decided once: what stands behind the person, which
 * tone, which size. Developing does it; the operations tell it.
 *
 * @param behind the colour that is put behind the person; empty leaves the shot as it is, because
 *     the document wants it or because its background is right already
 */
record Development(
    Crop crop, Picture picture, Optional<Rgb> behind, Optional<ToneCorrection> tone) {
  /** A background this near to the wanted colour, in 8-bit levels, is right already. */
  private static final int RIGHT_ALREADY = 1;

  /** But for strands of hair that the cut-out does not see. */
  private static final double MOST_OTHER_SHARE = 0.005;

  /**
   * Raised whenever a cut-out of the same shot would come out otherwise, so that an older photo's
   * report is told from a forged photo.
   */
  private static final int CUT_OUT_EDITION = 6;

  private static final int AREA = Imgproc.INTER_AREA;
  private static final int CUBIC = Imgproc.INTER_CUBIC;

  static Development of(Mat bgr, Cutout cutout, HeadMeasure head, Crop crop, Spec spec) {
    return new Development(
        crop,
        spec.picture(),
        spec.background().colour().filter(rgb -> !isBehind(rgb, bgr, cutout.bgra(), crop)),
        spec.tone().flatMap(limits -> ToneCorrection.of(bgr, cutout.alpha(), head, limits)));
  }

  /** Whether what is not the person in the crop has this colour. */
  private static boolean isBehind(Rgb colour, Mat bgr, Mat bgra, Crop crop) {
    if (crop.leftPx() < 0
        || crop.topPx() < 0
        || crop.leftPx() + crop.widthPx() > bgr.cols()
        || crop.topPx() + crop.heightPx() > bgr.rows()) {
      return false;
    }
    byte[] shot = new byte[3 * bgr.cols()];
    byte[] person = new byte[4 * bgr.cols()];
    int others = 0;
    int all = 0;
    for (int y = crop.topPx(); y < crop.topPx() + crop.heightPx(); y++) {
      bgr.get(y, 0, shot);
      bgra.get(y, 0, person);
      for (int x = crop.leftPx(); x < crop.leftPx() + crop.widthPx(); x++) {
        if (person[4 * x + 3] == 0) {
          all++;
          others += isNear(shot, 3 * x, colour) ? 0 : 1;
        }
      }
    }
    return others <= MOST_OTHER_SHARE * all;
  }

  private static boolean isNear(byte[] bgr, int at, Rgb colour) {
    for (int c = 0; c < 3; c++) {
      if (Math.abs((bgr[at + c] & 0xFF) - channel(colour, c)) > RIGHT_ALREADY) {
        return false;
      }
    }
    return true;
  }

  /**
   * The photo.
   *
   * @param bgr the shot, CV_8UC3; borrowed
   * @param bgra the person cut out of it; borrowed
   * @return CV_8UC3 of the document's size; the caller releases
   */
  Mat develop(Mat bgr, Mat bgra) {
    byte[] pixels = new byte[3 * crop.widthPx() * crop.heightPx()];
    byte[] shot = new byte[3 * bgr.cols()];
    byte[] person = new byte[4 * bgr.cols()];
    for (int y = 0; y < crop.heightPx(); y++) {
      int shotY = Math.clamp(y + crop.topPx(), 0, bgr.rows() - 1);
      bgr.get(shotY, 0, shot);
      bgra.get(shotY, 0, person);
      boolean outside = shotY != y + crop.topPx();
      for (int x = 0; x < crop.widthPx(); x++) {
        int shotX = Math.clamp(x + crop.leftPx(), 0, bgr.cols() - 1);
        boolean nobody = outside || shotX != x + crop.leftPx();
        for (int c = 0; c < 3; c++) {
          pixels[3 * (y * crop.widthPx() + x) + c] =
              (byte) level(c, shot[3 * shotX + c], person, 4 * shotX, nobody);
        }
      }
    }
    Mat whole = new Mat(crop.heightPx(), crop.widthPx(), CvType.CV_8UC3);
    whole.put(0, 0, pixels);
    Mat photo = new Mat();
    Size size = new Size(picture.widthPx(), picture.heightPx());
    Imgproc.resize(whole, photo, size, 0, 0, crop.scale() <= 1 ? AREA : CUBIC);
    whole.release();
    return photo;
  }

  private int level(int channel, byte shot, byte[] person, int at, boolean nobody) {
    if (behind.isEmpty()) {
      return toned(channel, shot & 0xFF);
    }
    int alpha = nobody ? 0 : person[at + 3] & 0xFF;
    int own = toned(channel, person[at + channel] & 0xFF);
    return (own * alpha + channel(behind.get(), channel) * (255 - alpha) + 127) / 255;
  }

  private int toned(int channel, int level) {
    return tone.isPresent() ? tone.get().corrected(channel, level) : level;
  }

  private static int channel(Rgb colour, int channel) {
    return channel == 0 ? colour.blue() : channel == 1 ? colour.green() : colour.red();
  }

  /** All of it, so that whoever repeats it on the same shot gets the same bytes. */
  List<PixelOperation> operations() {
    List<PixelOperation> operations = new ArrayList<>();
    if (behind.isPresent()) {
      operations.add(
          PixelOperation.of(
              "cut-out",
              "edition",
              CUT_OUT_EDITION,
              "coarse-net-sha256",
              Models.hash(Models.SELFIE),
              "parts-net-sha256",
              Models.hash(Models.PARTS),
              "edge-colours",
              "estimated where alpha is between 0 and 1 and averaged there with their neighbours',"
                  + " the wall's tint taken off the rim"));
    }
    tone.ifPresent(correction -> operations.add(correction.operation()));
    behind.ifPresent(
        rgb -> operations.add(PixelOperation.of("background", "colour", Background.of(rgb))));
    operations.add(
        PixelOperation.of(
            "crop",
            "left-px",
            crop.leftPx(),
            "top-px",
            crop.topPx(),
            "width-px",
            crop.widthPx(),
            "height-px",
            crop.heightPx()));
    operations.add(
        PixelOperation.of(
            "scale",
            "width-px",
            picture.widthPx(),
            "height-px",
            picture.heightPx(),
            "method",
            crop.scale() <= 1 ? "area" : "cubic"));
    return operations;
  }
}
