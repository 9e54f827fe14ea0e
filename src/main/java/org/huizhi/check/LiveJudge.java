package org.huizhi.check;

import java.time.Duration;
import java.util.Optional;
import org.huizhi.camera.Frame;
import org.huizhi.face.Face;
import org.huizhi.face.FaceReader;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Parts;
import org.huizhi.face.Sighting;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Judges one frame after another of a moving picture: follows the face, outlines the person now and
 * then, calms the verdicts over time. Time comes with the frames, so that a recording is judged as
 * it was lived.
 *
 * <p>One thread.
 */
public final class LiveJudge implements AutoCloseable {
  /** The mask is coarse anyway: a small picture gives the same for a tenth of the copying. */
  private static final double MASK_SIDE_PX = 320;

  private static final Duration MASK_AGE = Duration.ofMillis(150);

  /** Light, glasses and wall change slower than eyes blink, and looking for them costs more. */
  private static final Duration PIXELS_AGE = Duration.ofMillis(120);

  private static final double MASK_DRIFT_IN_PUPILS = 0.05;

  /**
   * The net that knows the parts takes longer than all else together, and hats and hands come and
   * go slowly: few frames wait for it, and the shot is looked at anew.
   */
  private static final Duration PARTS_AGE = Duration.ofMillis(1500);

  /** Parts stand where the head stood: they count as long as it has moved no further than this. */
  private static final double PARTS_DRIFT_IN_PUPILS = 0.25;

  /** But never more often than this, whatever moves. */
  private static final Duration PARTS_LEAST_AGE = Duration.ofMillis(500);

  private final FaceReader reader;
  private final Outlines outlines;
  private final Steadiness steadiness = new Steadiness(Steadiness.Times.USUAL);
  private final EyesTrack eyes = new EyesTrack();
  private final Mat small = new Mat();
  private Optional<Mat> mask = Optional.empty();
  private long maskNanos;
  private Point maskEyes = new Point();
  private Optional<Parts> parts = Optional.empty();
  private long partsNanos;
  private Point partsEyes = new Point();
  private Optional<Looked> looked = Optional.empty();

  /** The last verdict for which pixels were looked at. */
  private record Looked(Judge judge, Verdict verdict, long nanos) {}

  /**
   * @param reader closed by its owner
   * @param outlines closed by its owner
   */
  public LiveJudge(FaceReader reader, Outlines outlines) {
    this.reader = reader;
    this.outlines = outlines;
  }

  /** Every rule must hold this long from now on before the shot. */
  public void toShoot(Duration hold) {
    steadiness.toShoot(hold);
  }

  /**
   * Judges the next frame.
   *
   * @param picture CV_8UC3, each of one size; borrowed
   * @param frame which one it is
   * @param now when, of a clock that only runs forward, in nanoseconds
   */
  public Guidance judge(Judge judge, Mat picture, Frame frame, long now) {
    Sighting sighting = reader.track(picture);
    Optional<Landmarks> face = sighting.face().map(Face::landmarks);
    face.ifPresentOrElse(points -> outline(picture, points, now), this::lost);
    face.ifPresent(points -> lookForParts(picture, points, now));
    Verdict exact = look(judge, shot(picture, sighting), now);
    Verdict calm = steadiness.settle(exact, now);
    return new Guidance(
        frame,
        sighting,
        face.map(points -> eyes.follow(points, now)),
        exact,
        calm,
        steadiness.held(),
        Duration.ofNanos(mask.isPresent() ? now - maskNanos : 0),
        Duration.ofNanos(looked.map(last -> now - last.nanos()).orElse(0L)));
  }

  private Shot shot(Mat picture, Sighting sighting) {
    boolean seen = sighting.face().isPresent();
    return new Shot(
        picture, sighting, seen ? mask : Optional.empty(), seen ? parts : Optional.empty());
  }

  private void lost() {
    eyes.reset();
    looked = Optional.empty();
    parts = Optional.empty();
  }

  private Verdict look(Judge judge, Shot shot, long now) {
    Optional<Verdict> before =
        looked
            .filter(last -> last.judge() == judge && now - last.nanos() < PIXELS_AGE.toNanos())
            .map(Looked::verdict);
    if (before.isPresent()) {
      return judge.judgePoints(shot, before.get());
    }
    Verdict whole = judge.judge(shot);
    if (shot.sighting().face().isPresent()) {
      looked = Optional.of(new Looked(judge, whole, now));
    }
    return whole;
  }

  /** The verdict on one of the last frames alone, with outline and parts of the newest. */
  Verdict judgeWhole(Judge judge, KeptShot shot) {
    return judge.judge(shot(shot.bgr(), shot.sighting()));
  }

  /** Looks for the parts in one of the last frames, however young those are that it knows. */
  void lookAgain(KeptShot shot) {
    shot.sighting().face().ifPresent(face -> parts = outlines.parts(shot.bgr(), face.landmarks()));
  }

  private void lookForParts(Mat picture, Landmarks face, long now) {
    Point middle = face.eyeMiddle();
    double moved = Math.hypot(middle.x - partsEyes.x, middle.y - partsEyes.y);
    Duration most =
        moved < PARTS_DRIFT_IN_PUPILS * face.pupilDistance() ? PARTS_AGE : PARTS_LEAST_AGE;
    if (parts.isPresent() && now - partsNanos < most.toNanos()) {
      return;
    }
    parts = outlines.parts(picture, face);
    partsNanos = now;
    partsEyes = middle;
    looked = Optional.empty();
  }

  /**
   * Outlines the person anew, unless the last outline is young and the head stands where it stood:
   * the outline costs more than all the rest, and what is asked of it (crown, shoulders) moves with
   * the head.
   */
  private void outline(Mat picture, Landmarks face, long now) {
    Point middle = face.eyeMiddle();
    double moved = Math.hypot(middle.x - maskEyes.x, middle.y - maskEyes.y);
    boolean fresh =
        mask.isPresent()
            && now - maskNanos < MASK_AGE.toNanos()
            && moved < MASK_DRIFT_IN_PUPILS * face.pupilDistance();
    if (fresh) {
      return;
    }
    dropMask();
    double scale = Math.min(1, MASK_SIDE_PX / Math.max(picture.cols(), picture.rows()));
    Imgproc.resize(picture, small, new Size(), scale, scale, Imgproc.INTER_AREA);
    mask = outlines.person(small);
    maskNanos = now;
    maskEyes = middle;
  }

  private void dropMask() {
    mask.ifPresent(Mat::release);
    mask = Optional.empty();
  }

  /** Drops and blackens all that it holds of a person. */
  public void forget() {
    steadiness.reset();
    lost();
    reader.forget();
    small.setTo(Scalar.all(0));
    dropMask();
  }

  /** Forgets and frees the native memory. */
  @Override
  public void close() {
    forget();
    small.release();
  }
}
