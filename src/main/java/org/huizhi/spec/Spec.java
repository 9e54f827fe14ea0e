package org.huizhi.spec;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One document's demands, as {@code kiosk-config/specs/NAME.toml} states them.
 *
 * @param name the file's name without its ending, such as {@code hk-macau-permit}
 * @param title the document's name by language tag ({@code zh}, {@code en})
 * @param background what stands behind the person in the finished photo
 * @param tone how far colours may be corrected; empty where they must stay as they are
 * @param mostUpscale how many pixels of the photo one pixel of the shot may become along one side
 * @param asked fields to ask the applicant for, in order
 * @param required those of {@code asked} that cannot be skipped
 * @param slip name of the slip pack
 * @param validity how long the slip is good for from the day of the shot
 * @param rules every rule by code; a check without a rule here is not run
 * @param accompanied rules that hold instead for a child, or for somebody whom another person helps
 */
public record Spec(
    String name,
    Map<String, String> title,
    Picture picture,
    Geometry geometry,
    Background background,
    Optional<ToneLimits> tone,
    FileWindow file,
    double mostUpscale,
    List<Field> asked,
    List<Field> required,
    String slip,
    Period validity,
    Map<Code, Rule> rules,
    Map<Code, Rule> accompanied) {
  private static final long LONGEST = 3660;

  /** Whoever writes less has counted in KB. */
  private static final int LEAST_BYTES = 1024;

  /** More is a slip of the finger: such a photo is a blur. */
  private static final double MOST_UPSCALE = 4;

  public Spec {
    title = Map.copyOf(title);
    asked = List.copyOf(asked);
    required = List.copyOf(required);
    rules = Map.copyOf(rules);
    accompanied = Map.copyOf(accompanied);
    if (!title.containsKey("zh")) {
      throw new IllegalArgumentException("title needs the document's name in zh");
    }
    for (Field field : required) {
      if (!asked.contains(field)) {
        throw new IllegalArgumentException(
            "required names "
                + field.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + ", which is not asked: nobody could go on");
      }
    }
    boolean oneUnit = (validity.toTotalMonths() == 0) != (validity.get(ChronoUnit.DAYS) == 0);
    if (validity.isNegative() || !oneUnit || LONGEST < days(validity)) {
      throw new IllegalArgumentException(
          "validity is days, months or years, such as P90D or P6M, and at most P10Y");
    }
    refuseImpossible(picture, geometry, file, mostUpscale);
  }

  /** About, and more than none. */
  private static long days(Period period) {
    return period.toTotalMonths() * 30 + period.get(ChronoUnit.DAYS);
  }

  /** What no head and no file could meet is a mistake of whoever wrote the demands. */
  private static void refuseImpossible(
      Picture picture, Geometry geometry, FileWindow file, double mostUpscale) {
    for (Code code : Geometry.DEMANDS) {
      boolean across = code == Code.HEAD_WIDTH || code == Code.FACE_WIDTH;
      int room = across ? picture.widthPx() : picture.heightPx();
      geometry
          .range(code)
          .filter(range -> range.least() < 0 || range.most() > room)
          .ifPresent(
              range -> {
                throw new IllegalArgumentException(
                    "%s reaches outside the photo of %d px".formatted(code, room));
              });
    }
    double below = geometry.crownGapPx().map(Range::least).orElse(0.0);
    double between = geometry.headHeightPx().map(Range::least).orElse(0.0);
    double above = geometry.chinGapPx().map(Range::least).orElse(0.0);
    if (below + between + above > picture.heightPx()) {
      throw new IllegalArgumentException(
          "crown gap, head and chin gap together are higher than the photo");
    }
    if (file.bytes().least() < 0 || file.leastQuality() < 1 || file.leastQuality() > 100) {
      throw new IllegalArgumentException(
          "a file has at least 0 bytes and a quality between 1 and 100");
    }
    if (file.bytes().most() < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "file: its bytes are no KB, and no photo has so few; 45 KB are 45000");
    }
    if (mostUpscale < 1 || mostUpscale > MOST_UPSCALE) {
      throw new IllegalArgumentException(
          "most-upscale is at least 1, which is no enlarging, and at most 4");
    }
    if (geometry.mostOffCentrePx() < 0 || geometry.mostOffCentrePx() > picture.widthPx() / 2.0) {
      throw new IllegalArgumentException(
          "geometry: most-off-centre reaches outside the photo of %d px"
              .formatted(picture.widthPx()));
    }
  }

  /** This document's demands on a child, or on somebody whom another person helps. */
  public Spec whenAccompanied() {
    Map<Code, Rule> softer = new EnumMap<>(Code.class);
    softer.putAll(rules);
    softer.putAll(accompanied);
    return new Spec(
        name,
        title,
        picture,
        geometry,
        background,
        tone,
        file,
        mostUpscale,
        asked,
        required,
        slip,
        validity,
        softer,
        Map.of());
  }

  /** The title in a language, or in Chinese where the spec has no other. */
  public String title(String language) {
    return title.getOrDefault(language, title.getOrDefault("zh", name));
  }
}
