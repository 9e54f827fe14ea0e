package org.huizhi.face;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * Where the person is, roughly: MediaPipe's selfie segmentation (256×256). It never loses a part of
 * the person, but its edge wavers and hair comes out round. One thread at a time.
 */
public final class PersonMask implements AutoCloseable {
  private static final int SIDE_PX = 256;

  private final Net net;

  private PersonMask(Net net) {
    this.net = net;
  }

  /** Loads the net from the jar. */
  public static PersonMask open() {
    OpenCv.load();
    return new PersonMask(Dnn.readNetFromTFLite(new MatOfByte(Models.read(Models.SELFIE))));
  }

  /**
   * The mask of one picture.
   *
   * @param bgr CV_8UC3, any size; kept as it is
   * @return CV_32FC1 of the same size, 0 behind the person to 1 on the person; the caller releases
   */
  public Mat of(Mat bgr) {
    Mat small = new Mat();
    Imgproc.resize(bgr, small, new Size(SIDE_PX, SIDE_PX), 0, 0, Imgproc.INTER_AREA);
    Mat blob = Dnn.blobFromImage(small, 1 / 255.0, new Size(), new Scalar(0), true, false);
    net.setInput(blob);
    Mat answer = net.forward();
    Mat square = answer.reshape(1, SIDE_PX);
    Mat mask = new Mat();
    Imgproc.resize(square, mask, bgr.size(), 0, 0, Imgproc.INTER_LINEAR);
    Core.min(mask, new Scalar(1), mask);
    Core.max(mask, new Scalar(0), mask);
    small.release();
    blob.release();
    answer.release();
    return mask;
  }

  /** Gives nothing back: the net's memory goes with the object. */
  @Override
  public void close() {}
}
