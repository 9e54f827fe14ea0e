package org.huizhi.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * Finds faces and reads the largest one's landmarks and pose.
 *
 * <p>One thread at a time. Keeps its native buffers; close it to free them.
 */
public final class FaceReader implements AutoCloseable {
  /** A box below this is not worth a second look. */
  private static final double LEAST_BOX_SCORE = 0.5;

  /** The largest face that is at least so sure is judged, before a larger one that is not. */
  private static final double SURE = 0.75;

  /** A track whose face is less sure than this is lost. */
  private static final double LEAST_PRESENCE = 0.5;

  /** While a face is tracked, every so many frames the whole picture is searched for others. */
  private static final int FRAMES_BETWEEN_SEARCHES = 10;

  /** How many of the boxes of a still are read, so that a crowd costs no more than this. */
  private static final int MOST_FACES_READ = 4;

  private final FaceFinder near;
  private final FaceFinder far;
  private final AttentionMesh mesh;
  private final PoseSolver pose;
  private @Nullable Landmarks track;
  private List<FaceBox> others = List.of();
  private int framesSinceSearch;

  private FaceReader(Path cacheDir) {
    near = FaceFinder.shortRange();
    far = FaceFinder.fullRange();
    mesh = new AttentionMesh(cacheDir);
    pose = new PoseSolver();
  }

  /**
   * Loads the models.
   *
   * @param cacheDir where converted networks are kept; made when missing
   * @throws ModelException when a packaged model is missing or altered
   */
  public static FaceReader open(Path cacheDir) {
    OpenCv.load();
    return new FaceReader(cacheDir);
  }

  /**
   * Reads a still with full effort: both detectors, then the picture as a part of a larger one, so
   * that a face that fills it is found.
   *
   * @param bgr CV_8UC3 of any size
   */
  public Sighting look(Mat bgr) {
    List<FaceBox> boxes =
        join(near.find(bgr, 1, LEAST_BOX_SCORE), far.find(bgr, 1, LEAST_BOX_SCORE));
    if (boxes.isEmpty()) {
      boxes = join(near.find(bgr, 0.6, LEAST_BOX_SCORE), far.find(bgr, 0.6, LEAST_BOX_SCORE));
    }
    List<FaceBox> sure = new ArrayList<>();
    Optional<Face> chosen = Optional.empty();
    for (FaceBox box : boxes.subList(0, Math.min(boxes.size(), MOST_FACES_READ))) {
      Landmarks points = readTwice(bgr, box);
      FaceBox read = box.withScore(Math.min(box.score(), points.presence()));
      sure.add(read);
      boolean better =
          chosen.map(face -> face.box().score() < SURE && SURE <= read.score()).orElse(true);
      if (better && points.presence() >= LEAST_PRESENCE) {
        chosen = Optional.of(new Face(read, points, pose.solve(points)));
      }
    }
    return new Sighting(bgr.cols(), bgr.rows(), sure, chosen);
  }

  /**
   * Reads a frame of a moving picture: the face is followed from the frame before, and searched for
   * only when it was lost, and now and then for others beside it.
   *
   * @param bgr CV_8UC3, each frame of one size
   */
  public Sighting track(Mat bgr) {
    Landmarks before = track;
    if (before == null || framesSinceSearch >= FRAMES_BETWEEN_SEARCHES) {
      return search(bgr, before);
    }
    framesSinceSearch++;
    Landmarks points = mesh.read(bgr, Region.around(before));
    if (points.presence() < LEAST_PRESENCE) {
      return search(bgr, null);
    }
    return followed(bgr, points);
  }

  /**
   * Runs the mesh, which {@link #look} leaves out where it finds no face: whatever runs for the
   * first time takes several times as long.
   *
   * @param box where a face might stand
   */
  public void rehearse(Mat bgr, FaceBox box) {
    mesh.read(bgr, Region.around(box));
  }

  private Sighting search(Mat bgr, @Nullable Landmarks before) {
    framesSinceSearch = 0;
    List<FaceBox> boxes = near.find(bgr, 1, LEAST_BOX_SCORE);
    if (boxes.isEmpty()) {
      boxes = far.find(bgr, 1, LEAST_BOX_SCORE);
    }
    if (boxes.isEmpty() && before == null) {
      forget();
      return new Sighting(bgr.cols(), bgr.rows(), List.of(), Optional.empty());
    }
    Landmarks points =
        before == null ? readTwice(bgr, boxes.getFirst()) : mesh.read(bgr, Region.around(before));
    if (points.presence() < LEAST_PRESENCE) {
      forget();
      return new Sighting(bgr.cols(), bgr.rows(), boxes, Optional.empty());
    }
    FaceBox own = FaceBox.around(points);
    others = boxes.stream().filter(box -> box.nesting(own) < 0.5).toList();
    if (!others.isEmpty() && others.getFirst().area() > 1.2 * own.area()) {
      points = readTwice(bgr, others.getFirst());
      others = List.of(own);
    }
    return followed(bgr, points);
  }

  private Sighting followed(Mat bgr, Landmarks points) {
    track = points;
    FaceBox own = FaceBox.around(points);
    List<FaceBox> all = new ArrayList<>(others);
    all.addFirst(own);
    Face face = new Face(own, points, pose.solve(points));
    return new Sighting(bgr.cols(), bgr.rows(), all, Optional.of(face));
  }

  /** The second reading's region comes from the first's points, as it does when tracking. */
  private Landmarks readTwice(Mat bgr, FaceBox box) {
    Landmarks first = mesh.read(bgr, Region.around(box));
    return mesh.read(bgr, Region.around(first));
  }

  private static List<FaceBox> join(List<FaceBox> some, List<FaceBox> more) {
    List<FaceBox> all = new ArrayList<>(some);
    for (FaceBox box : more) {
      if (all.stream().noneMatch(known -> known.overlap(box) > 0.3 || known.nesting(box) > 0.6)) {
        all.add(box);
      }
    }
    all.sort(Comparator.comparingDouble(FaceBox::area).reversed());
    return all;
  }

  /** Drops the track: the next frame is searched anew. */
  public void forget() {
    track = null;
    others = List.of();
    framesSinceSearch = 0;
  }

  @Override
  public void close() {
    near.close();
    far.close();
    mesh.close();
    pose.close();
  }
}
