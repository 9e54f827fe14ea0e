package org.huizhi.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizhi.spec.Background;
import org.huizhi.spec.Code;
import org.huizhi.spec.Rgb;
import org.huizhi.spec.Rule;
import org.huizhi.spec.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskConfigTest {
  private static final Path OURS = Path.of("kiosk-config");

  @Test
  void readsTheShippedConfiguration() throws Exception {
    KioskConfig config = KioskConfig.read(OURS);
    Spec permit = config.spec("hk-macau-permit");
    assertEquals("往来港澳通行证", permit.title("zh"));
    assertEquals(354, permit.picture().widthPx());
    assertEquals(Background.of(new Rgb(255, 255, 255)), permit.background());
    assertTrue(config.specs().keySet().containsAll(List.of("taiwan-permit", "passport")));
  }

  @Test
  void reportsAllMistakesWithFileAndLine(@TempDir Path folder) throws Exception {
    copy(OURS, folder);
    String zone =
        edit(
            folder, "kiosk.toml", "time-zone = \"Asia/Shanghai\"", "time-zone = \"Asia/Shanghia\"");
    String camera = edit(folder, "kiosk.toml", "camera = \"auto\"", "camra = \"auto\"");
    String dpi = edit(folder, "specs/exit-entry.toml", "dpi = 300", "dpi = \"300\"");
    String width = edit(folder, "specs/exit-entry.toml", "least = 248", "least = 268");
    edit(folder, "specs/passport.toml", "base = \"exit-entry\"", "base = \"exit-entri\"");

    List<String> mistakes =
        assertThrows(ConfigMistakes.class, () -> KioskConfig.read(folder)).mistakes().stream()
            .map(mistake -> folder.relativize(Path.of(mistake.toString())).toString())
            .toList();

    assertStarts(mistakes, zone + "time-zone must be a time zone");
    assertStarts(mistakes, "kiosk.toml:1: camera is missing");
    assertStarts(mistakes, camera + "unknown key camra, did you mean camera?");
    assertStarts(mistakes, dpi + "dpi must be a whole number");
    assertStarts(mistakes, width + "a range needs least");
    assertStarts(mistakes, "specs/passport.toml:1: there is no base exit-entri, did you mean");
    assertEquals(6, mistakes.size(), mistakes.toString());
  }

  /** Neither softer than the file says, nor a contradiction that it knows nothing of. */
  @Test
  void aLimitThatAFileStatesAnewHasNoWiderOneOfItsBase(@TempDir Path folder) throws Exception {
    copy(OURS, folder);
    Path file = folder.resolve("specs/passport.toml");
    Files.writeString(
        file,
        Files.readString(file)
            + """

            [rules.POSE_YAW]
            most-degrees = 5
            [rules.SHADOW]
            most-difference = 0.5
            [rules.POSE_PITCH]
            most-raised-degrees = 10
            surely.most-raised-degrees = 12
            """);
    Map<Code, Rule> rules = KioskConfig.read(folder).spec("passport").rules();
    assertEquals(Map.of(), surely(rules, Code.POSE_YAW));
    assertEquals(Set.of("mostUnderEyes"), surely(rules, Code.SHADOW).keySet());
    assertEquals(
        Map.of("mostRaisedDegrees", 12.0, "mostLoweredDegrees", 16.0),
        surely(rules, Code.POSE_PITCH));
  }

  private static Map<String, Double> surely(Map<Code, Rule> rules, Code code) {
    return Optional.ofNullable(rules.get(code)).orElseThrow().surely();
  }

  @Test
  void aFileThatNotepadSavedIsReadAsItIs(@TempDir Path folder) throws Exception {
    copy(OURS, folder);
    Path file = folder.resolve("specs/passport.toml");
    Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
    assertEquals(354, KioskConfig.read(folder).spec("passport").picture().widthPx());
  }

  @Test
  void namesWhatIsThereTwiceAndDotsThatNobodyCanMean(@TempDir Path folder) throws Exception {
    copy(OURS, folder);
    edit(folder, "kiosk.toml", "languages = [\"zh\", \"en\"]", "languages = [\"zh\", \"zh\"]");
    edit(folder, "specs/exit-entry.toml", "dpi = 300", "dpi = 0");
    String said = assertThrows(ConfigMistakes.class, () -> KioskConfig.read(folder)).getMessage();
    assertTrue(said.contains("languages names zh twice"), said);
    assertTrue(said.contains("dpi must be above 0"), said);
  }

  @Test
  void reportsAPromiseThatTheRecordCannotKeep(@TempDir Path folder) throws Exception {
    copy(OURS, folder);
    edit(folder, "kiosk.toml", "documents = {}", "documents = { passport = \"24 h\" }");
    String said = assertThrows(ConfigMistakes.class, () -> KioskConfig.read(folder)).getMessage();
    assertTrue(said.contains("promises to print again for 90 days"), said);
    edit(folder, "kiosk.toml", "passport = \"24 h\"", "pasport = \"180 d\"");
    said = assertThrows(ConfigMistakes.class, () -> KioskConfig.read(folder)).getMessage();
    assertTrue(said.contains("did you mean passport"), said);
  }

  @Test
  void theRegionsOwnSlipIsUsedWhereThereIsOne(@TempDir Path folder) throws Exception {
    copy(OURS, folder);
    edit(folder, "kiosk.toml", "region = \"\"", "region = \"yunnan\"");
    KioskConfig config = KioskConfig.read(folder);
    assertEquals("exit-entry-yunnan", config.slip(config.spec("passport")).name());
    edit(folder, "kiosk.toml", "region = \"yunnan\"", "region = \"yunan\"");
    String said = assertThrows(ConfigMistakes.class, () -> KioskConfig.read(folder)).getMessage();
    assertTrue(said.contains("no slip pack is of the region yunan"), said);
  }

  @Test
  void reportsNumbersThatNoBarcodeHolds(@TempDir Path folder) throws Exception {
    copy(OURS, folder);
    edit(
        folder,
        "kiosk.toml",
        "\"Y{yyMMdd}{serial:7}{check}\"",
        "\"YXWVUTSRQPONMLKJIH{yyMMdd}{serial:1}\"");
    String said = assertThrows(ConfigMistakes.class, () -> KioskConfig.read(folder)).getMessage();
    assertTrue(said.contains("image-number is too long for the barcode"), said);
  }

  @Test
  void reportsRulesThatNoCheckUnderstands(@TempDir Path folder) throws Exception {
    copy(OURS, folder);
    String roll = edit(folder, "specs/shot.toml", "[rules.POSE_ROLL]", "[rules.CENTRED]");
    String said = assertThrows(ConfigMistakes.class, () -> KioskConfig.read(folder)).getMessage();
    assertTrue(said.contains(roll + "[rules.CENTRED]: there is no such check"), said);
  }

  @Test
  void reportsWhatIsNoToml(@TempDir Path folder) throws Exception {
    copy(OURS, folder);
    Files.writeString(folder.resolve("specs/passport.toml"), "base = \"exit-entry\"\n[title\n");
    Files.write(folder.resolve("specs/visa.toml"), new byte[] {(byte) 0xff, (byte) 0xd8, 0});
    String said = assertThrows(ConfigMistakes.class, () -> KioskConfig.read(folder)).getMessage();
    assertTrue(said.contains("passport.toml:2: ") && said.contains("not UTF-8"), said);
  }

  private static void assertStarts(List<String> lines, String start) {
    assertTrue(lines.stream().anyMatch(line -> line.startsWith(start)), start + " not in " + lines);
  }

  /** Replaces a text; gives where it stood as "FILE:LINE: ". */
  private static String edit(Path folder, String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    int at = text.indexOf(from);
    assertTrue(at >= 0, from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
    return file + ":" + (1 + text.substring(0, at).chars().filter(c -> c == '\n').count()) + ": ";
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
