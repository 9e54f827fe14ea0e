package org.huizhi.check;

import java.util.Optional;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.opencv.core.Point;

/**
 * No earrings and no necklace (a rule of some halls). Metal and stones are small and far brighter
 * than what is around them: measures the share of such specks on the person, below one ear, the
 * other, or on the neck, whichever is more.
 */
record Jewellery(double mostSpeckShare) implements Check {
  private static final double BRIGHTER = 0.22;
  private static final int AROUND = 4;

  @Override
  public Finding look(Shot shot) {
    Optional<PersonShape> person = shot.person();
    if (person.isEmpty()) {
      return new Unseen("The person was not outlined in this picture.");
    }
    FacePatch patch = shot.patch();
    double right = patch.x(132);
    double left = patch.x(361);
    double ear = (patch.y(93) + patch.y(323)) / 2;
    double jaw = (patch.y(58) + patch.y(288)) / 2;
    double chin = patch.y(152);
    double[][] places = {
      {right - 14, ear, right - 1, jaw + 14},
      {left + 1, ear, left + 14, jaw + 14},
      {right, chin + 8, left, Math.min(chin + 70, FacePatch.HEIGHT - 8)}
    };
    double most = 0;
    double[] where = places[0];
    for (double[] place : places) {
      double share = specks(patch, person.get(), place);
      if (share > most) {
        most = share;
        where = place;
      }
    }
    return most <= mostSpeckShare
        ? new Met(most)
        : new Missed(
            most,
            Advice.TAKE_OFF_JEWELLERY,
            Places.patchRectangle(patch, where[0], where[1], where[2], where[3]));
  }

  private static double specks(FacePatch patch, PersonShape person, double[] place) {
    return Area.rectangle(place[0], place[1], place[2], place[3])
        .where(at -> onPerson(patch, person, at))
        .share(at -> speck(patch, at));
  }

  private static boolean onPerson(FacePatch patch, PersonShape person, int at) {
    int x = at % FacePatch.WIDTH;
    int y = at / FacePatch.WIDTH;
    for (int dx : new int[] {-2 * AROUND, 2 * AROUND}) {
      Point beside = patch.inPicture(x + dx, y);
      if (!person.holds(beside.x, beside.y)) {
        return false;
      }
    }
    return true;
  }

  private static boolean speck(FacePatch patch, int at) {
    int x = Math.clamp(at % FacePatch.WIDTH, AROUND, FacePatch.WIDTH - 1 - AROUND);
    int y = Math.clamp(at / FacePatch.WIDTH, AROUND, FacePatch.HEIGHT - 1 - AROUND);
    double around =
        Math.max(
            Math.max(patch.luma(x - AROUND, y), patch.luma(x + AROUND, y)),
            Math.max(patch.luma(x, y - AROUND), patch.luma(x, y + AROUND)));
    return patch.luma(x, y) - around > BRIGHTER;
  }

  @Override
  public String limit() {
    return Limits.most(mostSpeckShare, " bright specks");
  }
}
