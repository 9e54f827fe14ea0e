package org.huizhi.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.huizhi.config.KioskConfig;
import org.huizhi.console.Desk;
import org.huizhi.console.Post;
import org.huizhi.record.Decided;
import org.huizhi.record.Review;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.staff.Entry;
import org.huizhi.staff.Person;
import org.huizhi.staff.Staff;

/**
 * What staff do in the hall, carried out on the record. Any thread but JavaFX's.
 *
 * @param books the staff and the reviews; throws while the record is not open yet
 */
record HallDesk(Supplier<Books> books, KioskConfig config, Optional<Post> post) implements Desk {
  /** What the desk writes into. */
  record Books(Staff staff, Reviews reviews) {}

  private Staff staff() {
    return books.get().staff();
  }

  private Reviews reviews() {
    return books.get().reviews();
  }

  @Override
  public boolean nobodyYet() {
    return staff().isEmpty();
  }

  @Override
  public Person addFirst(String number, char[] pin) {
    return staff().addFirst(number, pin);
  }

  @Override
  public Entry enter(String number, char[] pin) {
    return staff().enter(number, pin);
  }

  @Override
  public void left(Person who) {
    staff().did(who, "staff out", who.number(), "");
  }

  @Override
  public String title(String spec, String language) {
    return Optional.ofNullable(config.specs().get(spec))
        .map(known -> known.title(language))
        .orElse(spec);
  }

  @Override
  public List<Review> waiting() {
    return reviews().waiting();
  }

  @Override
  public Reviews.Pictures pictures(Review review) {
    return reviews().pictures(review.id());
  }

  @Override
  public boolean mayApprove(Person who, Review review) {
    return !review.veto() || config.kiosk().staff().override().contains(who.role());
  }

  @Override
  public boolean decide(Person who, Review review, ReviewState decision, String why) {
    if (decision == ReviewState.APPROVED && !mayApprove(who, review)) {
      return false;
    }
    return reviews().decide(review.id(), decision, new Decided(who.number(), why));
  }
}
