package org.huizhi.printer;

/** Where the steps of print jobs are kept; the record's print jobs are behind it. */
public interface JobBook {
  /** Notes that the job goes to a printer; false when it must not, because it went already. */
  boolean sending(String jobId, String printer);

  /** Notes that the printer has begun. */
  void printing(String jobId);

  /** Notes how it ended. */
  void ended(String jobId, PrintOutcome outcome);

  /** Notes that a job that was sent never arrived, so that it may be sent again. */
  void neverArrived(String jobId);
}
