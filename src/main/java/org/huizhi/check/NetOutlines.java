package org.huizhi.check;

import java.nio.file.Path;
import java.util.Optional;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Parts;
import org.huizhi.face.PersonMask;
import org.huizhi.face.PersonParts;
import org.opencv.core.Mat;

/** Outlines by the packaged nets: a quick one for the person, a slower one for the parts. */
public final class NetOutlines implements Outlines, AutoCloseable {
  private final PersonMask mask;
  private final PersonParts parts;

  private NetOutlines(PersonMask mask, PersonParts parts) {
    this.mask = mask;
    this.parts = parts;
  }

  /**
   * Loads the nets; they are used by one thread at a time.
   *
   * @param cacheDir where converted networks are kept; made when missing
   */
  public static NetOutlines open(Path cacheDir) {
    return new NetOutlines(PersonMask.open(), PersonParts.open(cacheDir));
  }

  @Override
  public Optional<Mat> person(Mat bgr) {
    return Optional.of(mask.of(bgr));
  }

  @Override
  public Optional<Parts> parts(Mat bgr, Landmarks face) {
    return Optional.of(parts.around(bgr, face));
  }

  /** The net for the person, which stays this one's. */
  public PersonMask mask() {
    return mask;
  }

  /** The net for the parts, which stays this one's. */
  public PersonParts parts() {
    return parts;
  }

  @Override
  public void close() {
    mask.close();
    parts.close();
  }
}
