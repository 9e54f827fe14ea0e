package org.huizhi.photo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.huizhi.check.Shot;
import org.huizhi.face.Face;
import org.huizhi.face.FaceReader;
import org.huizhi.face.FineMask;
import org.huizhi.face.HeadMeasure;
import org.huizhi.face.Models;
import org.huizhi.face.PersonMask;
import org.huizhi.spec.Rgb;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Makes the document photo of a shot: cuts the person out, finds the crop, puts the document's
 * background behind, writes the file and measures it again. The same shot and document give the
 * same bytes. The face's pixels are only scaled: never turned, smoothed or brightened; its rim
 * loses the wall's colour.
 *
 * <p>One thread at a time. The nets are borrowed: whoever opened them closes them.
 */
public final class PhotoMaker {
  private final FaceReader reader;
  private final PersonMask personMask;
  private final FineMask fineMask;

  public PhotoMaker(FaceReader reader, PersonMask personMask, FineMask fineMask) {
    this.reader = reader;
    this.personMask = personMask;
    this.fineMask = fineMask;
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
      makeAnyway(nobody.shot(), spec).close();
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
      Crop crop = cropping.of(head, spec, cutout.edges(head));
      JpegFile file = file(cutout, crop, spec);
      ResultCheck.Result result =
          ResultCheck.of(file.bytes(), spec, reader, crop.givenUp(), cutout.doubt());
      List<PixelOperation> operations = new ArrayList<>(operations(crop, spec));
      operations.addAll(file.operations());
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

  private static JpegFile file(Cutout cutout, Crop crop, Spec spec) {
    Mat photo = render(cutout.bgra(), crop, spec);
    try {
      return JpegFile.encode(photo, spec.picture().dpi(), spec.file());
    } finally {
      photo.release();
    }
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
      return specs.stream().map(spec -> tried(cutout, head, spec)).toList();
    }
  }

  private Trial tried(Cutout cutout, HeadMeasure head, Spec spec) {
    try {
      Crop crop = CropSolver.solve(head, spec, cutout.edges(head));
      byte[] jpeg = file(cutout, crop, spec).bytes();
      return new Trial.Made(
          spec,
          jpeg,
          ResultCheck.of(jpeg, spec, reader, crop.givenUp(), cutout.doubt()).assessments());
    } catch (CropConflict conflict) {
      return new Trial.Conflict(spec, conflict);
    }
  }

  private Cutout cutOut(Shot shot, Face face) {
    double pupils = face.landmarks().pupilDistance();
    if (shot.personMask().isPresent()) {
      return Cutout.of(shot.bgr(), shot.personMask().get(), fineMask, pupils);
    }
    Mat mask = personMask.of(shot.bgr());
    try {
      return Cutout.of(shot.bgr(), mask, fineMask, pupils);
    } finally {
      mask.release();
    }
  }

  /** The cropped person before the document's background, at the photo's size; CV_8UC3. */
  private static Mat render(Mat bgra, Crop crop, Spec spec) {
    byte[] pixels = new byte[3 * crop.widthPx() * crop.heightPx()];
    byte[] row = new byte[4 * bgra.cols()];
    Rgb colour = spec.background();
    int[] behind = {colour.blue(), colour.green(), colour.red()};
    for (int y = 0; y < crop.heightPx(); y++) {
      int shotY = y + crop.topPx();
      boolean inside = shotY >= 0 && shotY < bgra.rows();
      if (inside) {
        bgra.get(shotY, 0, row);
      }
      for (int x = 0; x < crop.widthPx(); x++) {
        int shotX = x + crop.leftPx();
        int alpha = inside && shotX >= 0 && shotX < bgra.cols() ? row[4 * shotX + 3] & 0xFF : 0;
        for (int c = 0; c < 3; c++) {
          int own = alpha == 0 ? 0 : row[4 * shotX + c] & 0xFF;
          int mixed = (own * alpha + behind[c] * (255 - alpha) + 127) / 255;
          pixels[3 * (y * crop.widthPx() + x) + c] = (byte) mixed;
        }
      }
    }
    Mat whole = new Mat(crop.heightPx(), crop.widthPx(), org.opencv.core.CvType.CV_8UC3);
    whole.put(0, 0, pixels);
    Mat photo = new Mat();
    Size size = new Size(spec.picture().widthPx(), spec.picture().heightPx());
    Imgproc.resize(whole, photo, size, 0, 0, interpolation(crop));
    whole.release();
    return photo;
  }

  private static int interpolation(Crop crop) {
    return crop.scale() <= 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC;
  }

  private static List<PixelOperation> operations(Crop crop, Spec spec) {
    Rgb colour = spec.background();
    return List.of(
        PixelOperation.of(
            "cut-out",
            "coarse-net-sha256",
            Models.hash(Models.SELFIE),
            "fine-net-sha256",
            Models.hash(Models.U2NETP),
            "edge-colours",
            "estimated where alpha is between 0 and 1, the wall's tint taken off the rim"),
        PixelOperation.of(
            "background",
            "colour",
            String.format(
                Locale.ROOT, "#%02X%02X%02X", colour.red(), colour.green(), colour.blue())),
        PixelOperation.of(
            "crop",
            "left-px",
            crop.leftPx(),
            "top-px",
            crop.topPx(),
            "width-px",
            crop.widthPx(),
            "height-px",
            crop.heightPx()),
        PixelOperation.of(
            "scale",
            "width-px",
            spec.picture().widthPx(),
            "height-px",
            spec.picture().heightPx(),
            "method",
            crop.scale() <= 1 ? "area" : "cubic"));
  }
}
