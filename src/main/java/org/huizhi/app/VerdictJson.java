package org.huizhi.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.huizhi.check.Advice;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Verdict;
import org.huizhi.spec.Code;
import org.huizhi.spec.Severity;
import org.opencv.core.Point;

/** Findings as JSON: the lines of {@code kiosk check --json}, reports and the record. */
final class VerdictJson {
  /** Writes a line, with letters such as ≤ as they are. */
  static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();

  private VerdictJson() {}

  /** One judged photo. */
  static JsonObject of(String file, String spec, Verdict verdict, double millis) {
    JsonObject line = new JsonObject();
    line.addProperty("file", file);
    line.addProperty("spec", spec);
    line.addProperty("verdict", lower(verdict.decision()));
    line.addProperty("faces", verdict.faces());
    line.add("findings", findings(verdict.assessments()));
    line.addProperty("millis", Math.round(millis * 10) / 10.0);
    return line;
  }

  /** One photo that could not be read. */
  static JsonObject error(String file, String spec, String sentence) {
    JsonObject line = new JsonObject();
    line.addProperty("file", file);
    line.addProperty("spec", spec);
    line.addProperty("error", sentence);
    return line;
  }

  static JsonArray findings(List<Assessment> assessments) {
    JsonArray findings = new JsonArray();
    for (Assessment assessment : assessments) {
      JsonObject finding = new JsonObject();
      finding.addProperty("code", assessment.code().name());
      switch (assessment.finding()) {
        case Finding.Met met -> {
          finding.addProperty("result", "met");
          finding.addProperty("measured", rounded(met.measured()));
        }
        case Finding.Missed missed -> {
          finding.addProperty("result", "missed");
          finding.addProperty("measured", rounded(missed.measured()));
          finding.addProperty("advice", lower(missed.advice()));
          if (!missed.place().isEmpty()) {
            finding.add("place", place(missed.place()));
          }
        }
        case Finding.Unseen unseen -> {
          finding.addProperty("result", "unseen");
          finding.addProperty("reason", unseen.reason());
        }
      }
      finding.addProperty("limit", assessment.limit());
      finding.addProperty("severity", lower(assessment.severity()));
      findings.add(finding);
    }
    return findings;
  }

  /** What {@link #findings} wrote. */
  static List<Assessment> assessments(JsonArray findings) {
    return findings.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(VerdictJson::assessment)
        .toList();
  }

  private static Assessment assessment(JsonObject written) {
    String result = written.get("result").getAsString();
    Finding finding =
        result.equals("met")
            ? new Finding.Met(written.get("measured").getAsDouble())
            : result.equals("unseen")
                ? new Finding.Unseen(written.get("reason").getAsString())
                : new Finding.Missed(
                    written.get("measured").getAsDouble(),
                    Advice.valueOf(upper(written.get("advice"))),
                    corners(written));
    return new Assessment(
        Code.valueOf(written.get("code").getAsString()),
        Severity.valueOf(upper(written.get("severity"))),
        finding,
        written.get("limit").getAsString());
  }

  private static List<Point> corners(JsonObject written) {
    return written.has("place")
        ? written.getAsJsonArray("place").asList().stream()
            .map(JsonElement::getAsJsonArray)
            .map(point -> new Point(point.get(0).getAsDouble(), point.get(1).getAsDouble()))
            .toList()
        : List.of();
  }

  private static String upper(JsonElement name) {
    return name.getAsString().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonArray place(List<Point> corners) {
    JsonArray place = new JsonArray();
    for (Point corner : corners) {
      JsonArray point = new JsonArray();
      point.add(Math.round(corner.x));
      point.add(Math.round(corner.y));
      place.add(point);
    }
    return place;
  }

  /** Four significant digits say all that a measurement knows. JSON has no infinity. */
  private static double rounded(double value) {
    if (!Double.isFinite(value)) {
      return value > 0 ? 1e9 : -1e9;
    }
    return Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
  }
}
