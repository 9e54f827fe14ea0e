package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huizhi.camera.PictureFile;
import org.huizhi.face.Face;
import org.huizhi.face.FaceReader;
import org.huizhi.face.HeadMeasure;
import org.huizhi.face.OpenCv;
import org.huizhi.face.PersonMask;
import org.huizhi.face.PersonParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

/**
 * Crown and chin as measured against those that a person marked; in shares of the head's height.
 */
class HeadMarksTest {
  private static final Path PHOTOS = Path.of("../shared/photos/dev/images");

  /** Asked of the whole: half of the heads, and all but one in twenty. */
  private static final double MOST_MEDIAN = 0.02;

  private static final double MOST_P95 = 0.04;

  private record Mark(String file, String hash, double crown, double chin) {
    boolean bearded() {
      return Double.isNaN(chin);
    }

    static Mark of(String line) {
      String[] cells = line.split("\t", -1);
      double chin = cells[3].equals("-") ? Double.NaN : Double.parseDouble(cells[3]);
      return new Mark(cells[0], cells[1], Double.parseDouble(cells[2]), chin);
    }
  }

  @Test
  void crownAndChinStandWhereAPersonSeesThem(@TempDir Path cache) throws Exception {
    assumeTrue(Files.isDirectory(PHOTOS), "the portraits of the marks are not here");
    OpenCv.load();
    List<Double> crowns = new ArrayList<>();
    List<Double> chins = new ArrayList<>();
    try (FaceReader reader = FaceReader.open(cache);
        PersonMask coarse = PersonMask.open();
        PersonParts parts = PersonParts.open(cache)) {
      for (Mark mark : marks()) {
        Path file = PHOTOS.resolve(mark.file());
        assertTrue(Digest.of(Files.readAllBytes(file)).startsWith(mark.hash()), mark.file());
        HeadMeasure head = measure(file, reader, coarse, parts);
        double height = (mark.bearded() ? head.chin().y : mark.chin()) - mark.crown();
        crowns.add((head.crownY() - mark.crown()) / height);
        if (!mark.bearded()) {
          chins.add((head.chin().y - mark.chin()) / height);
        }
        System.out.printf(
            "%-14s crown %+.1f %%  chin %s%n",
            mark.file(),
            100 * crowns.getLast(),
            mark.bearded() ? "under a beard" : "%+.1f %%".formatted(100 * chins.getLast()));
      }
    }
    within("crown", crowns);
    within("chin", chins);
  }

  private static void within(String what, List<Double> errors) {
    double[] sorted = errors.stream().mapToDouble(Math::abs).sorted().toArray();
    double median = sorted[sorted.length / 2];
    double p95 = sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    String said =
        "%s: %d heads, median %.1f %%, p95 %.1f %% of the head's height"
            .formatted(what, sorted.length, 100 * median, 100 * p95);
    System.out.println(said);
    assertTrue(median <= MOST_MEDIAN && p95 <= MOST_P95, said);
  }

  private static HeadMeasure measure(
      Path file, FaceReader reader, PersonMask coarse, PersonParts parts) throws Exception {
    Mat picture = PictureFile.read(file);
    Face face = reader.look(picture).face().orElseThrow();
    Mat mask = coarse.of(picture);
    try (Cutout cutout = Cutout.of(picture, mask, parts, face.landmarks())) {
      return HeadMeasure.of(face, cutout.alpha());
    } finally {
      mask.release();
      picture.release();
    }
  }

  private static List<Mark> marks() throws IOException {
    try (InputStream in = HeadMarksTest.class.getResourceAsStream("marks.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Mark::of)
          .toList();
    }
  }
}
