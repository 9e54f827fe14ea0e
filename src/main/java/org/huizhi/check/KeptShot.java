package org.huizhi.check;

import java.util.Optional;
import org.huizhi.camera.Frame;
import org.huizhi.face.Sighting;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * A frame that was judged and kept, with the verdict on just this picture. It owns its picture:
 * whoever gets it closes it.
 */
public final class KeptShot implements AutoCloseable {
  private final Mat bgr;
  private final Frame frame;
  private final Sighting sighting;
  private final Verdict verdict;

  /** Takes the picture over. */
  public KeptShot(Mat bgr, Frame frame, Sighting sighting, Verdict verdict) {
    this.bgr = bgr;
    this.frame = frame;
    this.sighting = sighting;
    this.verdict = verdict;
  }

  /** CV_8UC3; stays this shot's. */
  public Mat bgr() {
    return bgr;
  }

  public Frame frame() {
    return frame;
  }

  public Sighting sighting() {
    return sighting;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** This picture with another verdict on it; it is the new one's now. */
  KeptShot with(Verdict whole) {
    return new KeptShot(bgr, frame, sighting, whole);
  }

  /** The shot as the checks look at it; it borrows this picture and the mask. */
  public Shot shot(Optional<Mat> personMask) {
    return new Shot(bgr, sighting, personMask);
  }

  /** Frees the picture after blackening it. */
  @Override
  public void close() {
    if (!bgr.empty()) {
      bgr.setTo(new Scalar(0, 0, 0));
    }
    bgr.release();
  }
}
