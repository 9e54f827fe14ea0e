package org.huizhi.face;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * What stands out of the picture, with a fine edge: U²-Netp (320×320). Hair and ears are followed
 * well, but a second object may stay and a part of the person may fade: never use it alone. One
 * thread at a time.
 */
public final class FineMask implements AutoCloseable {
  private static final int SIDE_PX = 320;

  /** Mean and deviation of ImageNet in BGR order, as the net was trained with. */
  private static final Scalar MEAN = new Scalar(0.406, 0.456, 0.485);

  private static final Scalar DEVIATION = new Scalar(0.225, 0.224, 0.229);

  private final Net net;
  private final String output;

  private FineMask(Net net) {
    this.net = net;
    List<String> outputs = net.getUnconnectedOutLayersNames();
    this.output = outputs.getFirst();
  }

  /** Loads the net from the jar. */
  public static FineMask open() {
    OpenCv.load();
    return new FineMask(Dnn.readNetFromONNX(new MatOfByte(Models.read(Models.U2NETP))));
  }

  /**
   * The mask of one picture.
   *
   * @param bgr CV_8UC3, any size; kept as it is. The person should fill most of it
   * @return CV_32FC1 of the same size, 0 to 1, stretched so that both ends occur; the caller
   *     releases
   */
  public Mat of(Mat bgr) {
    Mat picture = new Mat();
    Imgproc.resize(bgr, picture, new Size(SIDE_PX, SIDE_PX), 0, 0, Imgproc.INTER_AREA);
    picture.convertTo(picture, CvType.CV_32FC3, 1 / 255.0);
    double brightest = Math.max(Core.minMaxLoc(picture.reshape(1)).maxVal, 1e-6);
    Core.multiply(picture, Scalar.all(1 / brightest), picture);
    Core.subtract(picture, MEAN, picture);
    Core.divide(picture, DEVIATION, picture);
    Mat blob = Dnn.blobFromImage(picture, 1, new Size(), new Scalar(0), true, false);
    net.setInput(blob);
    Mat answer = net.forward(output);
    Mat square = answer.reshape(1, SIDE_PX);
    Core.MinMaxLocResult ends = Core.minMaxLoc(square);
    double stretch = 1 / Math.max(ends.maxVal - ends.minVal, 1e-6);
    square.convertTo(square, CvType.CV_32F, stretch, -ends.minVal * stretch);
    Mat mask = new Mat();
    Imgproc.resize(square, mask, bgr.size(), 0, 0, Imgproc.INTER_CUBIC);
    Core.min(mask, new Scalar(1), mask);
    Core.max(mask, new Scalar(0), mask);
    picture.release();
    blob.release();
    answer.release();
    return mask;
  }

  /** Gives nothing back: the net's memory goes with the object. */
  @Override
  public void close() {}
}
