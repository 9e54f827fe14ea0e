package org.huizhi.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.huizhi.spec.Range;
import org.huizhi.spec.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LengthsTest {
  @TempDir Path folder;

  @Test
  void millimetresBecomePixels() throws Exception {
    Range width = read("head-width-mm = { least = 21, most = 24 }").geometry().headWidthPx().get();
    assertEquals(248.03, width.least(), 0.01);
    assertEquals(283.46, width.most(), 0.01);
    assertEquals(265.75, width.aim(), 0.01, "the middle where no aim is stated");
  }

  @Test
  void theNearerFileWinsWhateverItsUnit() throws Exception {
    Spec spec = read("crown-gap-mm = { least = 3, most = 5 }");
    assertEquals(35.43, spec.geometry().crownGapPx().get().least(), 0.01);
  }

  @Test
  void bothUnitsMayStandWhereTheyAgree() throws Exception {
    Spec spec =
        read(
            "head-width-mm = { least = 21, most = 24 }\n"
                + "head-width-px = { least = 248, aim = 262, most = 283 }");
    assertEquals(new Range(248, 262, 283), spec.geometry().headWidthPx().get());
  }

  @Test
  void aContradictionIsNamedWithItsLine() {
    String said =
        mistakes(
            "head-width-px = { least = 230, most = 283 }\n"
                + "head-width-mm = { least = 21, most = 24 }");
    assertTrue(
        said.contains(
            "ours.toml:4: head-width-mm is 248–283 px at 300 dpi, but head-width-px says 230–283"),
        said);
  }

  @Test
  void aPictureOfAnotherSizeThanItsMillimetresIsNamed() {
    String said = mistakes("", "[picture]\nwidth-mm = 33\nwidth-px = 354\n");
    assertTrue(
        said.contains("width-mm is 390 px at 300 dpi, but width-px says 354: correct one"), said);
  }

  @Test
  void halfAPixelAndMoreThanAnybodyAsksForAreNamed() {
    String huge = mistakes("", "[picture]\nwidth-px = 99999999999\n");
    assertTrue(huge.contains("not above 10000"), huge);
    String said = mistakes("", "[picture]\nwidth-px = 354.5\n");
    assertTrue(said.contains("width-px must be a whole number"), said);
  }

  @Test
  void demandsThatNoHeadCanMeetAreNamed() {
    String said = mistakes("head-height-px = { least = 450, most = 470 }");
    assertTrue(said.contains("crown gap, head and chin gap together are higher"), said);
    String outside = mistakes("eye-line-px = { least = 176, most = 999 }");
    assertTrue(outside.contains("EYE_LINE reaches outside the photo of 472 px"), outside);
  }

  @Test
  void onlyDemandsOfTheGeometryGiveWay() {
    String said = mistakes("gives-way = { BLUR = \"eye-line\" }");
    assertTrue(
        said.contains("gives-way is about demands of the geometry, which BLUR is not"), said);
    String mistyped = mistakes("gives-way = { HEAD_WIDTH = \"pupil-distanse\" }");
    assertTrue(mistyped.contains("did you mean pupil-distance?"), mistyped);
  }

  private Spec read(String geometry) throws Exception {
    return read(geometry, "");
  }

  private Spec read(String geometry, String more) throws Exception {
    for (String base : new String[] {"shot", "exit-entry"}) {
      Files.copy(Path.of("kiosk-config/specs", base + ".toml"), folder.resolve(base + ".toml"));
    }
    write(geometry, more);
    return Objects.requireNonNull(
        KioskConfig.read(Path.of("kiosk-config")).specsIn(folder).get("ours"));
  }

  private void write(String geometry, String more) throws IOException {
    Files.writeString(
        folder.resolve("ours.toml"),
        "base = \"exit-entry\"\n[geometry]\n"
            + geometry
            + "\n"
            + more
            + "[title]\nzh = \"某证\"\nen = \"Some document\"\n");
  }

  private String mistakes(String geometry) {
    return mistakes(geometry, "");
  }

  private String mistakes(String geometry, String more) {
    try {
      for (String base : new String[] {"shot", "exit-entry"}) {
        Files.deleteIfExists(folder.resolve(base + ".toml"));
      }
    } catch (IOException wrong) {
      throw new java.io.UncheckedIOException(wrong);
    }
    return assertThrows(ConfigMistakes.class, () -> read(geometry, more)).getMessage();
  }
}
