package org.huizhi.photo;

import java.util.List;
import org.huizhi.check.Assessment;
import org.huizhi.spec.Spec;

/** What became of a shot when it was tried as the photo of one document. */
public sealed interface Trial {
  Spec spec();

  /**
   * A photo.
   *
   * @param jpeg the file's bytes
   * @param assessments geometry and file against the demands, measured on the file
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
  record Made(Spec spec, byte[] jpeg, List<Assessment> assessments) implements Trial {}

  /** No photo, and which demands this shot cannot meet. */
  record Conflict(Spec spec, CropConflict why) implements Trial {}
}
