package org.huizhi.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.check.Judge;
import org.huizhi.check.KeptShot;
import org.huizhi.check.LiveJudge;
import org.huizhi.check.NetOutlines;
import org.huizhi.check.Shot;
import org.huizhi.check.Verdict;
import org.huizhi.face.FaceReader;
import org.huizhi.face.OpenCv;
import org.huizhi.face.Parts;
import org.huizhi.face.Sighting;
import org.huizhi.photo.CropConflict;
import org.huizhi.photo.MadePhoto;
import org.huizhi.photo.PhotoMaker;
import org.huizhi.photo.Trial;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;

/** The models, opened once, and what is done with them to a still picture. One thread at a time. */
final class Studio implements AutoCloseable {
  private final FaceReader reader;
  private final NetOutlines outlines;
  private final PhotoMaker maker;
  private final Map<Spec, Judge> judges = new HashMap<>();

  /**
   * Loads the models.
   *
   * @param cache a folder for what can be made again
   */
  Studio(Path cache) {
    OpenCv.load();
    reader = FaceReader.open(cache);
    outlines = NetOutlines.open(cache);
    maker = new PhotoMaker(reader, outlines.mask(), outlines.parts());
  }

  /** What a judged picture gives to whoever goes on with it; the shot is valid until the next. */
  interface Use<T, E extends Exception> {
    T with(Shot shot, Verdict verdict) throws E;
  }

  /** Judges a picture (CV_8UC3, borrowed). */
  Verdict judge(Mat bgr, Spec spec) {
    return judge(bgr, spec, (shot, verdict) -> verdict);
  }

  /** Judges a picture and lends shot and verdict. */
  <T, E extends Exception> T judge(Mat bgr, Spec spec, Use<T, E> use) throws E {
    Sighting sighting = reader.look(bgr);
    Optional<Parts> parts = sighting.face().flatMap(face -> outlines.parts(bgr, face.landmarks()));
    Optional<Mat> mask = outlines.person(bgr);
    try {
      Shot shot = new Shot(bgr, sighting, mask, parts);
      return use.with(shot, judge(spec).judge(shot));
    } finally {
      mask.ifPresent(Mat::release);
    }
  }

  /** The judge by a document's rules. */
  Judge judge(Spec spec) {
    return judges.computeIfAbsent(spec, Judge::new);
  }

  /** A judge of moving pictures that uses these models; until it is closed it has them alone. */
  LiveJudge live() {
    return new LiveJudge(reader, outlines);
  }

  /** Makes the document photo of a live shot; the caller closes it. */
  MadePhoto make(KeptShot shot, Spec spec) throws CropConflict {
    Optional<Mat> mask = outlines.person(shot.bgr());
    try {
      return maker.make(shot.shot(mask), spec);
    } finally {
      mask.ifPresent(Mat::release);
    }
  }

  /** Makes the document photo of a judged shot; the caller closes it. */
  MadePhoto make(Shot shot, Spec spec) throws CropConflict {
    return maker.make(shot, spec);
  }

  /** Makes a specimen of any shot with a face; the caller closes it. */
  MadePhoto makeAnyway(Shot shot, Spec spec) {
    return maker.makeAnyway(shot, spec);
  }

  /** Makes a photo of nobody; the next one takes less time. */
  void rehearse(Spec spec) {
    judge(spec);
    maker.rehearse(spec);
  }

  /** What would become of a judged shot as the photo of each document. */
  List<Trial> tryAll(Shot shot, Collection<Spec> specs) {
    return maker.tryAll(shot, specs);
  }

  /** Drops what the models hold of the last picture. */
  void forget() {
    reader.forget();
  }

  @Override
  public void close() {
    reader.close();
    outlines.close();
  }
}
