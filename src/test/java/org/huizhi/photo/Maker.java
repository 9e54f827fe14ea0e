package org.huizhi.photo;

import java.nio.file.Path;
import java.util.Optional;
import org.huizhi.check.Shot;
import org.huizhi.face.FaceReader;
import org.huizhi.face.PersonMask;
import org.huizhi.face.PersonParts;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;

/** The photo maker with its nets, opened once for all tests of a run. */
final class Maker {
  private static final Path CACHE = Path.of("target", "test-models");
  private static final FaceReader READER = FaceReader.open(CACHE);
  private static final PhotoMaker MAKER =
      new PhotoMaker(READER, PersonMask.open(), PersonParts.open(CACHE));

  private Maker() {}

  static PhotoMaker maker() {
    return MAKER;
  }

  static MadePhoto make(Mat picture, Spec spec) throws CropConflict {
    return MAKER.make(new Shot(picture, READER.look(picture), Optional.empty()), spec);
  }
}
