package org.huizhi.record;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Dialect;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kiosk's record: cases, image numbers and print jobs in one database, with everything personal
 * sealed by the {@link Vault}. What a method returned is on the disk. Any thread; every method may
 * throw {@link StorageTrouble}.
 */
public final class CaseStore implements AutoCloseable {
  /** The database file's name in the data directory. */
  public static final String FILE = "cases.db";

  /** The same with all that the running record keeps beside it; not what was copied from it. */
  public static final Set<String> FILES =
      Set.of(FILE, FILE + "-wal", FILE + "-shm", FILE + ".opening", Restore.LEFT_OUT_FILE);

  private static final Logger LOG = LoggerFactory.getLogger(CaseStore.class);
  private static final byte[] PROOF = "huizhi".getBytes(StandardCharsets.UTF_8);

  private final Database database;
  private final Vault vault;
  private final CaseRows rows;
  private final Numbers numbers;
  private final PrintJobs jobs;
  private final SheetCounts sheets;
  private final Outbox outbox;
  private final String chain;
  private final Audit audit;
  private final Clock clock;
  private final String machine;

  private CaseStore(Database database, Vault vault, String machine, boolean lent, Clock clock) {
    this.database = database;
    this.chain = chain(database, machine, lent);
    this.audit = new Audit(chain, clock);
    this.vault = vault;
    this.machine = machine;
    this.clock = clock;
    this.rows = new CaseRows(vault, machine, clock);
    this.numbers = new Numbers(machine, lent, audit, clock);
    this.jobs = new PrintJobs(database, vault, machine, lent, clock);
    this.sheets = new SheetCounts(database, clock);
    this.outbox = new Outbox(database, machine, audit, numbers, clock);
  }

  /** As {@link #open(Path, Storage, String, Clock)}, in a file and alone. */
  public static CaseStore open(Path dataDir, Clock clock) {
    return open(dataDir, new Storage.Sqlite(), "", clock);
  }

  /**
   * Opens the record of a data directory, making it at the first start, and notes as gaps the
   * numbers that a crash left without a case.
   *
   * @param dataDir holds the key and, with SQLite, the database
   * @param machine whose numbers and print jobs these are where several share a database
   * @param clock its zone is the hall's and decides when a business day ends
   */
  public static CaseStore open(Path dataDir, Storage storage, String machine, Clock clock) {
    OwnerOnly.directory(dataDir);
    Database database =
        switch (storage) {
          case Storage.Sqlite _ -> Database.open(dataDir.resolve(FILE));
          case Storage.Postgres server -> Database.open(server);
        };
    try {
      return over(database, dataDir, machine, false, clock);
    } catch (StorageTrouble e) {
      database.close();
      throw e;
    }
  }

  /**
   * Opens a machine's own record in a hall: in a file, with image numbers from the blocks that
   * {@link HallRecord} borrows.
   */
  public static CaseStore openLent(Path dataDir, String machine, Clock clock) {
    OwnerOnly.directory(dataDir);
    Database database = Database.open(dataDir.resolve(FILE));
    try {
      return over(database, dataDir, machine, true, clock);
    } catch (StorageTrouble e) {
      database.close();
      throw e;
    }
  }

  /** Over a database that is open and up to date; closing the store closes it. */
  static CaseStore over(
      Database database, Path dataDir, String machine, boolean lent, Clock clock) {
    Optional<byte[]> proof = database.read("Opening the record", CaseStore::proof);
    if (proof.isPresent()) {
      Vault.refuseMissing(dataDir); // a new key would hide that the old one is gone
    }
    Vault vault = Vault.open(dataDir);
    CaseStore store = new CaseStore(database, vault, machine, lent, clock);
    int gaps = database.write("Opening the record", store::begin);
    if (gaps > 0) {
      LOG.info("{} numbers of the last run became gaps", gaps);
    }
    return store;
  }

  static Optional<byte[]> proof(Handle handle) {
    return handle.createQuery("select proof_sealed from vault_proof").mapTo(byte[].class).findOne();
  }

  private int begin(Handle handle) {
    Optional<byte[]> proof = proof(handle);
    if (proof.isPresent()) {
      vault.prove(proof.get());
    } else {
      handle
          .createUpdate(
              "insert into vault_proof (only_row, proof_sealed) values (1, :proof)"
                  + " on conflict (only_row) do nothing")
          .bind("proof", vault.seal(PROOF, "vault", "proof"))
          .execute();
    }
    return numbers.closeGaps(handle);
  }

  /** The database under this record, which a lone machine's queue shares. */
  public Database database() {
    return database;
  }

  /** Whose record this is; empty where a machine is alone. */
  public String machine() {
    return machine;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The name of this record's chain in the audit. */
  String chain() {
    return chain;
  }

  /** A kiosk brings its chain home, so that in the hall nobody else may write on it. */
  private static String chain(Database database, String machine, boolean lent) {
    String own = machine.isEmpty() ? "kiosk" : machine;
    return lent || database.dialect() == Dialect.SQLITE ? own : own + "/hall";
  }

  /** The print jobs of this record. */
  public PrintJobs jobs() {
    return jobs;
  }

  /** What of this record an outside detection centre is asked about. */
  public Outbox outbox() {
    return outbox;
  }

  /** The sheet counts of this record. */
  public SheetCounts sheets() {
    return sheets;
  }

  /**
   * Takes a case's number before it is issued, for instance to show the slip. Asking again for the
   * same case gives the same number; if the case is never issued, the number stays a gap.
   */
  public String reserve(String caseId, NumberFormat format) {
    return database.write("Taking an image number", handle -> numbers.take(handle, caseId, format));
  }

  /**
   * Gives the case its number and stores it with its slip and a queued print job, whole or not at
   * all. The number is taken first, so that the slip can be drawn without holding the database; if
   * drawing or storing fails, the number is recorded as a gap and the failure goes on to the
   * caller. Issuing a case that was issued already returns what it has.
   *
   * @param slip draws the PDF for the number that it is given
   */
  public Issued issue(NewCase fresh, NumberFormat format, Function<String, byte[]> slip) {
    return issue(fresh, format, slip, false);
  }

  /**
   * The same.
   *
   * @param submit whether the detection centre is asked about the photo besides
   */
  public Issued issue(
      NewCase fresh, NumberFormat format, Function<String, byte[]> slip, boolean submit) {
    Optional<Issued> before = issued(fresh.id());
    if (before.isPresent()) {
      return before.get();
    }
    return numbered(
        fresh.id(),
        format,
        number -> {
          byte[] pdf = slip.apply(number);
          return database.write(
              "Storing a case",
              handle -> {
                store(handle, fresh, number);
                if (submit) {
                  outbox.put(handle, fresh.id(), number, false);
                }
                return issued(handle, fresh.id(), number, pdf);
              });
        });
  }

  /**
   * Stores a case that gets no slip until the detection centre has passed its photo. Holding the
   * same case again gives the number that it has.
   *
   * @return its image number, which becomes a gap when the photo does not pass
   */
  public String hold(NewCase fresh, NumberFormat format) {
    Optional<KeptCase> before = byId(fresh.id());
    if (before.isPresent()) {
      return before.get().imageNumber();
    }
    return numbered(
        fresh.id(),
        format,
        number ->
            database.write(
                "Storing a case",
                handle -> {
                  store(handle, fresh, number);
                  outbox.put(handle, fresh.id(), number, true);
                  return number;
                }));
  }

  /**
   * Gives a held case its slip, now that its photo has passed; a case that has one keeps it.
   *
   * @param slip draws the first slip of a kept case
   * @throws StorageTrouble REFUSED while the detection centre has not passed the photo
   */
  public Issued release(String caseId, Function<KeptCase, byte[]> slip) {
    Optional<Issued> before = issued(caseId);
    if (before.isPresent()) {
      return before.get();
    }
    KeptCase kept =
        byId(caseId).filter(held -> held.photo().isPresent()).orElseThrow(CaseStore::noSlip);
    if (outbox.find(caseId).filter(one -> one.state() == SubmissionState.PASSED).isEmpty()) {
      throw noSlip();
    }
    byte[] pdf = slip.apply(kept);
    return database.write(
        "Releasing a slip", handle -> issued(handle, caseId, kept.imageNumber(), pdf));
  }

  /**
   * Stores a case once more with what its person is really called, under a new number and with a
   * new slip; the old number is void, and what it held is wiped. What the detection centre has not
   * passed yet it is asked about again, by the new number.
   *
   * @param by the staff number of who does it
   * @param slip draws the new slip
   * @throws StorageTrouble REFUSED when somebody else has corrected or deleted the case meanwhile
   */
  public Issued correct(
      KeptCase old,
      Personal person,
      String by,
      NumberFormat format,
      Function<KeptCase, byte[]> slip) {
    PhotoFile photo = old.photo().orElseThrow(CaseStore::noSlip);
    String id = UUID.randomUUID().toString();
    NewCase fresh =
        new NewCase(
            id,
            old.spec(),
            old.shotAt(),
            old.consent(),
            old.decided(),
            old.specimen(),
            person,
            photo,
            old.findings(),
            old.operations(),
            Optional.empty(),
            "[]");
    return numbered(
        id,
        format,
        number -> {
          byte[] pdf = slip.apply(old.as(id, number, person));
          return database.write(
              "Correcting a name",
              handle -> {
                rows.claim(handle, old.id(), clock.instant());
                store(handle, fresh, number);
                rows.sameTicket(handle, old.id(), id);
                outbox.follow(handle, old.id(), id, number);
                Purge.one(handle, old.id(), clock.instant());
                numbers.replace(handle, old.imageNumber(), number);
                audit.note(handle, "name corrected", old.imageNumber(), "by " + by);
                return issued(handle, id, number, pdf);
              });
        });
  }

  /** Why a number is void; empty while it is not, or where this record does not know it. */
  public static Optional<String> voided(Database database, String imageNumber) {
    return database.read(
        "Reading an image number",
        handle ->
            handle
                .createQuery(
                    "select coalesce(reason, '') from image_number"
                        + " where number = :number and state = 'VOID'")
                .bind("number", imageNumber)
                .mapTo(String.class)
                .findOne());
  }

  private static StorageTrouble noSlip() {
    return new StorageTrouble(
        StorageTrouble.Kind.REFUSED,
        "The detection centre has not passed this photo: there is no slip.");
  }

  private Issued issued(Handle handle, String caseId, String number, byte[] pdf) {
    numbers.issued(handle, number);
    return new Issued(number, jobs.queue(handle, caseId, 1, pdf));
  }

  /** Takes a case's number and stores under it; when that fails, the number becomes a gap. */
  private <T> T numbered(String caseId, NumberFormat format, Function<String, T> storing) {
    String number = reserve(caseId, format);
    boolean stored = false;
    try {
      T result = storing.apply(number);
      stored = true;
      return result;
    } finally {
      if (!stored) {
        gap(number);
      }
    }
  }

  private void store(Handle handle, NewCase fresh, String number) {
    rows.insert(handle, fresh, number);
    audit.note(handle, "case stored", number, "photo " + fresh.photo().sha256());
  }

  /** The number is a gap on the next start anyhow, so trouble here must not hide the first one. */
  private void gap(String number) {
    try {
      database.write(
          "Noting a gap",
          handle -> {
            numbers.gap(handle, number, "the slip was not stored");
            return true;
          });
    } catch (StorageTrouble e) {
      LOG.warn("a gap is noted at the next start", e);
    }
  }

  private Optional<Issued> issued(String caseId) {
    return database.read(
        "Reading a case",
        handle -> jobs.latest(handle, caseId).map(job -> new Issued(job.imageNumber(), job)));
  }

  /** Every number in a state, oldest first; VOID ones are the gaps. */
  public List<String> numbers(NumberState state) {
    return database.read(
        "Reading the image numbers",
        handle ->
            handle
                .createQuery(
                    "select number from image_number where state = :state"
                        + " order by business_day, series, serial")
                .bind("state", state.name())
                .mapTo(String.class)
                .list());
  }

  /** The case of an image number. */
  public Optional<KeptCase> byNumber(String imageNumber) {
    return one("image_number", imageNumber);
  }

  public Optional<KeptCase> byId(String caseId) {
    return one("id", caseId);
  }

  private Optional<KeptCase> one(String column, String value) {
    return database.read("Reading a case", handle -> rows.find(handle, column, value));
  }

  /**
   * Deletes photo, personal fields and slips of every case that is due, and overwrites where they
   * lay. Numbers, times, hashes and job states stay.
   */
  public Purged purge(Due due) {
    Purged all = new Purged(0, 0, due);
    // A few at a time, so that nobody who takes or calls meanwhile has to wait.
    for (List<String> some = some(due); !some.isEmpty(); some = some(due)) {
      boolean more = some.size() > Purge.BATCH;
      List<String> few = more ? some.subList(0, Purge.BATCH) : some;
      all =
          all.and(database.write("Deleting what is due", handle -> purge(handle, few, more, due)));
    }
    database.emptyLog();
    return all;
  }

  private List<String> some(Due due) {
    return database.read(
        "Looking for what is due",
        handle ->
            switch (database.dialect()) {
              case SQLITE -> Purge.inFile(handle, due, clock.instant());
              case POSTGRESQL -> Purge.some(handle, due);
            });
  }

  /**
   * @param more whether another batch follows, on which what this one did goes to disk too
   */
  private Purged purge(Handle handle, List<String> few, boolean more, Due due) {
    if (more) {
      database.dialect().unhurried().ifPresent(handle::execute);
    }
    Purged purged = Purge.run(handle, few, due, clock.instant());
    if (purged.cases() > 0) {
      audit.note(handle, "purged", "older than " + due.usual(), purged.cases() + " cases");
    }
    return purged;
  }

  /**
   * Deletes what is personal of one case now, and gives up its slips.
   *
   * @param by the staff number of who does it
   * @return the receipt; empty when there is no such case, or it was deleted before
   */
  public Optional<Deletion> delete(String imageNumber, String by, String why) {
    Optional<Deletion> done =
        database.write(
            "Deleting a case",
            handle ->
                rows.find(handle, "image_number", imageNumber)
                    .filter(kept -> kept.purgedAt().isEmpty())
                    .map(kept -> delete(handle, kept, by, why)));
    try {
      database.emptyLog();
    } catch (StorageTrouble busy) {
      LOG.debug("the next purge empties the log", busy);
    }
    return done;
  }

  private Deletion delete(Handle handle, KeptCase kept, String by, String why) {
    Instant now = clock.instant();
    Purge.one(handle, kept.id(), now);
    Audit.Line line =
        audit.note(
            handle,
            GoneSince.DELETED,
            kept.imageNumber(),
            "by " + by + ": " + why + ", photo " + kept.photoSha256());
    return new Deletion(kept.imageNumber(), now, by, kept.photoSha256(), line.hash());
  }

  /** How many cases that are due still hold something personal: after a purge, none. */
  public int personal(Due due) {
    return database.read("Counting what is due", handle -> Purge.left(handle, due));
  }

  @Override
  public void close() {
    database.close();
  }
}
