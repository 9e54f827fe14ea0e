package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huizhi.storage.Audit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pulls the power of a busy kiosk's disk: a small library between the kiosk and the system keeps
 * what is durable after each fsync. Every such state, and every one with half of the next sync's
 * blocks, must open with all numbers that were announced before. {@code -Dhuizhi.syncs=2000} looks
 * at so many states.
 */
class PowerLossTest {
  private static final int SYNCS = Integer.getInteger("huizhi.syncs", 40);

  /** Disks write whole sectors; SQLite's pages are eight of them. */
  private static final int SECTOR = 512;

  @TempDir Path temp;

  @Test
  void whateverTheDiskHeldOpensWithAllThatWasAnnounced() throws Exception {
    Path dir = temp.toRealPath();
    Path out = dir.resolve("power");
    Path said = dir.resolve("said");
    record(dir, out, said);
    List<String> announced = Files.readAllLines(said);
    List<Path> states;
    try (Stream<Path> folders = Files.list(out)) {
      states = folders.filter(PowerLossTest::isState).sorted().toList();
    }
    assertTrue(states.size() > 20, "the kiosk hardly wrote: " + states.size());
    Random random = new Random(20_261_127);
    int step = Math.max(1, states.size() / SYNCS);
    for (int i = 0; i < states.size() - 1; i += step) {
      assertOpens(held(states.get(i), dir.resolve("a" + i)), told(announced, states.get(i)));
      Path torn = torn(states.get(i), states.get(i + 1), dir.resolve("b" + i), random);
      assertOpens(torn, told(announced, states.get(i)));
    }
  }

  private static boolean isState(Path folder) {
    return Character.isDigit(folder.getFileName().toString().charAt(0));
  }

  /** Lets a kiosk write for a while with the library in between, then kills it. */
  private static void record(Path dir, Path out, Path said) throws Exception {
    Path library = compile(dir);
    Path data = dir.resolve("data");
    Files.createDirectories(out.resolve("durable"));
    ProcessBuilder kiosk =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BusyKiosk.class.getName(),
                data.toString(),
                dir.resolve("slips").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(said.toFile());
    kiosk.environment().put("LD_PRELOAD", library.toString());
    kiosk.environment().put("POWER_DATA", data.toString());
    kiosk.environment().put("POWER_OUT", out.toString());
    kiosk.environment().put("POWER_SAID", said.toString());
    Process running = kiosk.start();
    String last = "%05d".formatted(SYNCS * 3);
    for (int i = 0; i < 1200 && Files.notExists(out.resolve(last)) && running.isAlive(); i++) {
      running.waitFor(50, TimeUnit.MILLISECONDS);
    }
    running.destroyForcibly().waitFor();
  }

  private static Path compile(Path dir) throws IOException, InterruptedException {
    Path source = dir.resolve("power-loss.c");
    Path library = dir.resolve("power-loss.so");
    try (InputStream packed =
        Objects.requireNonNull(PowerLossTest.class.getResourceAsStream("power-loss.c"))) {
      Files.copy(packed, source);
    }
    Assumptions.assumeTrue(
        System.getProperty("os.name").equals("Linux"), "SKIPPED: LD_PRELOAD needs Linux");
    try {
      Process gcc =
          new ProcessBuilder(
                  "gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
              .inheritIO()
              .start();
      assertEquals(0, gcc.waitFor(), "power-loss.c does not compile");
    } catch (IOException none) {
      Assumptions.abort("SKIPPED: no power is cut, for there is no gcc: " + none);
    }
    return library;
  }

  /** The numbers announced before the sync that made this state. */
  private static List<String> told(List<String> announced, Path state) throws IOException {
    long length = Long.parseLong(Files.readString(state.resolve("said")));
    List<String> told = announced.stream().toList();
    int lines = 0;
    long bytes = 0;
    while (lines < told.size()
        && bytes + told.get(lines).getBytes(StandardCharsets.UTF_8).length + 1 <= length) {
      bytes += told.get(lines++).getBytes(StandardCharsets.UTF_8).length + 1;
    }
    return told.subList(0, lines).stream()
        .filter(line -> line.startsWith("issued "))
        .map(line -> line.substring("issued ".length()))
        .toList();
  }

  private static Path held(Path state, Path into) throws IOException {
    try (Stream<Path> files = Files.list(state)) {
      for (Path file : files.filter(one -> !one.endsWith("said")).toList()) {
        Path target = into.resolve(file.getFileName().toString().replace('%', '/'));
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(file, target);
      }
    }
    return into;
  }

  /** One state with half of what the next sync brought, sector by sector as chance has it. */
  private static Path torn(Path state, Path next, Path into, Random random) throws IOException {
    held(state, into);
    try (Stream<Path> files = Files.list(next)) {
      for (Path file : files.filter(one -> !one.endsWith("said")).toList()) {
        Path target = into.resolve(file.getFileName().toString().replace('%', '/'));
        if (Files.exists(target)) {
          Files.write(target, mixed(Files.readAllBytes(target), Files.readAllBytes(file), random));
        }
      }
    }
    return into;
  }

  private static byte[] mixed(byte[] old, byte[] young, Random random) {
    byte[] mixed = Arrays.copyOf(young, random.nextBoolean() ? young.length : old.length);
    for (int at = 0; at < Math.min(old.length, mixed.length); at += SECTOR) {
      if (random.nextBoolean()) {
        System.arraycopy(
            old, at, mixed, at, Math.min(SECTOR, Math.min(old.length, mixed.length) - at));
      }
    }
    return mixed;
  }

  private static void assertOpens(Path data, List<String> announced) {
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      for (String number : announced) {
        KeptCase kept = store.byNumber(number).orElseThrow(() -> lost(data, number));
        assertTrue(kept.photo().isPresent(), data + ": the photo of " + number + " is lost");
      }
      assertEquals(List.of(), Audit.breaks(store.database()), data.toString());
    }
  }

  private static AssertionError lost(Path data, String number) {
    return new AssertionError(data + ": " + number + " was announced and is lost");
  }
}
