package org.huizhi.check;

import java.util.Optional;
import org.huizhi.face.Face;
import org.huizhi.face.FaceBox;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Parts;
import org.huizhi.face.Sighting;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * One picture with what was seen in it, as the checks look at it. What several checks need is
 * worked out once, when first asked for.
 *
 * <p>The picture and the mask are borrowed: whoever made the shot keeps them until it is judged and
 * releases them. One thread at a time.
 */
public final class Shot {
  private final Mat bgr;
  private final Sighting sighting;
  private final Optional<Mat> personMask;
  private final Optional<Parts> parts;
  private @Nullable FacePatch patch;
  private @Nullable Area skin;
  private @Nullable PersonShape person;
  private @Nullable Scene scene;
  private @Nullable Double colour;

  /**
   * @param bgr CV_8UC3
   * @param personMask CV_32FC1, 0 to 1, of the whole picture at its size or smaller; empty when it
   *     was not made
   * @param parts of this picture or of one just before it; empty when they were not looked for
   */
  public Shot(Mat bgr, Sighting sighting, Optional<Mat> personMask, Optional<Parts> parts) {
    this.bgr = bgr;
    this.sighting = sighting;
    this.personMask = personMask;
    this.parts = parts;
  }

  /** A shot whose parts were not looked for. */
  public Shot(Mat bgr, Sighting sighting, Optional<Mat> personMask) {
    this(bgr, sighting, personMask, Optional.empty());
  }

  public Mat bgr() {
    return bgr;
  }

  public Sighting sighting() {
    return sighting;
  }

  public Optional<Mat> personMask() {
    return personMask;
  }

  public int widthPx() {
    return sighting.widthPx();
  }

  public int heightPx() {
    return sighting.heightPx();
  }

  /**
   * The face that is judged.
   *
   * @throws IllegalStateException when there is none; the judge asks only {@link NoFace} then
   */
  public Face face() {
    return sighting.face().orElseThrow(() -> new IllegalStateException("no face"));
  }

  Landmarks landmarks() {
    return face().landmarks();
  }

  FaceBox box() {
    return face().box();
  }

  FacePatch patch() {
    FacePatch made = patch;
    if (made == null) {
      made = new FacePatch(bgr, landmarks());
      patch = made;
    }
    return made;
  }

  /** The face without eyes, brows and mouth. */
  Area skin() {
    Area made = skin;
    if (made == null) {
      FacePatch on = patch();
      made =
          on.area(FaceOutline.FACE)
              .without(
                  on.area(FaceOutline.RIGHT_EYE),
                  on.area(FaceOutline.LEFT_EYE),
                  on.area(FaceOutline.RIGHT_BROW),
                  on.area(FaceOutline.LEFT_BROW),
                  on.area(FaceOutline.LIPS));
      skin = made;
    }
    return made;
  }

  /** The person's outline; empty when no mask was made. */
  Optional<PersonShape> person() {
    if (person == null && personMask.isPresent()) {
      person = new PersonShape(personMask.get(), widthPx(), heightPx());
    }
    return Optional.ofNullable(person);
  }

  /** What the pixels of the face's patch show; empty when it was not looked for. */
  Optional<PartsPatch> parts() {
    return parts.map(seen -> new PartsPatch(seen, patch()));
  }

  /** What is around the face. */
  Scene scene() {
    Scene made = scene;
    if (made == null) {
      made = new Scene(bgr);
      scene = made;
    }
    return made;
  }

  /** How much the face's colours vary, as {@link Grayscale} measures it. */
  double colour() {
    Double made = colour;
    if (made == null) {
      made = Grayscale.colour(this);
      colour = made;
    }
    return made;
  }

  /** Whether the face shows hardly any colour, so that nothing can be told from colours. */
  boolean isGray() {
    return colour() < Grayscale.TELLING;
  }

  /** How far each eye is open: the gap between its lids over its width. */
  double eyeOpening(boolean right) {
    int[] upper = right ? new int[] {160, 159, 158} : new int[] {387, 386, 385};
    int[] lower = right ? new int[] {144, 145, 153} : new int[] {373, 374, 380};
    Landmarks points = landmarks();
    double gap = 0;
    for (int i = 0; i < upper.length; i++) {
      gap += points.distance(upper[i], lower[i]) / upper.length;
    }
    return gap / (right ? points.distance(33, 133) : points.distance(263, 362));
  }
}
