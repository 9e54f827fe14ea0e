package org.huizhi.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips of the finger that nothing else would notice before an applicant does. */
class SilentMistakesTest {
  /** A mistake of several keys together stands where their table begins. */
  private static final int FAR = 30;

  @TempDir Path folder;

  /** Each cell is a file, a text of it, what somebody writes instead, and what is said of it. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what must not be empty
        "kiosk.toml | machine = \"1\" | machine = \"\" | machine must be a text that is not empty",
        "kiosk.toml | data = \"~/huizhi\" | data = \"\" | data must be a path",
        "kiosk.toml | name = \"folder\" | name = \" \" | name must be a text that is not empty",
        "kiosk.toml | folder = \"slips\" | folder = \"\" | folder must be a path",
        "kiosk.toml | fonts = [] | fonts = [\"\"] | in fonts each must be a path",
        "kiosk.toml | recordings = \"voice\" | recordings = \"\" | recordings must be a path",
        "kiosk.toml | # lamp = \"/dev/ttyUSB1\" | lamp = \"\" | lamp must be a text that is not",
        "kiosk.toml | zh = \"出入境接待大厅自助照相点\" | zh = \"\" | zh must be a text that is not",
        "specs/visa.toml | en = \"Visa for foreigners\" | en = \"\" | en must be a text that is"
            + " not",
        "specs/visa.toml | zh = \"外国人签证\" | | title needs the document's name in zh",
        "slips/exit-entry.toml | version = \"1\" | version = \"\" | version must be a text that is",
        "words/en.toml | larger = \"Larger\" | larger = \"  \" | top.larger says nothing",
        // languages
        "kiosk.toml | en = \"Normal\" | ne = \"Normal\" | did you mean en?",
        "specs/visa.toml | en = \"Visa | ne = \"Visa | title is in ne, which no words are in",
        "kiosk.toml | zh = \"普通\", en | en | title under [[queue.kinds]] says nothing in zh",
        // cameras, printers, database
        "kiosk.toml | camera = \"auto\" | camera = \"webcam\" | camera = \"webcam\" names none",
        "kiosk.toml | camera = \"auto\" | camera = \"auto:1\" | is not auto, opencv:NUMBER",
        "kiosk.toml | camera = \"auto\" | camera = \"opencv\" | is not auto, opencv:NUMBER",
        "kiosk.toml | camera = \"auto\" | camera = \"http://c:99999/v\" | has no port above 65535",
        "kiosk.toml | \"sqlite\" | \"postgresql://k@h:99999/n\" | has no port above 65535",
        "kiosk.toml | \"sqlite\" | \"postgresql://k@h/n?role=\" | in database role says nothing",
        "kiosk.toml | \"sqlite\" | \"postgresql://k@h/n?pool=2&pool=3\" | pool stands there twice",
        "kiosk.toml | power-line-hz = 50 | power-line-hz = 55 | power-line-hz must be 50, 60 or 0",
        // numbers and times
        "kiosk.toml | width-mm = 299 | width-mm = inf | width-mm must be a number",
        "kiosk.toml | usual = \"90 d\" | usual = \"9000 d\" | usual must be a time such as",
        "kiosk.toml | \"2 h\" | \"99999999999999999999 h\" | come-back must be a time such as",
        "kiosk.toml | come-back = \"2 h\" | come-back = \"8 d\" | come-back is longer than without",
        "kiosk.toml | warning = \"20 s\" | warning = \"61 s\" | warning must be shorter than"
            + " choosing",
        "kiosk.toml | warning = \"20 s\" | warning = \"0 s\" | warning must be longer than nothing",
        "kiosk.toml | -shutter = \"20 s\" | -shutter = \"2 min\" | manual-shutter must be shorter",
        "specs/shot.toml | most-upscale = 1.15 | most-upscale = 115 | most-upscale is at least 1",
        "specs/exit-entry.toml | \"P6M\" | \"P0D\" | validity is days, months or years",
        "specs/exit-entry.toml | \"P6M\" | \"P-6M\" | validity is days, months or years",
        "specs/exit-entry.toml | \"P6M\" | \"P6M15D\" | validity is days, months or years",
        "specs/exit-entry.toml | \"P6M\" | \"P900Y\" | validity is days, months or years",
        "specs/exit-entry.toml | centre-px = 8 | centre-px = -8 | most-off-centre reaches outside",
        "specs/exit-entry.toml | centre-px = 8 | centre-px = 800 | most-off-centre reaches outside",
        "specs/exit-entry.toml | { least = 40960, aim = 43000, most = 45000 } | { least = 40, most"
            + " = 45 } | bytes are no KB",
        "specs/shot.toml | most-dark-share = 0.8 | most-dark-share = 80 | is a share, from 0 to",
        "specs/shot.toml | most-raised-degrees = 15 | most-raised-degrees = -15 | from 0 to 180",
        "specs/shot.toml | pupil-distance-px = 60 | pupil-distance-px = -60 | below 0",
        "specs/exit-entry-strict.toml | least-l = 59 | least-l = 69 | least-l is above most-l",
        // lists
        "specs/shot.toml | required = [] | required = [\"passport\"] | required names passport",
        "specs/shot.toml | [\"id-number\"] | [\"name\", \"name\"] | asked names name twice",
        "specs/exit-entry.toml | \"pupil-distance\" | \"head-width\" | gives way to itself",
        "slips/exit-entry.toml | \"a5\", | \"a5\", \"a4\", | papers names a4 twice",
        "slips/exit-entry.toml | = \"valid-until\" | = \"taken-at\" | fields has TAKEN_AT twice",
        "specs/visa.toml | slip = \"foreigner\" | abstract = \"true\" | abstract must be true or",
        "kiosk.toml | folder = \"slips\" | folder = \"slips\"\\n"
            + "[[printers]]\\n"
            + "kind = \"queue\"\\n"
            + "name = \"folder\" | printers names folder twice",
        // too much
        "kiosk.toml | calls = 3 | calls = 3000 | calls is at least 1 and at most 20",
        "kiosk.toml | \"15 min\" | \"1500 h\" | head-start cannot be negative or longer than a day",
        "kiosk.toml | idle-lock = \"2 min\" | idle-lock = \"2 d\" | idle-lock must be longer than",
        "kiosk.toml | height-mm = 531 | height-mm = 53100 | a screen is wider and higher than",
        "kiosk.toml | farewell = \"20 s\" | farewell = \"20 d\" | farewell must be longer than"
            + " nothing",
        "kiosk.toml | farewell = \"20 s\" | farewell = \"0 s\" | farewell must be longer than"
            + " nothing",
        "kiosk.toml | countdown = \"3 s\" | countdown = \"3 min\" | countdown must be shorter than",
        "kiosk.toml | most-shots = 10 | most-shots = 1000 | most-shots must be 1 or more",
        "kiosk.toml | -slip = \"7 d\" | -slip = \"95 d\" | without-slip is longer than usual",
        "kiosk.toml | # lamp = | card-reader = \"/dev/ttyUSB1\"\\n"
            + "lamp = | cannot be on the same port",
        "kiosk.toml | camera = \"auto\" | camera = \"usb\" | camera \"usb\" is not auto",
        "specs/shot.toml | least-gap-over-width = 0.18 | least-gap-over-width = -1 | nothing can"
            + " fail",
        "specs/shot.toml | most-covered = 0.04 | most-covered = -4 | so that nothing can pass",
        "specs/shot.toml | surely.most-difference = 0.4 | surely.most-difference = 0.1 |"
            + " surely.most-difference lies within the limit itself",
        "specs/shot.toml | surely.least-luminance = 0.2 | surely.least-luminance = 0.4 |"
            + " surely.least-luminance lies within",
        "specs/shot.toml | surely.least-luminance = 0.2 | surely.least-luminance = -1 | nothing can"
            + " fail",
        "specs/shot.toml | surely.most-difference = 0.4 | surely.most-differences = 0.4 | is not"
            + " one of its limits",
        "specs/shot.toml | surely.least-luminance = 0.2 | surely = 0.2 | surely must be a table",
        // braces
        "slips/exit-entry.toml | 办理。（本回执有效期{validity} | 办理。（本回执有效期{validity | a brace",
        "words/en.toml | Machine {0} | Machine {o} | board.machine has {o}, did you mean {0}?",
        "words/en.toml | Machine {0} | Machine { 0 } | board.machine has { 0 }, did you mean {0}?",
        "words/en.toml | Machine {0} | Machine {5} | board.machine has {5}, did you mean {0}?",
        "words/en.toml | Machine {0} | Machine {0 | board.machine has a brace without its other",
        "words/en.toml | Machine {0} | Machine | board.machine lacks {0}",
        "words/en.toml | {0}, please go to machine {1} | {0}, go | board.say lacks {1}",
        "words/en.toml | title = \"Before | title = \"{0} Before | consent.title has {0}, but"
            + " nothing",
        "words/staff/en.toml | {0} s left | {O} s left | now.left has {O}, did you mean {0}?",
        "words/staff/en.toml | {0} GB free | GB free | fact.free-gb lacks {0}",
        "words/en.toml | digits = \"zero | digits = \"| board.digits needs the ten digits",
      })
  void isReportedWithItsLine(String file, String from, String to, String said) throws Exception {
    copy(Path.of("kiosk-config"), folder);
    String fresh = to == null ? "" : to.replace("\\n", "\n");
    int line = edit(file, from, fresh);
    List<Mistake> mistakes =
        assertThrows(ConfigMistakes.class, () -> KioskConfig.read(folder)).mistakes();
    List<Mistake> right =
        mistakes.stream().filter(mistake -> mistake.sentence().contains(said)).toList();
    assertTrue(!right.isEmpty(), said + " not in " + mistakes);
    assertEquals(folder.resolve(file), right.getFirst().file());
    int at = right.getFirst().line();
    assertTrue(line == 0 || (line - FAR < at && at <= line + 1), line + ": " + right);
  }

  /** Gives the line of what was put there; 0 where nothing was. */
  private int edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    int at = text.indexOf(from);
    assertTrue(at >= 0, from);
    Files.writeString(
        folder.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
    return to.isEmpty()
        ? 0
        : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
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
