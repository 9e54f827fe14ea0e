package org.huizhi.photo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizhi.face.HeadMeasure;
import org.huizhi.spec.Code;
import org.huizhi.spec.Geometry;
import org.huizhi.spec.Picture;
import org.huizhi.spec.Range;
import org.huizhi.spec.Spec;

/**
 * Finds scale and place of the photo in the shot, so that every range of the document's geometry
 * holds, or says which two demands cannot both be had. Pure arithmetic.
 *
 * <p>With {@code t} shot pixels along one photo pixel, every demand bounds {@code t} or, for a
 * given {@code t}, the photo's upper or left edge by a straight line in {@code t}. Each pair of a
 * lower and an upper line bounds {@code t} again. So there is a crop exactly when the greatest
 * lower bound of {@code t} does not exceed the least upper one, and these two name the conflict.
 */
public final class CropSolver {
  /**
   * Ranges are narrowed by this much while that leaves a crop: rounding and measuring cost some.
   */
  private static final double[] MARGINS_PX = {3, 2, 1, 0.5, 0};

  /** From ear to ear a head is so much wider than its face from cheek to cheek, at most. */
  private static final double EARS_TO_FACE = 1.25;

  private static final int STEPS = 400;

  /** What bounds the scale by itself; the first that is demanded counts for a specimen. */
  private static final List<Code> SIZES =
      List.of(Code.HEAD_HEIGHT, Code.FACE_WIDTH, Code.HEAD_WIDTH, Code.PUPIL_DISTANCE);

  private final Spec spec;
  private final HeadMeasure head;
  private final ShotEdges shot;

  /**
   * The shot's size and at which edges the person is cut; there the photo cannot reach further. The
   * lower edge always cuts the person.
   */
  public record ShotEdges(
      int widthPx, int heightPx, boolean cutLeft, boolean cutTop, boolean cutRight) {}

  private CropSolver(Spec spec, HeadMeasure head, ShotEdges shot) {
    this.spec = spec;
    this.head = head;
    this.shot = shot;
  }

  /**
   * The best crop.
   *
   * <p>A demand that the document lets give way to another is dropped when these two stand against
   * each other. Where only hair is too wide while the head from ear to ear is not, the head's width
   * gives way too.
   *
   * @throws CropConflict when there is none
   */
  public static Crop solve(HeadMeasure head, Spec spec, ShotEdges shot) throws CropConflict {
    CropSolver solver = new CropSolver(spec, head, shot);
    Set<Code> dropped = EnumSet.noneOf(Code.class);
    double width = head.headWidth();
    double ears = Math.min(width, EARS_TO_FACE * head.faceWidth());
    while (true) {
      Optional<Crop> crop = solver.within(width, dropped);
      if (crop.isPresent()) {
        return crop.get();
      }
      Bounds strict = solver.bounds(0, width, dropped);
      if (width > ears && strict.lower().codes().contains(Code.HEAD_WIDTH)) {
        width = ears;
      } else if (!dropped.addAll(solver.weaker(strict))) {
        throw new CropConflict(strict.lower(), strict.upper());
      }
    }
  }

  /** Of two demands that stand against each other the one that gives way, if the document says. */
  private List<Code> weaker(Bounds bounds) {
    Set<Code> against = EnumSet.copyOf(bounds.lower().codes());
    against.addAll(bounds.upper().codes());
    return spec.geometry().givesWay().entrySet().stream()
        .filter(pair -> against.contains(pair.getKey()) && against.contains(pair.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * A crop for a specimen: the head's height and place as the document aims at, whatever else that
   * breaks.
   */
  static Crop anyway(HeadMeasure head, Spec spec, ShotEdges shot) {
    CropSolver solver = new CropSolver(spec, head, shot);
    Picture picture = spec.picture();
    double t = Math.max(solver.aimedScale(), 1 / spec.mostUpscale());
    int width = (int) Math.max(1, Math.round(t * picture.widthPx()));
    int height = (int) Math.max(1, Math.round(t * picture.heightPx()));
    long top = Math.round(solver.aimedTop(t));
    return new Crop(
        (int) Math.round(head.eyeMiddleX() - width / 2.0),
        (int) Math.min(top, shot.heightPx() - height),
        width,
        height,
        (double) picture.widthPx() / width,
        Stream.concat(Geometry.DEMANDS.stream(), Stream.of(Code.CENTRED)).toList());
  }

  /** The best crop with a head of this width, without what was dropped; with the widest margin. */
  private Optional<Crop> within(double width, Set<Code> dropped) {
    for (double margin : MARGINS_PX) {
      Bounds bounds = bounds(margin, width, dropped);
      if (bounds.possible()) {
        return Optional.of(best(bounds, width, dropped));
      }
    }
    return Optional.empty();
  }

  /** A line in t that bounds an edge of the photo, in shot pixels. */
  private record Line(Code code, String words, double at, double slope) {
    double value(double t) {
      return at + slope * t;
    }
  }

  /** All bounds: of t, and of the upper and left edge for a given t. */
  private record Bounds(
      CropConflict.Demand lower,
      CropConflict.Demand upper,
      List<Line> topLeast,
      List<Line> topMost,
      List<Line> leftLeast,
      List<Line> leftMost) {
    boolean possible() {
      return lower.shotPxAPhotoPx() <= upper.shotPxAPhotoPx();
    }
  }

  /** What the document demands of one measure and nothing else has overruled. */
  private Optional<Range> demanded(Code demand, Set<Code> dropped) {
    return dropped.contains(demand) ? Optional.empty() : spec.geometry().range(demand);
  }

  /** A size of the head in pixels of the shot. */
  private double size(Code demand, double headWidth) {
    return switch (demand) {
      case HEAD_WIDTH -> headWidth;
      case FACE_WIDTH -> head.faceWidth();
      case HEAD_HEIGHT -> head.headHeight();
      case PUPIL_DISTANCE -> head.pupilDistance();
      default -> throw new IllegalArgumentException(demand + " is no size");
    };
  }

  private Bounds bounds(double margin, double width, Set<Code> dropped) {
    Geometry wanted = spec.geometry();
    Picture picture = spec.picture();
    List<CropConflict.Demand> lower = new ArrayList<>();
    List<CropConflict.Demand> upper = new ArrayList<>();
    lower.add(
        new CropConflict.Demand(
            List.of(Code.LOW_RESOLUTION),
            "enlarging the shot at most " + figure(spec.mostUpscale()) + " times",
            1 / spec.mostUpscale()));
    for (Code code : SIZES) {
      demanded(code, dropped)
          .ifPresent(range -> size(lower, upper, code, size(code, width), range, margin));
    }
    List<Line> topLeast = new ArrayList<>();
    List<Line> topMost = new ArrayList<>();
    demanded(Code.CROWN_GAP, dropped)
        .ifPresent(range -> place(topLeast, topMost, Code.CROWN_GAP, head.crownY(), range, margin));
    demanded(Code.EYE_LINE, dropped)
        .ifPresent(
            range -> place(topLeast, topMost, Code.EYE_LINE, head.eyeLineY(), range, margin));
    demanded(Code.CHIN_GAP, dropped).ifPresent(range -> chin(topLeast, topMost, range, margin));
    topMost.add(
        new Line(
            Code.SHOULDERS_MISSING,
            "no empty stripe under the person",
            shot.heightPx(),
            -picture.heightPx()));
    if (shot.cutTop()) {
      topLeast.add(new Line(Code.HEAD_CUT, "no empty stripe above a cut head", 0, 0));
    }
    List<Line> leftLeast = new ArrayList<>();
    List<Line> leftMost = new ArrayList<>();
    double off = Math.max(0, wanted.mostOffCentrePx() - margin);
    double middle = picture.widthPx() / 2.0;
    String centred = "the eyes within " + figure(wanted.mostOffCentrePx()) + " px of the middle";
    leftLeast.add(new Line(Code.CENTRED, centred, head.eyeMiddleX(), -middle - off));
    leftMost.add(new Line(Code.CENTRED, centred, head.eyeMiddleX(), -middle + off));
    if (shot.cutLeft()) {
      leftLeast.add(new Line(Code.FACE_POSITION, "no empty stripe left of the person", 0, 0));
    }
    if (shot.cutRight()) {
      leftMost.add(
          new Line(
              Code.FACE_POSITION,
              "no empty stripe right of the person",
              shot.widthPx(),
              -picture.widthPx()));
    }
    pairs(lower, upper, topLeast, topMost);
    pairs(lower, upper, leftLeast, leftMost);
    Comparator<CropConflict.Demand> byScale =
        Comparator.comparingDouble(CropConflict.Demand::shotPxAPhotoPx);
    return new Bounds(
        lower.stream().max(byScale).orElseThrow(),
        upper.stream().min(byScale).orElseThrow(),
        topLeast,
        topMost,
        leftLeast,
        leftMost);
  }

  private static void size(
      List<CropConflict.Demand> lower,
      List<CropConflict.Demand> upper,
      Code code,
      double shotPx,
      Range range,
      double margin) {
    double slack = Math.min(margin, (range.most() - range.least()) / 2);
    String most = atMost(code, range);
    String least = atLeast(code, range);
    lower.add(new CropConflict.Demand(List.of(code), most, shotPx / (range.most() - slack)));
    upper.add(new CropConflict.Demand(List.of(code), least, shotPx / (range.least() + slack)));
  }

  private static void place(
      List<Line> least, List<Line> most, Code code, double shotY, Range range, double margin) {
    double slack = Math.min(margin, (range.most() - range.least()) / 2);
    String below = atMost(code, range);
    String above = atLeast(code, range);
    least.add(new Line(code, below, shotY, -(range.most() - slack)));
    most.add(new Line(code, above, shotY, -(range.least() + slack)));
  }

  /** The chin stands above the lower edge: the one place that is measured from below. */
  private void chin(List<Line> least, List<Line> most, Range range, double margin) {
    double slack = Math.min(margin, (range.most() - range.least()) / 2);
    int height = spec.picture().heightPx();
    double chinY = head.chin().y;
    least.add(
        new Line(
            Code.CHIN_GAP, atLeast(Code.CHIN_GAP, range), chinY, range.least() + slack - height));
    most.add(
        new Line(
            Code.CHIN_GAP, atMost(Code.CHIN_GAP, range), chinY, range.most() - slack - height));
  }

  /** Each pair of a lower and an upper line meets in one t, which bounds t from one side. */
  private static void pairs(
      List<CropConflict.Demand> lower,
      List<CropConflict.Demand> upper,
      List<Line> least,
      List<Line> most) {
    for (Line low : least) {
      for (Line high : most) {
        double slope = high.slope() - low.slope();
        double room = high.at() - low.at();
        if (slope == 0) {
          continue;
        }
        List<Code> codes =
            low.code() == high.code() ? List.of(low.code()) : List.of(low.code(), high.code());
        CropConflict.Demand demand =
            new CropConflict.Demand(codes, low.words() + " with " + high.words(), -room / slope);
        (slope > 0 ? lower : upper).add(demand);
      }
    }
  }

  private Crop best(Bounds bounds, double headWidth, Set<Code> dropped) {
    double from = bounds.lower().shotPxAPhotoPx();
    double to = bounds.upper().shotPxAPhotoPx();
    double best = from;
    double least = Double.MAX_VALUE;
    for (int step = 0; step <= STEPS; step++) {
      double t = from + (to - from) * step / STEPS;
      double cost = cost(t, top(bounds, t), headWidth, dropped);
      if (cost < least) {
        least = cost;
        best = t;
      }
    }
    Picture picture = spec.picture();
    int width = (int) Math.round(best * picture.widthPx());
    int height = (int) Math.round(best * picture.heightPx());
    int top = (int) Math.round(top(bounds, best));
    int left = (int) Math.round(left(bounds, best));
    return new Crop(
        left,
        Math.min(top, shot.heightPx() - height),
        width,
        height,
        (double) picture.widthPx() / width,
        Geometry.DEMANDS.stream()
            .filter(
                code ->
                    dropped.contains(code)
                        || (code == Code.HEAD_WIDTH && headWidth < head.headWidth()))
            .toList());
  }

  /** How far a crop is from the document's aims, each in parts of its range; squared and summed. */
  private double cost(double t, double top, double headWidth, Set<Code> dropped) {
    double cost = 0;
    for (Code code : Geometry.DEMANDS) {
      Optional<Range> range = demanded(code, dropped);
      if (range.isPresent()) {
        double value =
            switch (code) {
              case CROWN_GAP -> (head.crownY() - top) / t;
              case EYE_LINE -> (head.eyeLineY() - top) / t;
              case CHIN_GAP -> spec.picture().heightPx() - (head.chin().y - top) / t;
              default -> size(code, headWidth) / t;
            };
        cost += off(value, range.get());
      }
    }
    return cost;
  }

  private static double off(double value, Range range) {
    double parts = (value - range.aim()) / Math.max(range.most() - range.least(), 1e-9);
    return parts * parts;
  }

  /** The upper edge that puts the head where the document aims, as far as all lines allow. */
  private double top(Bounds bounds, double t) {
    return between(aimedTop(t), bounds.topLeast(), bounds.topMost(), t);
  }

  /** The upper edge by the crown, or by the eyes where the document says nothing of the crown. */
  private double aimedTop(double t) {
    Geometry wanted = spec.geometry();
    return wanted
        .crownGapPx()
        .map(gap -> head.crownY() - gap.aim() * t)
        .or(() -> wanted.eyeLinePx().map(line -> head.eyeLineY() - line.aim() * t))
        .orElseThrow();
  }

  /** Shot pixels along one photo pixel by the first size that the document demands. */
  private double aimedScale() {
    return SIZES.stream()
        .flatMap(
            code ->
                spec.geometry().range(code).stream()
                    .map(range -> size(code, head.headWidth()) / range.aim()))
        .findFirst()
        .orElseThrow();
  }

  private double left(Bounds bounds, double t) {
    double aim = head.eyeMiddleX() - spec.picture().widthPx() / 2.0 * t;
    return between(aim, bounds.leftLeast(), bounds.leftMost(), t);
  }

  private static double between(double aim, List<Line> least, List<Line> most, double t) {
    double value = aim;
    for (Line line : least) {
      value = Math.max(value, line.value(t));
    }
    for (Line line : most) {
      value = Math.min(value, line.value(t));
    }
    return value;
  }

  private static String atMost(Code code, Range range) {
    return spoken(code) + " at most " + figure(range.most()) + " px";
  }

  private static String atLeast(Code code, Range range) {
    return spoken(code) + " at least " + figure(range.least()) + " px";
  }

  private static String spoken(Code code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String figure(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
