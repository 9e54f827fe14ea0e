package org.huizhi.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The findings of a verdict as the record keeps them. */
final class Lines {
  private Lines() {}

  /**
   * One finding.
   *
   * @param measured empty where it could not be told
   * @param place corners in the shot's pixels, x and y in turn
   */
  record Line(
      String code,
      String result,
      String severity,
      Optional<String> measured,
      String limit,
      Optional<String> advice,
      Optional<String> reason,
      List<Double> place) {
    /** Whether it keeps the photo from being taken without a person. */
    boolean doubtful() {
      return !result.equals("met") && !severity.equals("hint");
    }

    private int rank() {
      return doubtful() ? severity.equals("veto") && result.equals("missed") ? 0 : 1 : 2;
    }
  }

  /** What is doubtful first. */
  static List<Line> of(String json) {
    return of(JsonParser.parseString(json).getAsJsonArray());
  }

  /** The verdicts on the shots before. */
  static List<List<Line>> earlier(String json) {
    List<List<Line>> shots = new ArrayList<>();
    JsonParser.parseString(json)
        .getAsJsonArray()
        .forEach(shot -> shots.add(of(shot.getAsJsonArray())));
    return shots;
  }

  private static List<Line> of(JsonArray findings) {
    List<Line> lines = new ArrayList<>();
    findings.forEach(finding -> lines.add(line(finding.getAsJsonObject())));
    lines.sort(Comparator.comparingInt(Line::rank));
    return lines;
  }

  private static Line line(JsonObject finding) {
    List<Double> place = new ArrayList<>();
    if (finding.has("place")) {
      for (JsonElement corner : finding.getAsJsonArray("place")) {
        corner.getAsJsonArray().forEach(at -> place.add(at.getAsDouble()));
      }
    }
    return new Line(
        text(finding, "code").orElse(""),
        text(finding, "result").orElse(""),
        text(finding, "severity").orElse(""),
        text(finding, "measured"),
        text(finding, "limit").orElse(""),
        text(finding, "advice"),
        text(finding, "reason"),
        place);
  }

  private static Optional<String> text(JsonObject of, String key) {
    return Optional.ofNullable(of.get(key)).map(JsonElement::getAsString);
  }
}
