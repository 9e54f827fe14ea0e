package org.huizhi.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.huizhi.check.Verdict;
import org.huizhi.photo.MadePhoto;
import org.huizhi.photo.PixelOperation;
import org.huizhi.spec.Spec;

/** The report beside a finished photo: findings, the file measured again, and what was done. */
final class ReportJson {
  /** Writes reports that a person can read. */
  static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ReportJson() {}

  static JsonObject of(
      Spec document, String imageNumber, Verdict verdict, MadePhoto photo, boolean specimen) {
    JsonObject report = new JsonObject();
    report.addProperty("spec", document.name());
    report.addProperty("image_number", imageNumber);
    report.addProperty("specimen", specimen);
    of(verdict, photo).asMap().forEach(report::add);
    report.addProperty("source_sha256", photo.sourceSha256());
    report.addProperty("photo_sha256", photo.resultSha256());
    report.add("operations", operations(photo));
    return report;
  }

  /** What can be found anew by whoever has shot and photo. */
  static JsonObject of(Verdict verdict, MadePhoto photo) {
    JsonObject found = new JsonObject();
    found.addProperty("verdict", VerdictJson.lower(verdict.decision()));
    found.add("findings", VerdictJson.findings(verdict.assessments()));
    found.add("result", VerdictJson.findings(photo.assessments()));
    found.add("file", VerdictJson.LINE.toJsonTree(photo.facts()));
    return found;
  }

  static JsonArray operations(MadePhoto photo) {
    return operations(photo.operations());
  }

  private static JsonArray operations(List<PixelOperation> operations) {
    JsonArray array = new JsonArray();
    for (PixelOperation operation : operations) {
      JsonObject one = new JsonObject();
      one.addProperty("name", operation.name());
      operation.parameters().forEach(one::addProperty);
      array.add(one);
    }
    return array;
  }
}
