package org.huizhi.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Serials;
import org.huizhi.storage.StorageTrouble;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A machine's way to the hall's record. The machine writes to its own file first and takes its
 * image numbers from blocks that were lent to it, so that nothing of a visit waits for the hall;
 * this brings the cases home, each whole or not at all and as often as it changes. One thread.
 */
public final class HallRecord {
  private static final Logger LOG = LoggerFactory.getLogger(HallRecord.class);

  /** Enough for a machine's day, so that a day without the hall is no trouble. */
  static final int BLOCK = 400;

  /** What the hall refused is tried again every so many meetings, or when it has changed. */
  static final int PATIENCE = 60;

  private static final int CASES = 50;
  private static final int LINES = 1_000;
  private static final Set<String> FLAGS = Set.of("by_staff", "specimen", "gates");

  private final CaseStore own;
  private final Database hall;
  private final Audit audit;
  private final Set<Unmerged.Mark> refused = new HashSet<>();
  private final Set<String> unlearned = new HashSet<>();
  private boolean learnedAll;
  private int meetings;
  private Optional<String> wrong = Optional.empty();
  private volatile boolean away;
  private volatile boolean met;

  /**
   * @param own this machine's record, with lent numbers
   * @param hall the hall's database; not closed with this
   */
  public HallRecord(CaseStore own, Database hall, Clock clock) {
    this.own = own;
    this.hall = hall;
    this.audit = new Audit(own.machine() + "/merge", clock);
  }

  /** Whether the hall's database was away, or of no use, when it was last needed. */
  public boolean away() {
    return away;
  }

  /** Whether what other machines printed of this one's cases was known at the last meeting. */
  public boolean knowsPrints() {
    return met;
  }

  /**
   * Whether a job of this machine, noted as sent, may be given to a printer: not when another
   * machine has printed this slip meanwhile, or is to; the job is ended then. No other machine can
   * take it after this said yes. Where the hall cannot be asked, whoever stands here gets the slip.
   * Any thread.
   */
  public boolean mayPrint(PrintJob job) {
    if (away) {
      return true;
    }
    try {
      Parts parts = parts(job.caseId());
      if (hall.write("Asking for leave to print", handle -> claim(handle, job.id(), parts))) {
        return true;
      }
    } catch (StorageTrouble undecided) {
      LOG.warn("slip of {} goes without the hall: {}", job.imageNumber(), undecided.getMessage());
      return true;
    }
    var _ = own.jobs().ended(job.id(), JobState.FAILED, "Another machine prints this slip.");
    return false;
  }

  private boolean claim(Handle handle, String jobId, Parts parts) {
    handle.execute("update print_job set state = state where case_id = ?", parts.id()); // alone
    for (JobTravel.Job there : JobTravel.of(handle, parts.id())) {
      boolean news =
          JobTravel.same(parts.jobs(), there)
              .filter(here -> here.steps().size() >= there.steps().size())
              .isEmpty();
      boolean paper = there.state().open() || there.state() == JobState.PRINTED;
      boolean taken = there.id().equals(jobId) && !there.state().open();
      if (there.isOf(own.machine()) ? taken : news && paper) {
        return false;
      }
    }
    put(handle, parts);
    return true;
  }

  /**
   * Takes over what other machines did with slips of this one's cases; a part of each meeting.
   *
   * @throws StorageTrouble while the hall is away
   */
  public void learn() {
    hall.prepare();
    if (!learnedAll) {
      hall.read("Reading the print jobs", handle -> PrintNews.all(handle, own.machine()))
          .forEach(this::learn);
      learnedAll = true;
    }
    for (Unmerged.Mark mark :
        hall.read("Reading the print jobs", handle -> PrintNews.of(handle, own.machine()))) {
      if (learn(mark.caseId())) {
        hall.write(
            "Noting what was learned",
            handle -> {
              PrintNews.learned(handle, own.machine(), mark);
              return true;
            });
      }
    }
    met = true;
  }

  /** What does not fit this record is tried again: a slip may be under way here just now. */
  private boolean learn(String caseId) {
    List<JobTravel.Job> jobs =
        hall.read("Reading the print jobs of a case", handle -> JobTravel.of(handle, caseId));
    try {
      own.database()
          .write(
              "Taking over what others printed",
              handle -> {
                boolean kept = is(handle, "id = :id and purged_at is null", caseId);
                if (kept || is(handle, "id = :id", caseId)) {
                  jobs.forEach(job -> JobTravel.put(handle, job, kept, job.steps().size() - 1));
                }
                return true;
              });
      unlearned.remove(caseId);
      return true;
    } catch (StorageTrouble trouble) {
      if (!trouble.isOfOneRow()) {
        throw trouble;
      }
      if (unlearned.add(caseId)) {
        LOG.warn("what another machine printed of case {} is not noted yet", caseId, trouble);
      }
      return false;
    }
  }

  /**
   * Refills the numbers lent and brings home what the hall does not have. To be called every few
   * seconds.
   *
   * @param format whose numbers are lent, for today and, because a day may end meanwhile, tomorrow
   * @return whether all of that was done
   */
  public boolean meet(NumberFormat format) {
    try {
      hall.prepare();
      LocalDate today = own.today();
      for (LocalDate day : List.of(today, today.plusDays(1))) {
        Serials.topUp(hall, own.database(), own.machine(), format.series(), day, BLOCK);
      }
      learn();
      bringHome();
      while (Audit.copy(own.database(), hall, own.chain(), LINES) == LINES) {
        // the next page
      }
      wrong.ifPresent(_ -> LOG.info("the hall's record is back"));
      wrong = Optional.empty();
      away = false;
      return true;
    } catch (StorageTrouble trouble) {
      // Whatever it is, the queue and the heartbeat are not to wait for it; the next meeting tries.
      Optional<String> now = Optional.ofNullable(trouble.getMessage());
      if (!wrong.equals(now) && trouble.kind() == StorageTrouble.Kind.AWAY) {
        LOG.warn("the hall's record is away: {}", trouble.getMessage());
      } else if (!wrong.equals(now)) {
        LOG.warn("nothing comes home to the hall's record", trouble);
      }
      wrong = now;
      met = false;
      away = trouble.isOut();
      return false;
    }
  }

  /** How many cases the hall does not have as they are. */
  public int waiting() {
    return own.database()
        .read(
            "Counting what is to be brought home",
            handle ->
                handle.createQuery("select count(*) from unmerged").mapTo(Integer.class).one());
  }

  private void bringHome() {
    boolean again = meetings++ % PATIENCE == 0;
    List<Unmerged.Mark> marks = List.of();
    do {
      String after = marks.isEmpty() ? "" : marks.getLast().caseId();
      marks =
          own.database()
              .read("Reading what is to be brought home", h -> Unmerged.some(h, after, CASES));
      marks.stream().filter(mark -> again || !refused.contains(mark)).forEach(this::bringHome);
    } while (marks.size() == CASES);
  }

  /** A case that the hall does not take stays here, and none of the others waits for it. */
  private void bringHome(Unmerged.Mark mark) {
    try {
      carry(mark.caseId());
    } catch (StorageTrouble trouble) {
      if (!trouble.isOfOneRow()) {
        throw trouble;
      }
      refuse(mark, trouble);
      return;
    }
    refused.removeIf(before -> before.caseId().equals(mark.caseId()));
    own.database()
        .write(
            "Noting a case as brought home",
            handle -> {
              Unmerged.merged(handle, mark);
              return true;
            });
  }

  /** Says once that a case, as it is, was not taken. */
  private void refuse(Unmerged.Mark mark, StorageTrouble why) {
    if (refused.contains(mark)) {
      return;
    }
    LOG.error("case {} stays here", mark.caseId(), why);
    String subject =
        rows(own.database(), "image_number where case_id = :id", mark.caseId()).stream()
            .map(row -> "image_number " + row.get("number"))
            .findFirst()
            .orElse(mark.caseId());
    String said = String.valueOf(why.getMessage());
    hall.write(
        "Noting a case that was refused",
        handle -> audit.note(handle, "merge refused", subject, said));
    refused.add(mark);
  }

  /** What belongs to a case in this record. */
  private record Parts(
      String id,
      List<Map<String, Object>> numbers,
      List<Map<String, Object>> cases,
      List<JobTravel.Job> jobs,
      List<Map<String, Object>> asked) {}

  private Parts parts(String id) {
    Database here = own.database();
    return new Parts(
        id,
        rows(here, "image_number where case_id = :id", id),
        rows(here, "photo_case where id = :id", id),
        here.read("Reading a case", handle -> JobTravel.of(handle, id)),
        rows(here, "submission where case_id = :id", id));
  }

  private void carry(String id) {
    Parts parts = parts(id);
    hall.write(
        "Bringing a case home",
        handle -> {
          put(handle, parts);
          return true;
        });
  }

  private void put(Handle handle, Parts parts) {
    for (Map<String, Object> number : parts.numbers()) {
      put(handle, "image_number", "number", "case_id", number);
    }
    for (Map<String, Object> kept : parts.cases()) {
      put(handle, "photo_case", "id", "image_number", kept);
    }
    // Until this ends, nobody deletes it meanwhile.
    boolean deleted = is(handle, "id = :id and purged_at is not null", parts.id());
    for (JobTravel.Job job : parts.jobs()) {
      if (job.isOf(own.machine()) || !isOwn(parts)) {
        JobTravel.put(handle, job, !deleted, job.steps().size());
      }
    }
    for (Map<String, Object> submission : parts.asked()) {
      put(handle, "submission", "case_id", "machine", submission);
    }
  }

  /** Whether this machine took the photo; a case that was imported comes home with all its jobs. */
  private boolean isOwn(Parts parts) {
    return parts.cases().stream()
        .map(kept -> String.valueOf(kept.get("machine")))
        .allMatch(machine -> machine.isEmpty() || machine.equals(own.machine()));
  }

  /** Whether there is such a case. */
  private static boolean is(Handle handle, String which, String id) {
    return handle
            .createQuery("select count(*) from photo_case where " + which)
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  private static List<Map<String, Object>> rows(Database from, String which, String id) {
    return from.read(
        "Reading a case",
        handle -> handle.createQuery("select * from " + which).bind("id", id).mapToMap().list());
  }

  /**
   * Puts a row in or brings the one that is there up to date.
   *
   * @param same what must be the same in both: else they are not the same thing, and the one that
   *     was there first stays
   */
  private void put(Handle handle, String table, String key, String same, Map<String, Object> row) {
    String columns = String.join(", ", row.keySet());
    String values = row.keySet().stream().map(c -> ":" + c).collect(Collectors.joining(", "));
    String changes =
        row.keySet().stream()
            .map(c -> c + " = " + change(table, c))
            .collect(Collectors.joining(", "));
    var update =
        handle.createUpdate(
            "insert into %1$s (%2$s) values (%3$s) on conflict (%4$s) do update set %5$s where %1$s.%6$s = excluded.%6$s"
                .formatted(table, columns, values, key, changes, same));
    row.forEach(
        (column, value) ->
            update.bind(
                column,
                FLAGS.contains(column) && value instanceof Number n ? n.intValue() != 0 : value));
    if (update.execute() == 0) {
      String what = table + " " + row.get(key);
      LOG.error("{} is in the hall already, as something else", what);
      audit.note(handle, "merge refused", what, "the hall has another " + same);
    }
  }

  /** What the hall has deleted stays deleted, whatever a machine still has. */
  private static String change(String table, String column) {
    String news = "excluded." + column;
    if (!table.equals("photo_case")) {
      return news;
    }
    if (column.equals("purged_at")) {
      return "coalesce(photo_case.purged_at, " + news + ")";
    }
    return column.endsWith("_sealed")
        ? "case when photo_case.purged_at is null then " + news + " end"
        : news;
  }
}
