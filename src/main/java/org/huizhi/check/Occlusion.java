package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Parts;

/**
 * Nothing covers the face: no mask, scarf or hand, and no hand lies against it (OFIQ 16, FICV 28).
 * Glasses and beard cover nothing. Measures how much of the face under the tip of the nose is
 * neither skin nor hair, with what of it a hand covers over it, and how much of a ring around the
 * cheeks is a hand: the worse of both, each over its limit.
 *
 * @param mostCovered how much of the lower face, 0 to 1
 * @param mostHandBeside how much of the ring, 0 to 1
 */
record Occlusion(double mostCovered, double mostHandBeside) implements Check {
  private static final int TIP = 4;
  private static final int UPPER_LIP = 13;
  private static final double RING = 1.3;

  @Override
  public Finding look(Shot shot) {
    return shot.parts().<Finding>map(parts -> look(shot, parts)).orElse(Unseen.WITHOUT_PARTS);
  }

  private Finding look(Shot shot, PartsPatch parts) {
    double covered = covered(shot.patch(), parts) / mostCovered;
    double beside = handBeside(shot.patch(), parts) / mostHandBeside;
    double worse = Math.max(covered, beside);
    return worse <= 1
        ? new Met(worse)
        : new Missed(worse, Advice.UNCOVER_FACE, Places.lowerFace(shot));
  }

  private static double covered(FacePatch patch, PartsPatch parts) {
    Area face = patch.area(FaceOutline.FACE);
    double tip = patch.y(TIP);
    Area lower = face.where(at -> row(at) > tip);
    Area upper = face.where(at -> row(at) <= tip);
    return parts.share(lower, Parts.Kind.WORN, Parts.Kind.CLOTHES, Parts.Kind.BODY_SKIN)
        + parts.share(upper, Parts.Kind.BODY_SKIN);
  }

  private static double handBeside(FacePatch patch, PartsPatch parts) {
    double mouth = patch.y(UPPER_LIP);
    Area ring =
        patch
            .area(FaceOutline.FACE, RING)
            .where(at -> row(at) > FacePatch.EYE_Y && row(at) < mouth);
    return parts.share(ring, Parts.Kind.BODY_SKIN);
  }

  private static int row(int at) {
    return Math.floorDiv(at, FacePatch.WIDTH);
  }

  @Override
  public String limit() {
    return Limits.inParts(
        Limits.figure(mostCovered)
            + " of the lower face covered, "
            + Limits.figure(mostHandBeside)
            + " of its sides a hand");
  }
}
