package org.huizhi.face;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * Hair, skin, clothes and what is worn: MediaPipe's multiclass selfie segmentation (256×256). It
 * takes seven times as long as {@link PersonMask}, its outline is as fine as its cells, and it
 * knows a hat from hair and a hand from a face. One thread at a time.
 */
public final class PersonParts implements AutoCloseable {
  private static final int SIDE_PX = 256;
  private static final Parts.Kind[] KINDS = Parts.Kind.values();
  private static final int CELLS = SIDE_PX * SIDE_PX;

  private static final String INPUT = "input_29";
  private static final String OUTPUT = "Identity";

  /** The net was trained with values from −1 to 1. */
  private static final double HALF = 127.5;

  /** Around a face it looks at a square of so many pupil distances, this share over the eyes. */
  private static final double REGION = 5.6;

  private static final double ABOVE = 0.43;

  /** A turned face's pupils stand nearer to each other, but it is as high as before. */
  private static final double HEIGHT_IN_PUPILS = 2.4;

  private final Net net;
  private final float[] scores = new float[KINDS.length * CELLS];

  private PersonParts(Net net) {
    this.net = net;
  }

  /**
   * Loads the net.
   *
   * @param cacheDir where the converted net is kept; made when missing
   * @throws ModelException when the packaged model is missing or altered
   */
  public static PersonParts open(Path cacheDir) {
    OpenCv.load();
    byte[] onnx = new ConvertedNets(cacheDir, Models.PARTS).part("whole", INPUT, List.of(OUTPUT));
    MatOfByte bytes = new MatOfByte(onnx);
    Net net = Dnn.readNetFromONNX(bytes);
    bytes.release();
    net.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
    return new PersonParts(net);
  }

  /**
   * How sure it is that a place shows a person, whichever part.
   *
   * @param bgr CV_8UC3, any size; kept as it is. The person should fill most of it
   * @return CV_32FC1 of the same size, 0 to 1; the caller releases
   */
  public Mat person(Mat bgr) {
    run(bgr);
    float[] person = new float[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      double all = 0;
      for (int kind = 0; kind < KINDS.length; kind++) {
        all += Math.exp(scores[kind * CELLS + cell] - scores[cell]);
      }
      person[cell] = (float) (1 - 1 / all);
    }
    Mat square = new Mat(SIDE_PX, SIDE_PX, CvType.CV_32FC1);
    square.put(0, 0, person);
    Mat mask = new Mat();
    Imgproc.resize(square, mask, bgr.size(), 0, 0, Imgproc.INTER_LINEAR);
    square.release();
    forget();
    return mask;
  }

  /**
   * What the places around a face show.
   *
   * @param bgr CV_8UC3, any size; kept as it is
   */
  public Parts around(Mat bgr, Landmarks face) {
    Rect region = region(bgr, face);
    Mat part = bgr.submat(region);
    run(part);
    part.release();
    Parts.Kind[] kinds = new Parts.Kind[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      int likeliest = 0;
      for (int kind = 1; kind < KINDS.length; kind++) {
        if (scores[kind * CELLS + cell] > scores[likeliest * CELLS + cell]) {
          likeliest = kind;
        }
      }
      kinds[cell] = KINDS[likeliest];
    }
    forget();
    return new Parts(kinds, SIDE_PX, region);
  }

  private static Rect region(Mat bgr, Landmarks face) {
    double pupils =
        Math.max(
            face.pupilDistance(),
            face.distance(Landmarks.FOREHEAD_TOP, Landmarks.CHIN) / HEIGHT_IN_PUPILS);
    return square(bgr, face.eyeMiddle(), REGION * pupils, ABOVE);
  }

  /**
   * What of a picture lies in a square around a pair of eyes; at least a pixel.
   *
   * @param side in its pixels
   * @param above which share of the square stands over the eyes, 0 to 1
   */
  public static Rect square(Mat picture, Point eyes, double side, double above) {
    int left = Math.clamp(Math.round(eyes.x - side / 2), 0, picture.cols() - 1);
    int top = Math.clamp(Math.round(eyes.y - above * side), 0, picture.rows() - 1);
    int right = Math.clamp(Math.round(eyes.x + side / 2), left + 1, picture.cols());
    int bottom = Math.clamp(Math.round(eyes.y + (1 - above) * side), top + 1, picture.rows());
    return new Rect(left, top, right - left, bottom - top);
  }

  private void run(Mat bgr) {
    Mat small = new Mat();
    Imgproc.resize(bgr, small, new Size(SIDE_PX, SIDE_PX), 0, 0, Imgproc.INTER_AREA);
    Mat blob = Dnn.blobFromImage(small, 1 / HALF, new Size(), Scalar.all(HALF), true, false);
    net.setInput(blob);
    Mat answer = net.forward();
    Mat flat = answer.reshape(1, 1);
    flat.get(0, 0, scores);
    for (Mat mat : List.of(small, blob, answer, flat)) {
      mat.release();
    }
  }

  private void forget() {
    Arrays.fill(scores, 0);
  }

  /** Gives nothing back: the net's memory goes with the object. */
  @Override
  public void close() {}
}
