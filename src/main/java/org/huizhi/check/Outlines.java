package org.huizhi.check;

import java.util.Optional;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Parts;
import org.opencv.core.Mat;

/** What tells a person from the background, and the person's parts from each other. */
@FunctionalInterface
public interface Outlines {
  /**
   * Where the person is.
   *
   * @param bgr CV_8UC3; borrowed
   * @return CV_32FC1 of its size, 0 to 1, which the caller releases; empty when none can be made
   */
  Optional<Mat> person(Mat bgr);

  /**
   * What stands where around a face; this one does not know.
   *
   * @param bgr CV_8UC3; borrowed
   */
  default Optional<Parts> parts(Mat bgr, Landmarks face) {
    return Optional.empty();
  }
}
