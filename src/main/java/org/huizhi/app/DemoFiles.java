package org.huizhi.app;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huizhi.record.CaseStore;
import org.huizhi.record.KeptCase;
import org.huizhi.record.PrintJob;

/** Takes what a demonstration made out of the record and puts it into files. */
final class DemoFiles {
  private final Path out;

  DemoFiles(Path out) {
    this.out = out;
  }

  /** Writes photo.jpg, slip.pdf and report.json. */
  void write(CaseStore store, String imageNumber) throws IOException {
    KeptCase kept = store.byNumber(imageNumber).orElseThrow();
    PrintJob job = store.jobs().of(kept.id()).getLast();
    Files.write(out.resolve("photo.jpg"), kept.photo().orElseThrow().jpeg());
    Files.write(out.resolve("slip.pdf"), store.jobs().slip(job.id()).orElseThrow());
    JsonObject report = new JsonObject();
    report.addProperty("image_number", imageNumber);
    report.addProperty("spec", kept.spec());
    report.addProperty("shot_at", kept.shotAt().toString());
    report.addProperty("slip", job.state().name());
    report.addProperty("photo_sha256", kept.photoSha256());
    report.add("findings", JsonParser.parseString(kept.findings()));
    report.add("operations", JsonParser.parseString(kept.operations()));
    Files.writeString(out.resolve("report.json"), ReportJson.PRETTY.toJson(report) + "\n");
  }
}
