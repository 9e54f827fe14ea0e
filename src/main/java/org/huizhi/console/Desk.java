package org.huizhi.console;

import java.util.List;
import java.util.Optional;
import org.huizhi.record.Review;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.staff.Entry;
import org.huizhi.staff.Person;

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

  /** The name of a document, at once. */
  String title(String spec, String language);

  /** Photos that wait for a decision, the longest first. */
  List<Review> waiting();

  Reviews.Pictures pictures(Review review);

  /** Whether somebody may take this photo. */
  boolean mayApprove(Person who, Review review);

  /** Decides; whether nobody else was faster. */
  boolean decide(Person who, Review review, ReviewState decision, String why);
}
