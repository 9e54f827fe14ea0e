package org.huizhi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huizhi.check.Advice;
import org.huizhi.check.Verdict;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketPrint;
import org.huizhi.spec.Code;

/** Where an applicant's story stands. States hold handles of pictures, never their bytes. */
public sealed interface State {
  Setting setting();

  /** The same state in another setting. */
  State with(Setting setting);

  /** Whether nobody has begun a visit. */
  default boolean isFree() {
    return this instanceof Welcome || this instanceof Expecting || this instanceof OutOfOrder;
  }

  /** States that hold something of a person; every one of them ends by itself. */
  sealed interface Personal extends State {
    Visit visit();
  }

  /** The time left, when so little is left that the person must be told. */
  default Optional<Duration> warning(Patience patience) {
    boolean waitsForPerson =
        switch (this) {
          case Returning _, Consent _, Choosing _, Identifying _, Guardian _, Preparing _ -> true;
          case Framing _, Reviewing _, WaitingForStaff _ -> true;
          case Issuing issuing -> issuing.waitsForPerson();
          case Welcome _, Expecting _, Ticketing _, Shooting _, Making _ -> false;
          case Farewell _, OutOfOrder _ -> false;
        };
    Duration left = setting().left();
    return waitsForPerson && left.compareTo(patience.warning()) <= 0
        ? Optional.of(left)
        : Optional.empty();
  }

  /**
   * Nobody is there.
   *
   * @param wipedUntil how long the screen says that everything of the last visit is wiped
   * @param ended how staff ended it, as long as that is said
   */
  record Welcome(Setting setting, Optional<Instant> wipedUntil, Optional<StaffEnd> ended)
      implements State {
    /** With nothing to say of a last visit. */
    public Welcome(Setting setting) {
      this(setting, Optional.empty(), Optional.empty());
    }

    @Override
    public Welcome with(Setting other) {
      return new Welcome(other, wipedUntil, ended);
    }
  }

  /**
   * Somebody was called here and is expected; a ticket says nothing about a person.
   *
   * @param ticket the number that was called
   * @param typed what was entered so far to confirm it
   * @param wrong whether what was entered last was not right
   */
  record Expecting(Setting setting, String ticket, String typed, boolean wrong) implements State {
    /** The most digits that a code or a number has. */
    public static final int MOST_DIGITS = 6;

    @Override
    public Expecting with(Setting other) {
      return new Expecting(other, ticket, typed, wrong);
    }
  }

  /**
   * Somebody comes back with the code that they left with.
   *
   * @param typed what was entered of it so far
   * @param wrong whether nothing was put away under what was entered last
   */
  record Returning(Setting setting, String typed, boolean wrong) implements State {
    /** How many digits a code has. */
    public static final int DIGITS = 6;

    @Override
    public Returning with(Setting other) {
      return new Returning(other, typed, wrong);
    }

    /** Whether a whole code is entered. */
    public boolean whole() {
      return typed.length() == DIGITS;
    }
  }

  /**
   * Somebody without a ticket takes one where another is called; it says nothing about a person.
   *
   * @param called who is called here meanwhile
   */
  record Ticketing(Setting setting, Optional<String> called, Stage stage) implements State {
    /** How far the ticket is. */
    public sealed interface Stage {
      /** Which kind it is to be. */
      record Choosing() implements Stage {}

      /** The hall is asked for a number. */
      record Asked() implements Stage {}

      record Given(Ticket ticket, TicketPrint print) implements Stage {}

      /** The hall has no number now. */
      record None() implements Stage {}
    }

    @Override
    public Ticketing with(Setting other) {
      return new Ticketing(other, called, stage);
    }

    Ticketing at(Stage other) {
      return new Ticketing(setting, called, other);
    }
  }

  /**
   * Before any picture is taken.
   *
   * @param company for whom the photo is, as was touched so far
   * @param document the spec that the person's ticket was taken for
   */
  record Consent(Setting setting, Company company, Optional<String> document) implements State {
    /** Of whoever has not said yet what they come for. */
    public Consent(Setting setting, Company company) {
      this(setting, company, Optional.empty());
    }

    @Override
    public Consent with(Setting other) {
      return new Consent(other, company, document);
    }
  }

  record Choosing(Setting setting, Agreement agreement) implements State {
    @Override
    public Choosing with(Setting other) {
      return new Choosing(other, agreement);
    }
  }

  record Identifying(Setting setting, Visit visit, Draft draft) implements Personal {
    @Override
    public Identifying with(Setting other) {
      return new Identifying(other, visit, draft);
    }

    /** Whether this field may be left empty. */
    public boolean skippable() {
      return !visit.document().required().contains(draft.field());
    }
  }

  /** The birth date says that a parent or guardian has to agree before any picture is taken. */
  record Guardian(Setting setting, Visit visit) implements Personal {
    @Override
    public Guardian with(Setting other) {
      return new Guardian(other, visit);
    }
  }

  /** The right posture and what to take off, before the camera looks. */
  record Preparing(Setting setting, Visit visit) implements Personal {
    @Override
    public Preparing with(Setting other) {
      return new Preparing(other, visit);
    }
  }

  /**
   * The live view.
   *
   * @param since when the person began to try
   * @param manualShutter whether a shutter button is offered
   */
  record Framing(Setting setting, Visit visit, Instant since, boolean manualShutter)
      implements Personal {
    @Override
    public Framing with(Setting other) {
      return new Framing(other, visit, since, manualShutter);
    }
  }

  /**
   * Counting down, or the burst under way.
   *
   * @param shootAt when the countdown ends; empty once the burst is under way
   */
  record Shooting(Setting setting, Visit visit, Optional<Instant> shootAt) implements Personal {
    @Override
    public Shooting with(Setting other) {
      return new Shooting(other, visit, shootAt);
    }
  }

  /**
   * The photo is made of the shot.
   *
   * @param forStaff whether the person wants staff to decide on it, though the shot failed
   */
  record Making(Setting setting, Visit visit, ShotRef shot, boolean forStaff) implements Personal {
    @Override
    public Making with(Setting other) {
      return new Making(other, visit, shot, forStaff);
    }
  }

  /**
   * The result, for the applicant to judge.
   *
   * @param photo empty when the shot failed and no photo was made
   * @param verdict on the shot and, where there is a photo, on its file
   */
  record Reviewing(
      Setting setting, Visit visit, ShotRef shot, Optional<PhotoRef> photo, Verdict verdict)
      implements Personal {
    @Override
    public Reviewing with(Setting other) {
      return new Reviewing(other, visit, shot, photo, verdict);
    }

    /** Whether there may be another shot. */
    public boolean retakable(Patience patience) {
      return visit.tries().shots() < patience.mostShots();
    }

    /** Whether the applicant can take this photo without staff. */
    public boolean acceptable() {
      return photo.isPresent() && verdict.decision() == Verdict.Decision.PASS;
    }

    /**
     * Whether this photo may be taken: the one that is shown, or the good one of an earlier try.
     */
    public boolean offers(PhotoRef wanted) {
      return (acceptable() && photo.equals(Optional.of(wanted)))
          || visit.tries().best().filter(kept -> kept.photo().equals(wanted)).isPresent();
    }
  }

  /**
   * Staff were called.
   *
   * @param review what staff are asked about; empty when the person only wants help
   * @param answer what they have said so far
   */
  record WaitingForStaff(Setting setting, Visit visit, Optional<Question> review, Answer answer)
      implements Personal {
    /** A photo that staff are asked to decide on. */
    public record Question(ShotRef shot, Optional<PhotoRef> photo, Verdict verdict) {}

    /** What staff say of a photo; one that they take goes on its way at once. */
    public sealed interface Answer {
      /**
       * Nothing yet.
       *
       * @param place in the line of all photos that wait; 0 while that is not known
       */
      record NotYet(int place) implements Answer {}

      record Refused(Refusal why) implements Answer {}
    }

    @Override
    public WaitingForStaff with(Setting other) {
      return new WaitingForStaff(other, visit, review, answer);
    }

    /** Whether a photo waits for its decision. */
    public boolean asks() {
      return review.isPresent() && answer instanceof Answer.NotYet;
    }

    /** Whether the person may go and come back with a code. */
    public boolean mayComeBack() {
      return ComingBack.mayLeave(this);
    }

    /** Whether there may be another shot. */
    public boolean retakable(Patience patience) {
      return visit.tries().shots() < patience.mostShots();
    }
  }

  record Issuing(Setting setting, Visit visit, PhotoRef photo, Paper paper) implements Personal {
    /** How far the slip is. */
    public sealed interface Paper {
      record Saving() implements Paper {}

      /** The detection centre looks at the photo; there is no slip before it has passed. */
      record AtCentre(String imageNumber, CentreStage stage) implements Paper {}

      /**
       * The detection centre has refused the photo.
       *
       * @param reason the rule that it breaks, where the centre named one
       * @param remedy what mends it, where the centre named that
       */
      record Declined(Optional<Code> reason, Optional<Advice> remedy) implements Paper {}

      /**
       * The slip is shown while it comes out.
       *
       * @param since when the slip was first shown
       * @param end how printing ended, while the slip is still shown
       */
      record Printing(String imageNumber, SlipRef slip, Instant since, Optional<SlipEnd> end)
          implements Paper {}

      record Stuck(String imageNumber, SlipRef slip, PaperFault fault) implements Paper {}
    }

    @Override
    public Issuing with(Setting other) {
      return new Issuing(other, visit, photo, paper);
    }

    /** Whether nothing happens until the person says what should. */
    boolean waitsForPerson() {
      return switch (paper) {
        case Paper.Saving _, Paper.Printing _, Paper.AtCentre _ -> false;
        case Paper.Stuck _, Paper.Declined _ -> true;
      };
    }

    /** Whether there may be another shot, because the detection centre refused this one. */
    public boolean retakable(Patience patience) {
      return paper instanceof Paper.Declined && visit.tries().shots() < patience.mostShots();
    }
  }

  /**
   * The visit is done; only the number remains to be read.
   *
   * @param imageNumber of the photo, or the code of whoever comes back for the staff's decision
   * @param wiped whether the engine has answered that nothing of the person is left with it
   */
  record Farewell(Setting setting, String imageNumber, SlipEnd slip, boolean wiped)
      implements State {
    @Override
    public Farewell with(Setting other) {
      return new Farewell(other, imageNumber, slip, wiped);
    }
  }

  record OutOfOrder(Setting setting, Trouble trouble) implements State {
    @Override
    public OutOfOrder with(Setting other) {
      return new OutOfOrder(other, trouble);
    }
  }
}
