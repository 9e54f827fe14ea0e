package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huizhi.printer.FolderPrinter;
import org.huizhi.printer.PrintDesk;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Dialect;
import org.huizhi.storage.Kind;
import org.huizhi.storage.Storage;
import org.huizhi.storage.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a busy kiosk at random moments and looks at what is left. {@code -Dhuizhi.kills=200} kills
 * it that often on each database.
 */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("huizhi.kills", 12);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void noNumberIsLostOrPrintedTwiceHoweverItDies(Kind kind, @TempDir Path dir) throws Exception {
    String where =
        switch (kind) {
          case SQLITE -> "sqlite";
          case POSTGRESQL -> TestServer.url();
        };
    Path data = dir.resolve("data");
    Path out = dir.resolve("out");
    Random random = new Random(20_261_126);
    List<String> said = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      said.addAll(
          runAndKill(
              data, out, where, round % 4 != 3 ? random.nextInt(5) : -1, random.nextInt(200)));
    }

    List<String> announced = those("issued ", said);
    assertEquals(List.of(), PlainTraces.in(data));
    if (kind == Kind.POSTGRESQL) {
      assertEquals(List.of(), PlainTraces.in(TestServer.folder()));
    }
    try (CaseStore store =
        CaseStore.open(data, Storage.parse(where), "1", Clock.system(Cases.HALL))) {
      BusyKiosk.resume(
          store,
          new PrintDesk(List.of(new FolderPrinter("folder", out)), BusyKiosk.book(store.jobs())));
      assertTrue(announced.size() >= ROUNDS / 2, "the kiosk was hardly busy: " + announced.size());
      assertEquals(announced.size(), new HashSet<>(announced).size(), "a number was given twice");
      assertEquals(List.of(), store.jobs().unfinished());
      Set<String> issued = numbers(store, NumberState.ISSUED);
      assertTrue(issued.containsAll(announced), "an issued number was lost");
      assertEquals(issued, printed(out).keySet(), "each issued number is on paper, and no other");
      printed(out).forEach((number, times) -> assertEquals(1, times, number + " printed twice"));
      assertEveryNumberIsAccountedFor(store, issued);
      assertEquals(List.of(), Audit.breaks(store.database()));
      assertEquals("ok", integrity(store.database()));
      assertEveryTicketIsAccountedFor(store.database(), those("ticket ", said));
      System.out.printf(
          "kills: %d on %s, %d numbers and %d tickets given, nothing lost, doubled or legible%n",
          ROUNDS, kind, issued.size(), those("ticket ", said).size());
    }
  }

  private static List<String> those(String kind, List<String> said) {
    return said.stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()))
        .toList();
  }

  /** PostgreSQL keeps its files whole by itself; it says so by reading every row. */
  private static String integrity(Database database) {
    return database.read(
        "Checking",
        handle ->
            switch (database.dialect()) {
              case SQLITE ->
                  handle.createQuery("pragma integrity_check").mapTo(String.class).first();
              case POSTGRESQL ->
                  handle
                      .createQuery("select 'ok' from (select count(*), max(hash) from audit) a")
                      .mapTo(String.class)
                      .one();
            });
  }

  private static void assertEveryTicketIsAccountedFor(Database database, List<String> announced) {
    assertEquals(announced.size(), new HashSet<>(announced).size(), "a ticket was given twice");
    List<String> kept =
        strings(database, "select business_day || ' ' || number from ticket order by 1");
    assertTrue(kept.containsAll(announced), "a ticket was lost");
    List<String> noted = strings(database, "select subject from audit where what = 'ticket taken'");
    assertEquals(kept, noted.stream().sorted().toList(), "each is in the book, and no other");
    int counted =
        Integer.parseInt(
            strings(
                    database,
                    "select cast(sum(last) as text) from serial where series like 'ticket/%'")
                .getFirst());
    // On PostgreSQL a crash between counter and ticket leaves a number out.
    int holes = database.dialect() == Dialect.POSTGRESQL ? ROUNDS : 0;
    assertTrue(counted - kept.size() <= holes, () -> counted + " counted, " + kept.size());
  }

  private static List<String> strings(Database database, String query) {
    return database.read("Looking", h -> h.createQuery(query).mapTo(String.class).list());
  }

  /**
   * Starts it, waits for so many numbers (or, where that is negative, not even until it is ready)
   * and a moment more, and pulls the plug.
   */
  private static List<String> runAndKill(Path data, Path out, String where, int numbers, int millis)
      throws Exception {
    Process kiosk =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BusyKiosk.class.getName(),
                data.toString(),
                out.toString(),
                where)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> said = new CopyOnWriteArrayList<>();
    BufferedReader output = kiosk.inputReader();
    if (numbers >= 0) {
      assertEquals("ready", output.readLine());
    }
    while (those("issued ", said).size() < numbers) {
      said.add(output.readLine());
    }
    Thread listener = Thread.startVirtualThread(() -> output.lines().forEach(said::add));
    kiosk.waitFor(millis, TimeUnit.MILLISECONDS);
    kiosk.toHandle().destroyForcibly(); // Process would close what the listener still reads
    listener.join();
    return List.copyOf(said);
  }

  private static Map<String, Integer> printed(Path out) throws IOException {
    Map<String, Integer> times = new TreeMap<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        assertTrue(name.endsWith(".pdf"), "half-written: " + name);
        times.merge(name.substring(0, name.indexOf('_')), 1, Integer::sum);
      }
    }
    return times;
  }

  private static Set<String> numbers(CaseStore store, NumberState state) {
    return new HashSet<>(store.numbers(state));
  }

  private static void assertEveryNumberIsAccountedFor(CaseStore store, Set<String> issued) {
    Set<String> all = new HashSet<>(issued);
    all.addAll(numbers(store, NumberState.VOID));
    assertEquals(Set.of(), numbers(store, NumberState.RESERVED));
    for (String number : all) {
      long serial = Long.parseLong(number.substring(9));
      assertTrue(serial <= all.size(), "there is a hole below " + number);
    }
  }
}
