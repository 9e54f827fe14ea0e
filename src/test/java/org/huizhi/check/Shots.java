package org.huizhi.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.huizhi.config.ConfigMistakes;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.Face;
import org.huizhi.face.FaceBox;
import org.huizhi.face.FaceReader;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Parts;
import org.huizhi.face.PersonParts;
import org.huizhi.face.Pictures;
import org.huizhi.face.Pose;
import org.huizhi.face.Sighting;
import org.huizhi.spec.Code;
import org.huizhi.spec.Rule;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Shots made from a packaged picture of a woman who looks calmly at the camera. */
final class Shots {
  private static final String CALM = "audrey.jpg";
  private static final FaceReader READER = FaceReader.open(cache());
  private static final PersonParts PARTS = PersonParts.open(cache());

  /** Cells of drawn parts: fine enough that a rectangle's edges do not matter. */
  private static final int PART_CELLS = 512;

  private final Mat picture;
  private List<FaceBox> boxes;
  private Pose pose;
  private final float[] points = new float[3 * Landmarks.COUNT];
  private double presence;
  private Optional<Mat> mask = Optional.empty();
  private Optional<Parts> parts = Optional.empty();

  private Shots(Mat picture) {
    this.picture = picture;
    Sighting sighting = READER.look(picture);
    boxes = sighting.boxes();
    Face face = sighting.face().orElseThrow();
    pose = face.pose();
    presence = face.landmarks().presence();
    for (int i = 0; i < Landmarks.COUNT; i++) {
      points[3 * i] = (float) face.landmarks().x(i);
      points[3 * i + 1] = (float) face.landmarks().y(i);
      points[3 * i + 2] = (float) face.landmarks().z(i);
    }
  }

  /** The packaged picture, twice as large so that its face has enough pixels. */
  static Shots calm() {
    Mat small = Pictures.read(CALM);
    Mat picture = new Mat();
    Imgproc.resize(small, picture, new Size(), 2, 2, Imgproc.INTER_CUBIC);
    small.release();
    return new Shots(picture);
  }

  static FaceReader reader() {
    return READER;
  }

  private static Path cache() {
    return Path.of("target", "test-models");
  }

  static PersonParts parts() {
    return PARTS;
  }

  /** Draws a rectangle of the patch as this kind, over what the net sees. */
  Shots drawn(Parts.Kind kind, double left, double top, double right, double bottom) {
    Parts seen = parts.orElseGet(() -> PARTS.around(picture, landmarks()));
    FacePatch patch = new FacePatch(picture, landmarks());
    Point corner = patch.inPicture(0, 0);
    Point across = patch.inPicture(1, 0);
    double stepX = across.x - corner.x;
    double stepY = across.y - corner.y;
    double step = stepX * stepX + stepY * stepY;
    Parts.Kind[] kinds = new Parts.Kind[PART_CELLS * PART_CELLS];
    for (int cell = 0; cell < kinds.length; cell++) {
      double x = (cell % PART_CELLS + 0.5) * picture.cols() / PART_CELLS;
      double y = (Math.floorDiv(cell, PART_CELLS) + 0.5) * picture.rows() / PART_CELLS;
      double column = ((x - corner.x) * stepX + (y - corner.y) * stepY) / step;
      double row = ((y - corner.y) * stepX - (x - corner.x) * stepY) / step;
      boolean inside = column >= left && column < right && row >= top && row < bottom;
      kinds[cell] = inside ? kind : seen.at(x, y);
    }
    Rect whole = new Rect(0, 0, picture.cols(), picture.rows());
    parts = Optional.of(new Parts(kinds, PART_CELLS, whole));
    return this;
  }

  Shots posed(double yaw, double pitch, double roll) {
    pose = new Pose(yaw, pitch, roll);
    return this;
  }

  Shots sure(double presence) {
    this.presence = presence;
    return this;
  }

  Shots with(FaceBox other) {
    boxes = new ArrayList<>(boxes);
    boxes.add(other);
    return this;
  }

  /** Changes the picture's pixels. */
  Shots painted(Consumer<Mat> change) {
    change.accept(picture);
    return this;
  }

  /** Gives the shot a person mask, empty until it is drawn into. */
  Shots masked(Consumer<Mat> drawing) {
    Mat drawn = new Mat(picture.size(), CvType.CV_32FC1, new Scalar(0));
    drawing.accept(drawn);
    mask = Optional.of(drawn);
    return this;
  }

  /** Moves a landmark down (up when negative) by parts of T, the distance from eyes to chin. */
  Shots moved(int landmark, double acrossInT, double downInT) {
    double unit = landmarks().eyesToChin();
    points[3 * landmark] += (float) (acrossInT * unit);
    points[3 * landmark + 1] += (float) (downInT * unit);
    return this;
  }

  /** Moves the whole face by pixels, without the picture. */
  void shift(double across, double down) {
    for (int i = 0; i < Landmarks.COUNT; i++) {
      points[3 * i] += (float) across;
      points[3 * i + 1] += (float) down;
    }
  }

  /** Puts the person's right upper lid on the lower one. */
  void closeRightEye() {
    int[] upper = {160, 159, 158};
    int[] lower = {144, 145, 153};
    for (int i = 0; i < upper.length; i++) {
      points[3 * upper[i]] = points[3 * lower[i]];
      points[3 * upper[i] + 1] = points[3 * lower[i] + 1] - 1;
    }
  }

  Landmarks landmarks() {
    return new Landmarks(points.clone(), presence);
  }

  Shot shot() {
    Face face = new Face(boxes.getFirst(), landmarks(), pose);
    Sighting sighting = new Sighting(picture.cols(), picture.rows(), boxes, Optional.of(face));
    return new Shot(
        picture, sighting, mask, parts.or(() -> Optional.of(PARTS.around(picture, landmarks()))));
  }

  static Finding look(Check check, Shots shots) {
    return check.look(shots.shot());
  }

  /** The rules of the exit-entry documents, as the packaged specs state them. */
  static Map<Code, Rule> exitEntryRules() {
    try {
      return KioskConfig.read(Path.of("kiosk-config")).spec("passport").rules();
    } catch (ConfigMistakes mistakes) {
      throw new IllegalStateException(mistakes);
    }
  }
}
