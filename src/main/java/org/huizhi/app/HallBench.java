package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.huizhi.queue.BoardNews;
import org.huizhi.queue.Call;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.TicketStep;
import org.huizhi.queue.Tickets;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Changes;
import org.huizhi.storage.Database;
import org.huizhi.storage.Dialect;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;

/**
 * Loads a database as a hall does: 12 machines that take, call and serve as fast as they can, and 2
 * displays that read the news at each change.
 */
final class HallBench {
  private static final int MACHINES = 12;
  private static final int DISPLAYS = 2;
  private static final TicketKind KIND =
      new TicketKind("normal", "A", Duration.ZERO, Map.of("zh", "普通"));

  private final Storage storage;
  private final Clock clock;
  private final Map<String, Long> calledAt = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Double> shownAfterMillis = new ConcurrentLinkedQueue<>();

  HallBench(Storage storage, ZoneId zone) {
    this.storage = storage;
    this.clock = Clock.system(zone);
  }

  /** Rounds for so long, then with so many tickets stored, and prints both. */
  void run(Duration time, int stored) throws Exception {
    Path folder = Files.createTempDirectory("huizhi-bench-hall");
    try {
      List<Database> machines = open(folder);
      try {
        rounds("warm-up", machines, time);
        rounds("empty", machines, time);
        fill(machines.getFirst(), stored);
        rounds(stored + " tickets stored", machines, time);
      } finally {
        machines.forEach(Database::close);
      }
    } finally {
      delete(folder);
    }
  }

  /** A server is used by a pool for each machine, a file by one pool, as one program would. */
  private List<Database> open(Path folder) {
    List<Database> databases = new ArrayList<>();
    for (int i = 0; i < MACHINES + DISPLAYS; i++) {
      switch (storage) {
        case Storage.Sqlite _ -> {
          Database file = i == 0 ? Database.open(folder.resolve("bench.db")) : databases.getFirst();
          databases.add(file);
        }
        case Storage.Postgres server -> databases.add(Database.open(server));
      }
    }
    return databases;
  }

  private void rounds(String name, List<Database> databases, Duration time) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong done = new AtomicLong();
    CountDownLatch listening = new CountDownLatch(DISPLAYS);
    calledAt.clear();
    shownAfterMillis.clear();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < DISPLAYS; i++) {
      Database database = databases.get(MACHINES + i);
      threads.add(Thread.ofPlatform().start(() -> display(database, over, listening)));
    }
    listening.await();
    long start = System.nanoTime();
    double program = programSeconds();
    double server = serverSeconds();
    for (int i = 0; i < MACHINES; i++) {
      String machine = "bench-" + i;
      Database database = databases.get(i);
      threads.add(Thread.ofPlatform().start(() -> serve(machine, database, over, done)));
    }
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
    over.set(true);
    double seconds = (System.nanoTime() - start) / 1e9;
    for (Thread thread : threads) {
      thread.join();
    }
    program = programSeconds() - program;
    server = serverSeconds() - server;
    double[] shown = shownAfterMillis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-24s %8.0f rounds/s   call to display: median %.1f ms, p95 %.1f ms (%d seen);"
            + " processors a round: %.2f ms here, %.2f ms in the server%n",
        name,
        done.get() / seconds,
        at(shown, 0.5),
        at(shown, 0.95),
        shown.length,
        1e3 * program / done.get(),
        1e3 * server / done.get());
  }

  private static double programSeconds() {
    return seconds(ProcessHandle.current());
  }

  /** That of a PostgreSQL on the same computer; nothing is known of another's. */
  private static double serverSeconds() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
        .mapToDouble(HallBench::seconds)
        .sum();
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0);
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * share)];
  }

  private void serve(String machine, Database database, AtomicBoolean over, AtomicLong done) {
    Tickets tickets = new Tickets(database, machine, new Audit(machine, clock), clock);
    while (!over.get()) {
      tickets.take(UUID.randomUUID().toString(), "0000", KIND);
      Optional<Ticket> called = tickets.next();
      if (called.isPresent()) {
        calledAt.put(called.get().number(), System.nanoTime());
        tickets.step(TicketStep.DONE, called.get().id(), clock.millis());
        done.incrementAndGet();
      }
    }
  }

  private void display(Database database, AtomicBoolean over, CountDownLatch listening) {
    Tickets tickets = new Tickets(database, "display", new Audit("display", clock), clock);
    Set<String> seen = new HashSet<>();
    try (Changes changes = database.changes()) {
      listening.countDown();
      while (!over.get()) {
        changes.await(Duration.ofMillis(200));
        BoardNews news = tickets.news();
        long now = System.nanoTime();
        for (Call call : news.calls()) {
          Long at = calledAt.get(call.number());
          if (at != null && seen.add(call.number())) {
            shownAfterMillis.add((now - at) / 1e6);
          }
        }
      }
    } catch (StorageTrouble | InterruptedException gone) {
      throw new IllegalStateException(gone);
    }
  }

  /** Served tickets of the last hundred days, as they would be. */
  private void fill(Database database, int many) {
    int page = 20_000;
    for (int from = 0; from < many; from += page) {
      int first = from;
      database.write(
          "Filling",
          handle -> {
            var batch =
                handle.prepareBatch(
                    "insert into ticket (id, business_day, time_zone, number, kind, code, state,"
                        + " rank, taken_at, taken_by, machine, calls, called_at, ended_at)"
                        + " values (:id, :day, 'Asia/Shanghai', :number, 'normal', '0000', 'DONE',"
                        + " :at, :at, 'x', 'x', 1, :at, :at)");
            for (int i = first; i < Math.min(many, first + page); i++) {
              batch
                  .bind("id", "stored-" + i)
                  .bind("day", "2025-%02d-%02d".formatted(1 + i / 90_000, 1 + i / 4_000 % 28))
                  .bind("number", "Z" + i)
                  .bind("at", 1_735_689_600_000L + i * 30_000L)
                  .add();
            }
            return batch.execute().length;
          });
    }
    if (database.dialect() == Dialect.POSTGRESQL) {
      // Stored over hundreds of days, they would have been looked after by the server each night.
      database.read("Filling", handle -> handle.execute("vacuum analyze"));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
