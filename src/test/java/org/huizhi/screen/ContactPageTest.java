package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Every screen in every language, theme and shape on one page, {@code target/screens/index.html},
 * each measured too. Takes minutes, so it runs only where {@code -Dscreens=REGEX} says which.
 */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "screens", matches = ".+")
@SuppressWarnings("NullAway.Init")
class ContactPageTest {
  private static final Path FOLDER = Path.of("target", "screens");

  private Stand stand;

  @Start
  void start(Stage window) throws Exception {
    stand = new Stand(window);
  }

  @Test
  void allScreens() throws Exception {
    Pattern wanted = Pattern.compile(System.getProperty("screens", ""));
    Files.createDirectories(FOLDER);
    List<String> wrong = new ArrayList<>();
    StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8>\n");
    Stream.of(Sight.Shape.values())
        .flatMap(
            shape ->
                Stream.of(Sight.Theme.values()).flatMap(theme -> Sight.all(theme, shape).stream()))
        .filter(sight -> wanted.matcher(sight.name()).find())
        .forEach(
            sight -> {
              stand.measure(sight, wrong);
              Stand.act(() -> Pixels.save(stand.view, sight.name()));
              page.append(
                  "<figure style='display:inline-block'><img src='%s.png' width=270><figcaption>%s"
                          .formatted(sight.name(), sight.name())
                      + "</figcaption></figure>\n");
            });
    Files.writeString(FOLDER.resolve("index.html"), page);
    assertEquals("", String.join("\n", wrong));
  }
}
