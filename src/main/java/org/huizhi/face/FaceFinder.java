package org.huizhi.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * MediaPipe's BlazeFace. The short range model is the quicker; the full range model also sees small
 * and tilted faces. The whole picture is fitted into the network's square, black around it.
 *
 * <p>One thread at a time; its native buffers live as long as it does.
 */
final class FaceFinder implements AutoCloseable {
  /** How much two boxes may overlap and still be two faces. */
  private static final double SAME_FACE_OVERLAP = 0.3;

  private final Net net;
  private final int size;
  private final List<String> outputs;
  private final float[] anchors;
  private final float[] scores;
  private final float[] places;
  private final Mat canvas;
  private final Mat scaled = new Mat();
  private final Mat blob;
  private final List<Mat> planes = new ArrayList<>();

  private FaceFinder(String model, int size, float[] anchors, List<String> outputs) {
    MatOfByte bytes = new MatOfByte(Models.read(model));
    this.net = Dnn.readNetFromTFLite(bytes);
    bytes.release();
    net.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
    this.size = size;
    this.anchors = anchors;
    this.outputs = outputs;
    this.scores = new float[anchors.length / 2];
    this.places = new float[anchors.length / 2 * 16];
    this.canvas = new Mat(size, size, CvType.CV_8UC3);
    this.blob = new Mat(new int[] {1, 3, size, size}, CvType.CV_32F);
    Mat rows = blob.reshape(1, 3 * size);
    for (int channel = 0; channel < 3; channel++) {
      planes.add(rows.rowRange(channel * size, (channel + 1) * size));
    }
    rows.release();
  }

  static FaceFinder shortRange() {
    int[][] grids = {{16, 2}, {8, 6}};
    return new FaceFinder(
        Models.FACE_SHORT_RANGE, 128, anchors(grids), List.of("classificators", "regressors"));
  }

  static FaceFinder fullRange() {
    int[][] grids = {{48, 1}};
    return new FaceFinder(
        Models.FACE_FULL_RANGE,
        192,
        anchors(grids),
        List.of("reshaped_classifier_face_4", "reshaped_regressor_face_4"));
  }

  /** Middles of the cells that the network speaks of: grids of cells, some with several voices. */
  private static float[] anchors(int[][] grids) {
    int count = 0;
    for (int[] grid : grids) {
      count += grid[0] * grid[0] * grid[1];
    }
    float[] anchors = new float[2 * count];
    int at = 0;
    for (int[] grid : grids) {
      for (int cell = 0; cell < grid[0] * grid[0]; cell++) {
        for (int voice = 0; voice < grid[1]; voice++) {
          anchors[at++] = (cell % grid[0] + 0.5f) / grid[0];
          anchors[at++] = (Math.floorDiv(cell, grid[0]) + 0.5f) / grid[0];
        }
      }
    }
    return anchors;
  }

  /**
   * The faces in a picture, the largest first.
   *
   * @param bgr CV_8UC3 of any size
   * @param share how much of the network's square the picture fills along its longer side, 0 to 1:
   *     less than 1 finds faces that nearly fill the picture
   * @param leastScore 0 to 1
   */
  List<FaceBox> find(Mat bgr, double share, double leastScore) {
    double scale = share * size / Math.max(bgr.cols(), bgr.rows());
    int width = Math.clamp(Math.round(bgr.cols() * scale), 1, size);
    int height = Math.clamp(Math.round(bgr.rows() * scale), 1, size);
    int left = (size - width) / 2;
    int top = (size - height) / 2;
    canvas.setTo(new Scalar(0, 0, 0));
    Mat inside = canvas.submat(new Rect(left, top, width, height));
    Imgproc.resize(bgr, inside, inside.size(), 0, 0, Imgproc.INTER_AREA);
    inside.release();
    canvas.convertTo(scaled, CvType.CV_32F, 1 / 127.5, -1);
    for (int channel = 0; channel < 3; channel++) {
      Core.extractChannel(scaled, planes.get(channel), 2 - channel);
    }
    net.setInput(blob);
    List<Mat> answers = new ArrayList<>(2);
    // OpenCV calls ArrayList's own methods on it and crashes the process with any other List.
    net.forward(answers, new ArrayList<>(outputs));
    read(answers.get(0), scores);
    read(answers.get(1), places);
    return merge(candidates(scale, left, top, leastScore));
  }

  private static void read(Mat answer, float[] into) {
    Mat flat = answer.reshape(1, 1);
    flat.get(0, 0, into);
    flat.release();
    answer.release();
  }

  private List<FaceBox> candidates(double scale, int left, int top, double leastScore) {
    List<FaceBox> found = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      double score = 1 / (1 + Math.exp(-Math.clamp(scores[i], -100f, 100f)));
      if (score < leastScore) {
        continue;
      }
      int at = 16 * i;
      double cellX = anchors[2 * i] * size - left;
      double cellY = anchors[2 * i + 1] * size - top;
      double width = places[at + 2] / scale;
      double height = places[at + 3] / scale;
      Point[] marks = new Point[4];
      for (int mark = 0; mark < marks.length; mark++) {
        marks[mark] =
            new Point(
                (places[at + 4 + 2 * mark] + cellX) / scale,
                (places[at + 5 + 2 * mark] + cellY) / scale);
      }
      found.add(
          new FaceBox(
              score,
              (places[at] + cellX) / scale - width / 2,
              (places[at + 1] + cellY) / scale - height / 2,
              width,
              height,
              marks[0],
              marks[1],
              marks[2],
              marks[3]));
    }
    return found;
  }

  /** One box for each face: the mean of those that overlap, weighed by their scores. */
  private static List<FaceBox> merge(List<FaceBox> candidates) {
    List<FaceBox> open = new ArrayList<>(candidates);
    open.sort(Comparator.comparingDouble(FaceBox::score).reversed());
    List<FaceBox> faces = new ArrayList<>();
    while (!open.isEmpty()) {
      FaceBox best = open.removeFirst();
      List<FaceBox> same = new ArrayList<>(List.of(best));
      for (FaceBox box : open) {
        if (box.overlap(best) > SAME_FACE_OVERLAP) {
          same.add(box);
        }
      }
      open.removeAll(same);
      faces.add(FaceBox.mean(same));
    }
    faces.sort(Comparator.comparingDouble(FaceBox::area).reversed());
    return faces;
  }

  @Override
  public void close() {
    planes.forEach(Mat::release);
    for (Mat mat : List.of(canvas, scaled, blob)) {
      mat.release();
    }
  }
}
