package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huizhi.camera.PictureFile;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.photo.CropConflict;
import org.huizhi.photo.Trial;
import org.huizhi.spec.Code;
import org.huizhi.spec.Severity;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Tries pictures as the photo of every document, and counts what became of them. */
final class SpecTrial {
  /** What became of the pictures as one document's photo. */
  private static final class Row {
    private int made;
    private int failed;
    private final Map<String, Integer> conflicts = new TreeMap<>();
    private final Map<Code, Integer> missed = new TreeMap<>();
  }

  private final Collection<Spec> specs;
  private final Optional<Path> out;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /**
   * @param out where each photo is written as PICTURE.DOCUMENT.jpg
   */
  SpecTrial(Collection<Spec> specs, Optional<Path> out) {
    this.specs = specs;
    this.out = out;
    specs.forEach(spec -> rows.put(spec.name(), new Row()));
  }

  /** Tries one picture after another; each that cannot be used is said on stderr. */
  boolean tryAll(List<Path> pictures) throws IOException {
    boolean all = true;
    try (Studio studio = new Studio(Home.cache())) {
      for (Path picture : pictures) {
        try {
          tryOne(studio, picture);
        } catch (PictureFile.Unreadable | IllegalArgumentException unusable) {
          System.err.println(picture + ": " + unusable.getMessage());
          all = false;
        }
      }
    }
    return all;
  }

  private void tryOne(Studio studio, Path picture) throws IOException, PictureFile.Unreadable {
    Mat bgr = PictureFile.read(picture);
    try {
      Spec any = specs.iterator().next();
      for (Trial trial : studio.judge(bgr, any, (shot, verdict) -> studio.tryAll(shot, specs))) {
        count(picture, trial);
      }
    } finally {
      bgr.setTo(Scalar.all(0));
      bgr.release();
    }
  }

  private void count(Path picture, Trial trial) throws IOException {
    Row row = rows.computeIfAbsent(trial.spec().name(), name -> new Row());
    switch (trial) {
      case Trial.Conflict conflict -> row.conflicts.merge(demands(conflict.why()), 1, Integer::sum);
      case Trial.Made made -> {
        List<Code> missed = missed(made.assessments());
        missed.forEach(code -> row.missed.merge(code, 1, Integer::sum));
        if (missed.isEmpty()) {
          row.made++;
        } else {
          row.failed++;
        }
        if (out.isPresent()) {
          String name = Documents.stem(picture) + "." + trial.spec().name() + ".jpg";
          Files.write(out.get().resolve(name), made.jpeg());
        }
      }
    }
  }

  private static String demands(CropConflict why) {
    return codes(why.smaller()) + " against " + codes(why.larger());
  }

  private static String codes(CropConflict.Demand demand) {
    return demand.codes().stream().map(Code::name).collect(Collectors.joining("+"));
  }

  private static List<Code> missed(List<Assessment> assessments) {
    return assessments.stream()
        .filter(one -> one.severity() == Severity.VETO && !(one.finding() instanceof Finding.Met))
        .map(Assessment::code)
        .toList();
  }

  /** A line for each document. */
  void print() {
    System.out.printf("%-26s %5s %7s %9s  %s%n", "document", "photo", "failed", "conflict", "why");
    rows.forEach(
        (name, row) -> {
          int conflicts = row.conflicts.values().stream().mapToInt(Integer::intValue).sum();
          Map<String, Integer> why = new TreeMap<>(row.conflicts);
          row.missed.forEach((code, times) -> why.put(code.name(), times));
          System.out.printf(
              "%-26s %5d %7d %9d  %s%n",
              name,
              row.made,
              row.failed,
              conflicts,
              why.entrySet().stream()
                  .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                  .map(one -> one.getValue() + " " + one.getKey())
                  .collect(Collectors.joining(", ")));
        });
  }
}
