package org.huizhi.photo;

import java.util.List;
import java.util.Optional;
import org.huizhi.check.Shot;
import org.huizhi.face.Face;
import org.huizhi.face.FaceBox;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Pose;
import org.huizhi.face.Sighting;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A drawn head and shoulders before a wall, with mask and points: what a photo can be made of while
 * nobody is there. Native memory: close it.
 */
final class Nobody implements AutoCloseable {
  private static final int WIDTH_PX = 1280;
  private static final int HEIGHT_PX = 720;
  private static final Point HEAD = new Point(640, 300);
  private static final Size HEAD_SIZE = new Size(125, 165);

  private final Mat bgr = new Mat(HEIGHT_PX, WIDTH_PX, CvType.CV_8UC3, new Scalar(210, 205, 200));
  private final Mat mask = Mat.zeros(HEIGHT_PX, WIDTH_PX, CvType.CV_32FC1);

  Nobody() {
    figure(bgr, new Scalar(90, 70, 60), new Scalar(120, 150, 190));
    figure(mask, Scalar.all(1), Scalar.all(1));
    Mat grain = new Mat(bgr.size(), CvType.CV_8UC3);
    Core.randn(grain, 8, 6); // without any, the colours along the outline are found too easily
    Core.add(bgr, grain, bgr);
    grain.release();
    Imgproc.GaussianBlur(bgr, bgr, new Size(5, 5), 0);
    Imgproc.GaussianBlur(mask, mask, new Size(9, 9), 0);
  }

  private static void figure(Mat on, Scalar clothes, Scalar skin) {
    Point shoulders = new Point(HEAD.x, HEIGHT_PX);
    Imgproc.ellipse(on, shoulders, new Size(300, 320), 0, 0, 360, clothes, Imgproc.FILLED);
    Imgproc.ellipse(on, HEAD, HEAD_SIZE, 0, 0, 360, skin, Imgproc.FILLED);
  }

  /** As a judged shot would be; it borrows what {@link #close} frees. */
  Shot shot() {
    float[] xyz = new float[Landmarks.COUNT * 3];
    place(xyz, Landmarks.RIGHT_PUPIL, -50, 0);
    place(xyz, Landmarks.LEFT_PUPIL, 50, 0);
    place(xyz, Landmarks.CHIN, 0, HEAD_SIZE.height);
    place(xyz, Landmarks.FOREHEAD_TOP, 0, -110);
    place(xyz, 13, 0, 90); // the upper lip
    place(xyz, 234, -110, 0); // the cheeks
    place(xyz, 454, 110, 0);
    FaceBox box =
        new FaceBox(
            1,
            HEAD.x - HEAD_SIZE.width,
            HEAD.y - HEAD_SIZE.height,
            2 * HEAD_SIZE.width,
            2 * HEAD_SIZE.height,
            new Point(HEAD.x - 50, HEAD.y),
            new Point(HEAD.x + 50, HEAD.y),
            HEAD,
            new Point(HEAD.x, HEAD.y + 90));
    Face face = new Face(box, new Landmarks(xyz, 1), new Pose(0, 0, 0));
    Sighting sighting = new Sighting(WIDTH_PX, HEIGHT_PX, List.of(box), Optional.of(face));
    return new Shot(bgr, sighting, Optional.of(mask));
  }

  private static void place(float[] xyz, int index, double right, double down) {
    xyz[3 * index] = (float) (HEAD.x + right);
    xyz[3 * index + 1] = (float) (HEAD.y + down);
  }

  @Override
  public void close() {
    bgr.release();
    mask.release();
  }
}
