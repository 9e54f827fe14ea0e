package org.huizhi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the rooms to the arrows that README draws. */
class ArrowsTest {
  /** Which rooms each room may use. */
  static final Map<String, Set<String>> ARROWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("spec", Set.of()),
              Map.entry("name", Set.of()),
              Map.entry("card", Set.of()),
              Map.entry("voice", Set.of()),
              Map.entry("storage", Set.of()),
              Map.entry("queue", Set.of("storage")),
              Map.entry("camera", Set.of()),
              Map.entry("face", Set.of()),
              Map.entry("check", Set.of("spec", "face", "camera")),
              Map.entry("photo", Set.of("spec", "face", "check")),
              Map.entry("session", Set.of("spec", "check", "photo", "queue")),
              Map.entry("record", Set.of("spec", "photo", "storage")),
              Map.entry("receipt", Set.of("spec", "record", "storage")),
              Map.entry("staff", Set.of("record", "storage")),
              Map.entry("centre", Set.of("record", "storage")),
              Map.entry("printer", Set.of("receipt")),
              Map.entry(
                  "screen", Set.of("session", "check", "spec", "camera", "name", "voice", "queue")),
              Map.entry("board", Set.of("queue", "screen")),
              Map.entry(
                  "console",
                  Set.of(
                      "screen", "session", "check", "spec", "staff", "record", "queue", "storage")),
              Map.entry(
                  "config",
                  Set.of(
                      "spec", "camera", "face", "check", "photo", "session", "record", "receipt",
                      "printer", "screen", "storage", "voice", "queue", "staff", "console",
                      "centre")),
              Map.entry(
                  "app",
                  Set.of(
                      "spec", "camera", "face", "check", "photo", "session", "record", "receipt",
                      "printer", "screen", "storage", "queue", "board", "config", "name", "card",
                      "voice", "staff", "console", "centre"))));

  static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.huizhi");

  @Test
  void roomsUseOnlyWhatTheyMay() {
    for (String room : ARROWS.keySet()) {
      forbiddenFrom(room).allowEmptyShould(true).check(HOUSE);
    }
  }

  @Test
  void thereAreNoCycles() {
    slices().matching("org.huizhi.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void librariesStayInTheirRooms() {
    only("javafx..", "screen", "board", "console", "app").check(HOUSE);
    only("org.opencv..", "camera", "face", "check", "photo", "screen", "app").check(HOUSE);
    only("java.sql..", "storage", "record", "queue", "staff").check(HOUSE);
    only("org.apache.pdfbox..", "receipt", "printer").check(HOUSE);
  }

  /** The session and the specs are plain Java, so that a story is tested without a machine. */
  @Test
  void sessionAndSpecArePure() {
    noClasses()
        .that()
        .resideInAnyPackage("org.huizhi.session..", "org.huizhi.spec..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.nio..", "java.sql..", "java.util.concurrent..", "javafx..")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  /** The canary: an arrow that does exist in the house must be reported when it is forbidden. */
  @Test
  void aForbiddenArrowIsReported() {
    ArchRule noAppToCheck =
        noClasses()
            .that()
            .resideInAPackage("org.huizhi.check..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.huizhi.spec..");
    assertThrows(AssertionError.class, () -> noAppToCheck.check(HOUSE));
  }

  @Test
  void everyRoomIsNamedHere() throws Exception {
    try (Stream<Path> rooms = Files.list(Path.of("src/main/java/org/huizhi"))) {
      Set<String> found = new TreeSet<>();
      rooms.filter(Files::isDirectory).forEach(room -> found.add(room.getFileName().toString()));
      assertEquals(ARROWS.keySet(), found);
    }
  }

  private static ArchRule forbiddenFrom(String room) {
    List<String> forbidden = new ArrayList<>();
    for (String other : ARROWS.keySet()) {
      if (!other.equals(room) && !ARROWS.getOrDefault(room, Set.of()).contains(other)) {
        forbidden.add("org.huizhi." + other + "..");
      }
    }
    return noClasses()
        .that()
        .resideInAPackage("org.huizhi." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new));
  }

  private static ArchRule only(String library, String... rooms) {
    String[] packages =
        Stream.of(rooms).map(room -> "org.huizhi." + room + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
