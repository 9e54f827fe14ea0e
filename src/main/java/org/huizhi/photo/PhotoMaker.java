package org.huizhi.photo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.huizhi.check.Shot;
import org.huizhi.face.Face;
import org.huizhi.face.FaceReader;
import org.huizhi.face.HeadMeasure;
import org.huizhi.face.PersonMask;
import org.huizhi.face.PersonParts;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;

/**
 * Makes the document photo of a shot: cuts the person out, finds the crop, puts the document's
 * background behind, writes the file and measures it again. The same shot and document give the
 * same bytes. The face's pixels are scaled, never turned or smoothed, and brightened only with the
 * whole picture where the document allows it; its rim loses the wall's colour.
 *
 * <p>One thread at a time. The nets are borrowed: whoever opened them closes them.
 */
public final class PhotoMaker {
  private final FaceReader reader;
  private final PersonMask personMask;
  private final PersonParts parts;

  public PhotoMaker(FaceReader reader, PersonMask personMask, PersonParts parts) {
    this.reader = reader;
    this.personMask = personMask;
    this.parts = parts;
  }

  /**
   * Makes the photo.
   *
   * @param shot with a face; its picture is left as it is
   * @throws CropConflict when this shot cannot satisfy the document's geometry
   * @throws IllegalArgumentException when the shot has no face
   */
  public MadePhoto make(Shot shot, Spec spec) throws CropConflict {
    return made(shot, spec, CropSolver::solve);
  }

  /**
   * Makes a specimen even of a shot that {@link #make} refuses: then with the head's height and
   * place as the document aims at; what that breaks stands in the assessments.
   *
   * @throws IllegalArgumentException when the shot has no face
   */
  public MadePhoto makeAnyway(Shot shot, Spec spec) {
    return made(shot, spec, PhotoMaker::cropAnyway);
  }

  /**
   * Makes a photo of nobody, so that whoever comes first does not wait for code and nets that have
   * never run.
   */
  public void rehearse(Spec spec) {
    try (Nobody nobody = new Nobody()) {
      Shot shot = nobody.shot();
      // A drawn person brings its own mask and points: these nets would not run.
      personMask.of(shot.bgr()).release();
      reader.rehearse(shot.bgr(), shot.sighting().boxes().getFirst());
      makeAnyway(shot, spec).close();
    }
  }

  private static Crop cropAnyway(HeadMeasure head, Spec spec, CropSolver.ShotEdges edges) {
    try {
      return CropSolver.solve(head, spec, edges);
    } catch (CropConflict conflict) {
      return CropSolver.anyway(head, spec, edges);
    }
  }

  /** How the crop is found. */
  private interface Cropping<X extends Exception> {
    Crop of(HeadMeasure head, Spec spec, CropSolver.ShotEdges edges) throws X;
  }

  private <X extends Exception> MadePhoto made(Shot shot, Spec spec, Cropping<X> cropping)
      throws X {
    Face face =
        shot.sighting()
            .face()
            .orElseThrow(() -> new IllegalArgumentException("the shot has no face"));
    Cutout cutout = cutOut(shot, face);
    boolean kept = false;
    try {
      HeadMeasure head = HeadMeasure.of(face, cutout.alpha());
      Crop crop = cropping.of(head, spec, edges(cutout, head, spec));
      Development development = Development.of(shot.bgr(), cutout, head, crop, spec);
      JpegFile file = file(development, shot, cutout, spec);
      List<PixelOperation> operations = new ArrayList<>(development.operations());
      operations.addAll(file.operations());
      ResultCheck.Result result = check(file.bytes(), spec, crop, cutout);
      MadePhoto made =
          new MadePhoto(file, cutout, crop, result, operations, Digest.ofPixels(shot.bgr()));
      kept = true;
      return made;
    } finally {
      if (!kept) {
        cutout.close();
      }
    }
  }

  /** Nothing can be added beside a background that is kept. */
  private static CropSolver.ShotEdges edges(Cutout cutout, HeadMeasure head, Spec spec) {
    CropSolver.ShotEdges person = cutout.edges(head);
    return spec.background().colour().isPresent()
        ? person
        : new CropSolver.ShotEdges(person.widthPx(), person.heightPx(), true, true, true);
  }

  private static JpegFile file(Development development, Shot shot, Cutout cutout, Spec spec) {
    Mat photo = development.develop(shot.bgr(), cutout.bgra());
    try {
      return JpegFile.encode(photo, spec.picture().dpi(), spec.file());
    } finally {
      photo.release();
    }
  }

  private ResultCheck.Result check(byte[] jpeg, Spec spec, Crop crop, Cutout cutout) {
    return ResultCheck.of(jpeg, spec, reader, personMask, crop.givenUp(), cutout.doubt());
  }

  /**
   * What would become of a shot as the photo of each document: cut out once.
   *
   * @param shot with a face; its picture is left as it is
   * @throws IllegalArgumentException when the shot has no face
   */
  public List<Trial> tryAll(Shot shot, Collection<Spec> specs) {
    Face face =
        shot.sighting()
            .face()
            .orElseThrow(() -> new IllegalArgumentException("the shot has no face"));
    try (Cutout cutout = cutOut(shot, face)) {
      HeadMeasure head = HeadMeasure.of(face, cutout.alpha());
      return specs.stream().map(spec -> tried(shot, cutout, head, spec)).toList();
    }
  }

  private Trial tried(Shot shot, Cutout cutout, HeadMeasure head, Spec spec) {
    try {
      Crop crop = CropSolver.solve(head, spec, edges(cutout, head, spec));
      Development development = Development.of(shot.bgr(), cutout, head, crop, spec);
      byte[] jpeg = file(development, shot, cutout, spec).bytes();
      return new Trial.Made(spec, jpeg, check(jpeg, spec, crop, cutout).assessments());
    } catch (CropConflict conflict) {
      return new Trial.Conflict(spec, conflict);
    }
  }

  private Cutout cutOut(Shot shot, Face face) {
    if (shot.personMask().isPresent()) {
      return Cutout.of(shot.bgr(), shot.personMask().get(), parts, face.landmarks());
    }
    Mat mask = personMask.of(shot.bgr());
    try {
      return Cutout.of(shot.bgr(), mask, parts, face.landmarks());
    } finally {
      mask.release();
    }
  }
}
