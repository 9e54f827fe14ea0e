package org.huizhi.photo;

import org.huizhi.face.HeadMeasure;
import org.huizhi.face.Landmarks;
import org.huizhi.face.PersonParts;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The person without what was behind: the shot at full size with alpha, and the person's own
 * colours where hair and wall were mixed. Native memory: close it.
 */
final class Cutout implements AutoCloseable {
  /** Pupils this far apart are a usual portrait: lengths in pixels are meant for it. */
  private static final double USUAL_PUPILS_PX = 190;

  /** Larger heads are worked on at this size: a photo never shows more. */
  private static final double MOST_UNIT = 1.5;

  /** Alpha below is camera noise. */
  private static final float NOISE_FLOOR = 0.05f;

  /** Alpha above is solid where the outline is a line: skin, cloth, smooth hair. */
  private static final float SOLID = 0.94f;

  /**
   * In loose hair alpha is right as it is, and stretching it would keep the wall between strands.
   */
  private static final float SOLID_IN_HAIR = 1;

  /** How much of the pixels so near is mixed along a line, at the most, and how much in hair. */
  private static final double NEAR_PX = 8;

  private static final float MIXED_AT_LINES = 0.25f;
  private static final float MIXED_IN_HAIR = 0.5f;

  /** A person that fills more of the shot than this is masked in the whole shot. */
  private static final double MOST_PART = 0.6;

  private static final double AIR = 0.12;

  /** The head with hair to the chin is outlined once more, in a square of pupil distances. */
  private static final double HEAD = 4.3;

  /** Which share of that square stands over the eyes. */
  private static final double OVER_EYES = 0.52;

  /** Towards the middle of the head's own outline the change to it takes this share of its side. */
  private static final double RAMP = 0.125;

  private final Mat bgra;
  private final Mat alpha;

  private final double doubt;

  private Cutout(Mat bgra, Mat alpha, double doubt) {
    this.bgra = bgra;
    this.alpha = alpha;
    this.doubt = doubt;
  }

  /**
   * Cuts the person out.
   *
   * @param bgr the shot, CV_8UC3; borrowed
   * @param coarse the person mask, CV_32FC1 of the shot's size; borrowed
   * @param face the points of its face
   */
  static Cutout of(Mat bgr, Mat coarse, PersonParts parts, Landmarks face) {
    double unit = face.pupilDistance() / USUAL_PUPILS_PX;
    double scale = Math.min(1, MOST_UNIT / unit);
    Size size = new Size(Math.round(bgr.cols() * scale), Math.round(bgr.rows() * scale));
    Mat work = new Mat();
    Mat workCoarse = new Mat();
    Imgproc.resize(bgr, work, size, 0, 0, Imgproc.INTER_AREA);
    Imgproc.resize(coarse, workCoarse, size, 0, 0, Imgproc.INTER_LINEAR);
    Mat workFine = outline(work, part(workCoarse), parts);
    // One net steadies the other: what both take for the person is.
    Core.addWeighted(workCoarse, 0.5, workFine, 0.5, 0, workCoarse);
    Point eyes = new Point(scale * face.eyeMiddle().x, scale * face.eyeMiddle().y);
    double side = HEAD * scale * face.pupilDistance();
    outlineHead(work, PersonParts.square(work, eyes, side, OVER_EYES), parts, workFine);
    double workUnit = unit * scale;
    Edge edge = Edge.of(work, workCoarse, workFine, workUnit);
    float[] colours = Planes.floats(work);
    settle(edge.alpha(), edge.map(), workUnit);
    float[] pure = PureColours.of(colours, edge.alpha(), work.cols(), work.rows());
    Mat alpha = Planes.mat(edge.alpha(), work.cols(), work.rows());
    Mat person = Planes.mat(pure, work.cols(), work.rows());
    Grain.calm(alpha, person);
    work.release();
    workCoarse.release();
    workFine.release();
    return join(bgr, alpha, person, unit, edge.map().doubt);
  }

  /** The outline in the part of the shot where the person is; 0 elsewhere. */
  private static Mat outline(Mat work, Rect part, PersonParts parts) {
    Mat whole = Mat.zeros(work.size(), CvType.CV_32FC1);
    Mat cut = work.submat(part);
    Mat mask = parts.person(cut);
    mask.copyTo(whole.submat(part));
    cut.release();
    mask.release();
    return whole;
  }

  /** Puts a finer outline of the head into that of the whole person. */
  private static void outlineHead(Mat work, Rect head, PersonParts parts, Mat outline) {
    Mat cut = work.submat(head);
    Mat mask = parts.person(cut);
    Mat place = outline.submat(head);
    float[] fine = Planes.floats(mask);
    float[] whole = Planes.floats(place);
    double ramp = RAMP * Math.max(head.width, head.height);
    for (int y = 0, at = 0; y < head.height; y++) {
      double inside = Math.min(head.y == 0 ? ramp : y, head.height - 1 - y);
      for (int x = 0; x < head.width; x++, at++) {
        double left = head.x == 0 ? ramp : x;
        double right = head.x + head.width == work.cols() ? ramp : head.width - 1 - x;
        float share = (float) Math.clamp(Math.min(inside, Math.min(left, right)) / ramp, 0.0, 1.0);
        whole[at] += share * (fine[at] - whole[at]);
      }
    }
    place.put(0, 0, whole);
    cut.release();
    mask.release();
    place.release();
  }

  private static Rect part(Mat coarse) {
    Mat person = new Mat();
    Imgproc.threshold(coarse, person, 0.5, 255, Imgproc.THRESH_BINARY);
    person.convertTo(person, CvType.CV_8UC1);
    Rect box = Imgproc.boundingRect(person);
    person.release();
    Rect frame = new Rect(0, 0, coarse.cols(), coarse.rows());
    if (box.area() == 0 || box.area() > MOST_PART * frame.area()) {
      return frame;
    }
    int airX = (int) (AIR * box.width);
    int airY = (int) (AIR * box.height);
    int left = Math.max(0, box.x - airX);
    int top = Math.max(0, box.y - airY);
    int right = Math.min(frame.width, box.x + box.width + airX);
    int bottom = Math.min(frame.height, box.y + box.height + airY);
    return new Rect(left, top, right - left, bottom - top);
  }

  /** Takes away the noise floor, makes solid what nearly is, and drops what hangs in the air. */
  private static void settle(float[] alpha, Trimap map, double unit) {
    float[] mixed = mixed(alpha, map, unit);
    for (int i = 0; i < alpha.length; i++) {
      if (map.kind[i] == Trimap.UNKNOWN) {
        float hair = (mixed[i] - MIXED_AT_LINES) / (MIXED_IN_HAIR - MIXED_AT_LINES);
        float solid = SOLID + Math.clamp(hair, 0f, 1f) * (SOLID_IN_HAIR - SOLID);
        alpha[i] = Math.clamp((alpha[i] - NOISE_FLOOR) / (solid - NOISE_FLOOR), 0f, 1f);
      }
    }
    byte[] kept = new byte[alpha.length];
    Mat person = Planes.largestPart(alpha, map.width, map.height, 0.1);
    person.get(0, 0, kept);
    person.release();
    for (int i = 0; i < alpha.length; i++) {
      if (kept[i] == 0) {
        alpha[i] = 0;
      }
    }
  }

  /** How mixed the pixels around each are: 0 all person or background, 1 all half of both. */
  private static float[] mixed(float[] alpha, Trimap map, double unit) {
    float[] mixed = new float[alpha.length];
    for (int i = 0; i < alpha.length; i++) {
      mixed[i] = 4 * alpha[i] * (1 - alpha[i]);
    }
    int near = (int) Math.max(1, Math.round(NEAR_PX * unit));
    return Planes.mean(mixed, map.width, map.height, near);
  }

  /** Brings alpha and colours to the shot's size; solid pixels inside are the shot's own. */
  private static Cutout join(Mat bgr, Mat alpha, Mat pure, double unit, double doubt) {
    if (!alpha.size().equals(bgr.size())) {
      Imgproc.resize(alpha, alpha, bgr.size(), 0, 0, Imgproc.INTER_LINEAR);
      Imgproc.resize(pure, pure, bgr.size(), 0, 0, Imgproc.INTER_LINEAR);
    }
    pure.convertTo(pure, CvType.CV_8UC3);
    Mat solid = new Mat();
    Core.compare(alpha, new Scalar(1), solid, Core.CMP_GE);
    bgr.copyTo(pure, solid);
    Spill.clean(pure, bgr, alpha, unit);
    Mat share = new Mat();
    alpha.convertTo(share, CvType.CV_8UC1, 255);
    Mat bgra = new Mat();
    Core.merge(
        java.util.List.of(channel(pure, 0), channel(pure, 1), channel(pure, 2), share), bgra);
    pure.release();
    solid.release();
    share.release();
    return new Cutout(bgra, alpha, doubt);
  }

  private static Mat channel(Mat picture, int index) {
    Mat channel = new Mat();
    Core.extractChannel(picture, channel, index);
    return channel;
  }

  /** B, G, R and alpha of the shot's size, CV_8UC4; the cutout's own. */
  Mat bgra() {
    return bgra;
  }

  /** Alpha 0 to 1 of the shot's size, CV_32FC1; the cutout's own. */
  Mat alpha() {
    return alpha;
  }

  /** How unsure the outline is: 1 where the nets agree all along it, more the less they do. */
  double doubt() {
    return doubt;
  }

  /** At which edges of the shot the person is cut, within the rows that a photo may show. */
  CropSolver.ShotEdges edges(HeadMeasure head) {
    int last = (int) Math.min(alpha.rows(), head.chin().y + 0.35 * head.headHeight());
    int right = alpha.cols() - 1;
    return new CropSolver.ShotEdges(
        alpha.cols(),
        alpha.rows(),
        touches(new Rect(0, 0, 1, last)),
        head.topCut(),
        touches(new Rect(right, 0, 1, last)));
  }

  private boolean touches(Rect strip) {
    Mat part = alpha.submat(strip);
    double most = Core.minMaxLoc(part).maxVal;
    part.release();
    return most > 0.5;
  }

  @Override
  public void close() {
    // Blackened first: freed memory keeps its bytes.
    bgra.setTo(Scalar.all(0));
    alpha.setTo(Scalar.all(0));
    bgra.release();
    alpha.release();
  }
}
