package org.huizhi.printer;

import java.util.regex.Pattern;
import org.huizhi.receipt.Paper;

/** One slip that is to become paper. The PDF's bytes are shared, not copied. */
public final class Slip {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-]{1,100}");

  private final String jobId;
  private final String imageNumber;
  private final Paper paper;
  private final byte[] pdf;

  /**
   * Names a slip.
   *
   * @param jobId the job's identity in the record; letters, digits and hyphens, as it becomes part
   *     of file and job names by which a printer knows the job again
   */
  public Slip(String jobId, String imageNumber, Paper paper, byte[] pdf) {
    if (!SAFE.matcher(jobId).matches() || !SAFE.matcher(imageNumber).matches()) {
      throw new IllegalArgumentException(
          "job id and image number are letters, digits and hyphens, not "
              + jobId
              + " and "
              + imageNumber);
    }
    this.jobId = jobId;
    this.imageNumber = imageNumber;
    this.paper = paper;
    this.pdf = pdf;
  }

  public String jobId() {
    return jobId;
  }

  public String imageNumber() {
    return imageNumber;
  }

  public Paper paper() {
    return paper;
  }

  public byte[] pdf() {
    return pdf;
  }

  /** The name under which printers keep this job; the same for the same job, and only for it. */
  public String title() {
    return imageNumber + "_" + jobId;
  }
}
