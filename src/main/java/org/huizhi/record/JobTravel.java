package org.huizhi.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Carries print jobs between the hall's record and a machine's own. A job is its machine's; where
 * two machines have given one copy number while they could not see each other, both jobs are kept,
 * the one that came later under another name. Of two states of a job that with more steps is newer.
 */
final class JobTravel {
  /**
   * A job as it lies in a record.
   *
   * @param id as its own machine calls it
   */
  record Job(String id, Map<String, Object> row, List<Map<String, Object>> steps) {
    String machine() {
      return text(row, "machine");
    }

    /** An own one has the machine's name, or none where the machine was alone then. */
    boolean isOf(String machine) {
      return machine().isEmpty() || machine().equals(machine);
    }

    JobState state() {
      return JobState.valueOf(text(row, "state"));
    }
  }

  /** Where a job is put: an id and a copy that no other has there. */
  private record Place(String id, long copy) {}

  private JobTravel() {}

  /** Every job of a case; those whose end is known come first, and make place for the open one. */
  static List<Job> of(Handle handle, String caseId) {
    return rows(
            handle,
            "print_job where case_id = :id order by case when state in OPEN then 1 else 0 end, copy"
                .replace("OPEN", PrintJobs.OPEN),
            caseId)
        .stream()
        .map(
            row -> {
              String id = text(row, "id");
              String suffix = suffix(row);
              return new Job(
                  id.endsWith(suffix) ? id.substring(0, id.length() - suffix.length()) : id,
                  row,
                  rows(handle, "print_step where job_id = :id order by step", id));
            })
        .toList();
  }

  private static String suffix(Map<String, Object> row) {
    return "@" + row.get("machine");
  }

  private static List<Map<String, Object>> rows(Handle handle, String which, String id) {
    return handle.createQuery("select * from " + which).bind("id", id).mapToMap().list();
  }

  /** The same job in a list of another record's. */
  static Optional<Job> same(List<Job> jobs, Job job) {
    return jobs.stream()
        .filter(other -> other.id().equals(job.id()) && other.machine().equals(job.machine()))
        .findFirst();
  }

  /**
   * Puts a job in, or brings the one that is there up to date.
   *
   * @param withSlip whether its slip may be kept there
   * @param mostSteps more than so many has only a state that is newer and stays
   */
  static void put(Handle to, Job job, boolean withSlip, int mostSteps) {
    Place place = place(to, job);
    job.row().put("id", place.id());
    job.row().put("copy", place.copy());
    if (!withSlip || !place.id().equals(job.id())) {
      job.row().put("slip_sealed", null); // it was sealed under its first name
    }
    String columns = String.join(", ", job.row().keySet());
    String values = job.row().keySet().stream().map(c -> ":" + c).collect(Collectors.joining(", "));
    String changes =
        job.row().keySet().stream()
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    int put =
        to.createUpdate(
                """
                insert into print_job (%s) values (%s) on conflict (id) do update set %s
                where (select count(*) from print_step s where s.job_id = print_job.id) <= :most
                """
                    .formatted(columns, values, changes))
            .bindMap(job.row())
            .bind("most", mostSteps)
            .execute();
    if (put == 1) {
      job.steps().forEach(step -> put(to, place.id(), step));
    }
  }

  private static void put(Handle to, String jobId, Map<String, Object> step) {
    to.createUpdate(
            """
            insert into print_step (job_id, step, at, state, printer, detail)
            values (:job, :step, :at, :state, :printer, :detail)
            on conflict (job_id, step) do update set at = excluded.at, state = excluded.state,
              printer = excluded.printer, detail = excluded.detail
            """)
        .bindMap(step)
        .bind("job", jobId)
        .execute();
  }

  private static Place place(Handle to, Job job) {
    List<Map<String, Object>> there =
        to.createQuery("select id, machine, copy from print_job where case_id = :case")
            .bind("case", job.row().get("case_id"))
            .mapToMap()
            .list();
    String other = job.id() + suffix(job.row());
    for (Map<String, Object> row : there) {
      String id = text(row, "id");
      boolean same = id.equals(job.id()) && text(row, "machine").equals(job.machine());
      if (same || id.equals(other)) {
        return new Place(id, copy(row));
      }
    }
    long copy = copy(job.row());
    boolean free =
        there.stream().noneMatch(row -> text(row, "id").equals(job.id()) || copy(row) == copy);
    return free
        ? new Place(job.id(), copy)
        : new Place(other, there.stream().mapToLong(JobTravel::copy).max().orElse(0) + 1);
  }

  private static long copy(Map<String, Object> row) {
    return Long.parseLong(text(row, "copy"));
  }

  private static String text(Map<String, Object> row, String column) {
    return String.valueOf(row.get(column));
  }
}
