package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.huizhi.screen.Sight.Shape;
import org.huizhi.screen.Sight.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opencv.core.Mat;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Screens in every language, theme and orientation on one page, {@code target/screens/index.html},
 * each measured and held against the fingerprint of when it was last looked at, and those of a
 * screen of 1280×1024, which has more room than a wide one. All of them take a quarter of an hour:
 * {@code -Dscreens=REGEX} says which, and {@code -Dscreens.accept=true} keeps their fingerprints as
 * they now are.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ContactPageTest {
  private static final String USUALLY = "^(portrait|wide)-usual-zh-";
  private static final Path FOLDER = Path.of("target", "screens");
  private static final Path LOOKED_AT = Path.of("src/test/java/org/huizhi/screen/screens.txt");

  private Stand stand;

  @Start
  void start(Stage window) throws Exception {
    stand = new Stand(window);
  }

  @Test
  void screensLookAsTheyDidWhenLookedAt() throws Exception {
    Pattern wanted = Pattern.compile(System.getProperty("screens", USUALLY));
    boolean accept = Boolean.getBoolean("screens.accept");
    Map<String, Fingerprint> kept = read();
    List<String> wrong = new ArrayList<>();
    StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8>\n");
    Files.createDirectories(FOLDER);
    for (Sight sight : all().filter(one -> wanted.matcher(one.name()).find()).toList()) {
      stand.measure(sight, wrong);
      Fingerprint seen = look(sight);
      Fingerprint before = accept ? seen : kept.get(sight.name());
      if (accept) {
        kept.put(sight.name(), seen);
      } else if (before == null) {
        wrong.add(sight.name() + " was never looked at");
      } else if (before.difference(seen) > 0) {
        wrong.add(sight.name() + " differs in squares: " + before.difference(seen));
      }
      page.append(figure(sight.name()));
    }
    Files.writeString(FOLDER.resolve("index.html"), page);
    System.out.println(stand.least);
    if (accept) {
      kept.keySet().retainAll(all().map(Sight::name).collect(Collectors.toSet()));
      write(kept);
    }
    assertEquals("", String.join("\n", wrong));
  }

  /** Four times as many dots show the same sheet. */
  @Test
  void anUltraHighScreenLooksAsTheWideOneDoes() {
    for (String sample : List.of("welcome-wiped", "name-parts-found", "framing-shutter")) {
      Fingerprint wide = look(new Sight(sample, "zh", Theme.USUAL, Shape.WIDE));
      Sight ultraHigh = new Sight(sample, "zh", Theme.USUAL, Shape.ULTRA_HIGH);
      assertEquals(0, wide.difference(look(ultraHigh)), ultraHigh.name());
    }
  }

  /** What a person sees at once, the fingerprints must see too. */
  @Test
  void smallChangesAreSeen() {
    Fingerprint usual = look(new Sight("consent", "zh", Theme.USUAL, Shape.PORTRAIT));
    assertEquals(
        0, usual.difference(look(new Sight("consent", "zh", Theme.USUAL, Shape.PORTRAIT))));
    for (Sight other :
        List.of(
            new Sight("consent-child", "zh", Theme.USUAL, Shape.PORTRAIT),
            new Sight("consent", "zh-Hant", Theme.LARGE, Shape.PORTRAIT),
            new Sight("consent", "en", Theme.USUAL, Shape.PORTRAIT))) {
      assertTrue(usual.difference(look(other)) > 0, other.name());
    }
  }

  private Fingerprint look(Sight sight) {
    stand.show(sight);
    List<Fingerprint> seen = new ArrayList<>();
    Stand.act(
        () -> {
          Mat picture = Pixels.picture(stand.view);
          seen.add(Fingerprint.of(picture));
          Pixels.save(picture, FOLDER.resolve(sight.name() + ".png"));
          picture.release();
        });
    return seen.getFirst();
  }

  private static Stream<Sight> all() {
    return Stream.concat(
        Stream.of(Shape.PORTRAIT, Shape.WIDE)
            .flatMap(
                shape ->
                    Stream.of(Theme.values()).flatMap(theme -> Sight.all(theme, shape).stream())),
        Sight.all(Theme.USUAL, Shape.SQUARE).stream());
  }

  private static String figure(String name) {
    return ("<figure style='display:inline-block'><img src='%s.png' width=270>"
            + "<figcaption>%s</figcaption></figure>\n")
        .formatted(name, name);
  }

  private static Map<String, Fingerprint> read() throws IOException {
    Map<String, Fingerprint> kept = new TreeMap<>();
    if (Files.exists(LOOKED_AT)) {
      for (String line : Files.readAllLines(LOOKED_AT)) {
        String[] parts = line.split(" ", -1);
        kept.put(parts[0], new Fingerprint(parts[1]));
      }
    }
    return kept;
  }

  private static void write(Map<String, Fingerprint> kept) throws IOException {
    Files.write(
        LOOKED_AT,
        kept.entrySet().stream().map(one -> one.getKey() + " " + one.getValue().digits()).toList());
  }
}
