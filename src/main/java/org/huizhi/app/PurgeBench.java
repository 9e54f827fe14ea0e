package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.TicketStep;
import org.huizhi.queue.Tickets;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Due;
import org.huizhi.record.Issued;
import org.huizhi.record.NewCase;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;
import org.huizhi.record.Purged;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Storage;

/** Deletes many cases at once while machines take and call tickets in the same database. */
final class PurgeBench {
  private static final int MACHINES = 12;

  /** A tenth of a real photo and slip: a hundred thousand real ones are nine gigabytes. */
  private static final int FILE_BYTES = 4_000;

  private static final int PAGE = 10_000;

  /** A hall that deletes at night has served all day. */
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private static final Instant LONG_AGO = Instant.parse("2026-01-05T02:00:00Z");
  private static final TicketKind KIND =
      new TicketKind("normal", "A", Duration.ZERO, Map.of("zh", "普通"));

  private final Storage storage;
  private final Clock clock;
  private final List<Database> databases = new ArrayList<>();
  private final ConcurrentLinkedQueue<TimedCall> calls = new ConcurrentLinkedQueue<>();

  /** When a call began and how long it lasted, both of the nano clock. */
  private record TimedCall(long began, long nanos) {
    double millis() {
      return nanos / 1e6;
    }
  }

  PurgeBench(Storage storage, ZoneId zone) {
    this.storage = storage;
    this.clock = Clock.system(zone);
  }

  void run(int cases) throws Exception {
    Path folder = Files.createTempDirectory("huizhi-bench-purge");
    try (CaseStore store = CaseStore.open(folder, storage, "bench", clock)) {
      fill(store, cases);
      open(store);
      AtomicBoolean over = new AtomicBoolean();
      List<Thread> machines = new ArrayList<>();
      for (int i = 0; i < MACHINES; i++) {
        String machine = "bench-" + i;
        Database database = databases.get(i);
        machines.add(Thread.ofPlatform().start(() -> serve(database, machine, over)));
      }
      TimeUnit.NANOSECONDS.sleep(WARM_UP.toNanos());
      Due limit = Due.before(LONG_AGO.plus(Duration.ofDays(1)));
      long start = System.nanoTime();
      Purged purged;
      try {
        purged = store.purge(limit);
      } finally {
        over.set(true);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      for (Thread machine : machines) {
        machine.join();
      }
      List<TimedCall> sorted =
          calls.stream()
              .filter(call -> call.began() >= start)
              .sorted(Comparator.comparingLong(TimedCall::nanos))
              .toList();
      TimedCall slowest = sorted.getLast();
      System.out.printf(
          Locale.ROOT,
          "purge of %d cases %14.0f s   calls meanwhile: median %.1f ms, p99 %.1f ms, slowest %.1f"
              + " ms, %.1f s after its start (%d); older ones left: %d%n",
          purged.cases(),
          seconds,
          sorted.get(sorted.size() / 2).millis(),
          sorted.get((int) (sorted.size() * 0.99)).millis(),
          slowest.millis(),
          (slowest.began() - start) / 1e9,
          sorted.size(),
          store.personal(limit));
    } finally {
      databases.forEach(Database::close);
      Folders.delete(folder);
    }
  }

  /** A server is used by a pool for each machine, a file by one pool, as one program would. */
  private void open(CaseStore store) {
    for (int i = 0; i < MACHINES; i++) {
      databases.add(
          switch (storage) {
            case Storage.Sqlite _ -> store.database();
            case Storage.Postgres server -> Database.open(server);
          });
    }
  }

  private void serve(Database database, String machine, AtomicBoolean over) {
    Tickets tickets = new Tickets(database, machine, new Audit(machine, clock), clock);
    while (!over.get()) {
      tickets.take(UUID.randomUUID().toString(), "0000", KIND);
      long start = System.nanoTime();
      Optional<Ticket> called = tickets.next();
      calls.add(new TimedCall(start, System.nanoTime() - start));
      called.ifPresent(ticket -> tickets.step(TicketStep.DONE, ticket.id(), clock.millis()));
    }
  }

  /** One case as a visit leaves it, and copies of its rows under other numbers. */
  private static void fill(CaseStore store, int many) {
    byte[] file = new byte[FILE_BYTES];
    new Random(1).nextBytes(file);
    NewCase first =
        new NewCase(
            "bench-case",
            "hk-macau-permit",
            LONG_AGO,
            Optional.empty(),
            Optional.empty(),
            false,
            new Personal(Optional.of("欧阳喆"), Optional.of("11010519491231002X")),
            PhotoFile.of(file),
            "[]",
            "[]",
            Optional.empty(),
            "[]");
    Issued issued =
        store.issue(first, ImageNumbers.of(ImageNumbers.DEFAULT_PATTERN, "1"), number -> file);
    store.jobs().sending(issued.job().id(), "bench");
    for (int from = 1; from < many; from += PAGE) {
      int page = from;
      store
          .database()
          .write(
              "Filling",
              handle -> {
                for (String table : COPIES) {
                  var batch = handle.prepareBatch(table);
                  for (int i = page; i < Math.min(many, page + PAGE); i++) {
                    batch
                        .bind("case", "bench-" + i)
                        .bind("number", "X%013d".formatted(i))
                        .bind("i", i)
                        .bind("at", LONG_AGO.toEpochMilli() + 100L * i)
                        .add();
                  }
                  batch.execute();
                }
                return many;
              });
    }
  }

  private static final List<String> COPIES =
      List.of(
          """
          insert into image_number (number, series, business_day, serial, case_id, state, taken_at)
          values (:number, 'bench', '2026-01-05', :i, :case, 'ISSUED', :at)
          """,
          """
          insert into photo_case (id, image_number, spec, shot_at, stored_at, by_staff, specimen,
            name_sealed, id_number_sealed, photo_sealed, photo_sha256, findings, operations)
          select :case, :number, spec, :at, :at, by_staff, specimen, name_sealed, id_number_sealed,
            photo_sealed, photo_sha256, findings, operations
          from photo_case where id = 'bench-case' and :i > 0
          """,
          """
          insert into print_job (id, case_id, copy, state, printer, slip_sealed, queued_at)
          select :case, :case, 1, 'PRINTED', 'bench', slip_sealed, :at
          from print_job where case_id = 'bench-case' and :i > 0 and :number <> ''
          """);
}
