package org.huizhi.console;

import java.util.List;
import java.util.Optional;
import org.huizhi.record.CaseLine;
import org.huizhi.record.Deletion;
import org.huizhi.record.Report;
import org.huizhi.record.Review;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.record.Ruling;
import org.huizhi.record.Submission;
import org.huizhi.staff.Entry;
import org.huizhi.staff.Health;
import org.huizhi.staff.Person;
import org.huizhi.storage.Audit;

/**
 * What staff can do in the hall, wherever they are. Every deed is noted with who did it. May take
 * its time; each method may throw {@link org.huizhi.storage.StorageTrouble}.
 */
public interface Desk {
  /** The machine at which they stand; empty on a console of its own. */
  Optional<Post> post();

  /** Whether the first person is still to be added. */
  boolean nobodyYet();

  /**
   * Adds the first person.
   *
   * @throws IllegalArgumentException when the number or the PIN is a bad one
   */
  Person addFirst(String number, char[] pin);

  Entry enter(String number, char[] pin);

  void left(Person who);

  /**
   * Gives somebody another PIN, who knows the old one.
   *
   * @return false when that was wrong, or tried too often
   * @throws IllegalArgumentException when the new PIN is a bad one
   */
  boolean changePin(Person who, char[] old, char[] fresh);

  /** The name of a document, at once. */
  String title(String spec, String language);

  /** Photos that wait for a decision, the longest first. */
  List<Review> waiting();

  Reviews.Pictures pictures(Review review);

  /** Photos at the detection centre, then those that it refused today. */
  List<Submission> atCentre();

  /** Whether somebody may take this photo. */
  boolean mayApprove(Person who, Review review);

  /** Decides, or says what that still takes. */
  Ruling decide(Person who, Review review, ReviewState decision, String why);

  /** How every machine says that it is. */
  List<Health> machines();

  /** The newest cases of an image number's part or a ticket; of all where the text is empty. */
  List<CaseLine> cases(String text);

  /** A case with its history; that it was looked at is noted. */
  Optional<CaseFile> file(Person who, String imageNumber);

  /** Prints a slip once more, marked as a copy; whether the printer said that it is out. */
  boolean reprint(Person who, String imageNumber);

  /** Whether a slip can show this text; at once. */
  boolean canPrint(String text);

  /**
   * Gives a case another name: a new number and slip, the old ones void.
   *
   * @return the new number; empty where that cannot be done here or now
   */
  Optional<String> correctName(Person who, String imageNumber, String name);

  /** Deletes what is personal of a case now; empty where it does not lie here. */
  Optional<Deletion> delete(Person who, String imageNumber, String why);

  /** The newest lines of the audit that hold a text. */
  List<Audit.Line> book(String text);

  /** Every place where the audit was tampered with. */
  List<String> breaks();

  /** The last so many days. */
  Report report(int days);

  /** Writes the report as a table into the data folder, and says into which file. */
  String saveReport(Person who, int days);

  /** Writes tables as a PDF into the data folder, and says into which file. */
  String saveReport(Person who, int days, String title, List<ReportTable> tables);
}
