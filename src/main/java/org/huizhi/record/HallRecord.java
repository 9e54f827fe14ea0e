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
  private int meetings;
  private Optional<String> wrong = Optional.empty();
  private volatile boolean away;

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

  private void carry(String id) {
    Database here = own.database();
    List<Map<String, Object>> numbers = rows(here, "image_number where case_id = :id", id);
    List<Map<String, Object>> cases = rows(here, "photo_case where id = :id", id);
    List<Map<String, Object>> jobs = rows(here, "print_job where case_id = :id", id);
    List<Map<String, Object>> steps =
        rows(here, "print_step where job_id in (select id from print_job where case_id = :id)", id);
    List<Map<String, Object>> asked = rows(here, "submission where case_id = :id", id);
    hall.write(
        "Bringing a case home",
        handle -> {
          for (Map<String, Object> number : numbers) {
            put(handle, "image_number", "number", "case_id", number);
          }
          for (Map<String, Object> kept : cases) {
            put(handle, "photo_case", "id", "image_number", kept);
          }
          boolean deleted = isDeleted(handle, id);
          for (Map<String, Object> job : jobs) {
            if (deleted) {
              job.put("slip_sealed", null);
            }
            put(handle, "print_job", "id", "machine", job);
          }
          for (Map<String, Object> step : steps) {
            put(handle, "print_step", "job_id, step", "job_id", step);
          }
          for (Map<String, Object> submission : asked) {
            put(handle, "submission", "case_id", "machine", submission);
          }
          return true;
        });
  }

  /** Whether the hall has deleted what is personal; until this ends, nobody does that meanwhile. */
  private static boolean isDeleted(Handle handle, String id) {
    return handle
            .createQuery("select count(*) from photo_case where id = :id and purged_at is not null")
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
