package org.huizhi.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.StorageTrouble;
import org.jdbi.v3.core.Handle;

/**
 * Photos that wait for a person's decision, in the hall's database, so that anybody of the staff
 * may decide; while that is away, in the machine's own, for whoever stands at it. A picture is
 * kept, sealed, until somebody decides or nobody waits any more, and no longer; that of a person
 * who left with a code until they are back, or must be. Any thread.
 */
public final class Reviews {
  /** Without the pictures, which are only opened one by one. */
  private static final String SELECT =
      """
      select id, case_id, machine, spec, asked_at, state, veto, photo_sealed is not null as has_photo,
        findings, earlier, decided_at, decided_by, reason, first_by,
        case when taken_by is null then back_by end as back_by
      from review where
      """;

  private final Database hall;
  private final Database own;
  private final String machine;
  private final Vault vault;
  private final Clock clock;
  private final Audit audit;
  private final Audit away;
  private volatile boolean inHand;

  /**
   * @param hall the hall's database; where a machine is alone, its own
   * @param chain the chain of the audit for the hall's database, and for this machine's own
   */
  public Reviews(
      Database hall, Database own, String machine, Vault vault, Chains chain, Clock clock) {
    this.hall = hall;
    this.own = own;
    this.machine = machine;
    this.vault = vault;
    this.clock = clock;
    this.audit = new Audit(chain.hall(), clock);
    this.away = new Audit(chain.own(), clock);
  }

  /** The names of the writers whose chains tell of decisions. */
  public record Chains(String hall, String own) {}

  /** The two pictures of a review, while it waits. */
  public record Pictures(Optional<byte[]> shot, Optional<byte[]> photo) {}

  /**
   * What a person comes back to.
   *
   * @param visit as it was put away
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
  public record Left(Review review, byte[] visit, byte[] shot, byte[] photo) {}

  /** Puts a photo into the line. */
  public void ask(NewReview asked) {
    try {
      hall.write("Asking the staff", handle -> insert(handle, asked));
    } catch (StorageTrouble trouble) {
      if (hall == own || !trouble.isOut()) {
        throw trouble;
      }
      own.write("Asking the staff", handle -> insert(handle, asked));
    }
  }

  private boolean insert(Handle handle, NewReview asked) {
    handle
        .createUpdate(
            """
            insert into review (id, case_id, machine, spec, asked_at, state, veto, shot_sealed,
              photo_sealed, findings, earlier)
            values (:id, :case, :machine, :spec, :now, 'WAITING', :veto, :shot, :photo, :findings,
              :earlier)
            """)
        .bind("id", asked.id())
        .bind("case", asked.caseId())
        .bind("machine", machine)
        .bind("spec", asked.spec())
        .bind("now", clock.millis())
        .bind("veto", asked.veto())
        .bind("shot", vault.seal(asked.shot(), asked.id(), "shot"))
        .bind(
            "photo", asked.photo().map(jpeg -> vault.seal(jpeg, asked.id(), "photo")).orElse(null))
        .bind("findings", asked.findings())
        .bind("earlier", asked.earlier())
        .execute();
    return true;
  }

  /** All that wait, the longest first. */
  public List<Review> waiting() {
    return all("state = :key", "WAITING");
  }

  /** Every review of one visit, in order. */
  public List<Review> of(String caseId) {
    return all("case_id = :key", caseId);
  }

  public Optional<Review> find(String id) {
    return first(database -> database.read("Reading a review", handle -> find(handle, id)));
  }

  private static Optional<Review> find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + "id = :id")
        .bind("id", id)
        .map((row, context) -> review(row))
        .findOne();
  }

  /** The place in the line, from 1; 0 for what does not wait. */
  public int place(String id) {
    return first(
            database ->
                database.read(
                    "Reading the line",
                    handle ->
                        find(handle, id)
                            .filter(review -> review.state() == ReviewState.WAITING)
                            .map(review -> ahead(handle, review) + 1)))
        .orElse(0);
  }

  private static int ahead(Handle handle, Review review) {
    return handle
        .createQuery(
            "select count(*) from review where state = 'WAITING'"
                + " and (asked_at < :at or (asked_at = :at and id < :id))")
        .bind("at", review.askedAt().toEpochMilli())
        .bind("id", review.id())
        .mapTo(Integer.class)
        .one();
  }

  public Pictures pictures(String id) {
    return first(database -> database.read("Reading a review's pictures", h -> pictures(h, id)))
        .orElseGet(() -> new Pictures(Optional.empty(), Optional.empty()));
  }

  private Optional<Pictures> pictures(Handle handle, String id) {
    return handle
        .createQuery("select shot_sealed, photo_sealed from review where id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Pictures(
                    Rows.bytes(row, "shot_sealed").map(bytes -> vault.unseal(bytes, id, "shot")),
                    Rows.bytes(row, "photo_sealed").map(bytes -> vault.unseal(bytes, id, "photo"))))
        .findOne();
  }

  /**
   * Decides, once: of two people at two places only the first.
   *
   * @return whether this was the decision
   */
  public boolean decide(String id, ReviewState decision, Decided decided) {
    return first(
            database ->
                Optional.of(
                        database.write(
                            "Deciding on a photo",
                            handle -> decide(database, handle, id, decision, decided)))
                    .filter(done -> done))
        .orElse(false);
  }

  /**
   * Approves where two people must: the first is only noted, and the same person is no second.
   *
   * @param decided the reason that counts is the second one's
   */
  public Ruling approveAsOneOfTwo(String id, Decided decided) {
    boolean first =
        first(
                database ->
                    Optional.of(
                            database.write(
                                "Approving a photo first", handle -> first(handle, id, decided)))
                        .filter(done -> done))
            .orElse(false);
    boolean same = find(id).flatMap(Review::firstBy).filter(decided.by()::equals).isPresent();
    if (first || same) {
      return Ruling.SECOND_NEEDED;
    }
    return decide(id, ReviewState.APPROVED, decided) ? Ruling.DECIDED : Ruling.TOO_LATE;
  }

  private static boolean first(Handle handle, String id, Decided decided) {
    return handle.execute(
            "update review set first_by = ? where id = ? and state = 'WAITING'"
                + " and first_by is null",
            decided.by(),
            id)
        == 1;
  }

  private boolean decide(
      Database database, Handle handle, String id, ReviewState decision, Decided decided) {
    boolean done = end(handle, "id = :key", id, decision, decided.by(), decided.why()) == 1;
    if (done) {
      (database == hall ? audit : away)
          .note(
              handle,
              "review " + decision.name().toLowerCase(Locale.ROOT),
              id,
              "by " + decided.by() + (decided.why().isEmpty() ? "" : ": " + decided.why()));
      database.tellOf(handle);
    }
    return done;
  }

  /**
   * Lets the person of a review that waits go.
   *
   * @param visit what the visit goes on with; sealed here
   * @param backBy when it is deleted, unless somebody is back
   * @return the code to come back with; empty where somebody has decided meanwhile
   */
  public Optional<String> putAway(String id, byte[] visit, Instant backBy) {
    byte[] sealed = vault.seal(visit, id, "visit");
    return first(
        database ->
            database.write(
                "Putting a visit away", handle -> LeftReviews.putAway(handle, id, sealed, backBy)));
  }

  /**
   * Takes up what was put away under a code, for this machine and nobody else, until {@link
   * #release}. The code counts until {@link #used}.
   *
   * @param wanted whether this machine can go on with it
   * @throws StorageTrouble AWAY when it does not lie here and the hall could not be asked
   */
  public Optional<Left> takeUp(String code, Predicate<Review> wanted) {
    Optional<Left> here = takeUp(own, code, wanted);
    Optional<Left> left = here.isPresent() || hall == own ? here : takeUp(hall, code, wanted);
    inHand |= left.isPresent();
    return left;
  }

  private Optional<Left> takeUp(Database database, String code, Predicate<Review> wanted) {
    LeftReviews.Taker taker = new LeftReviews.Taker(machine, !inHand);
    Instant now = clock.instant();
    return database.write(
        "Taking a visit up",
        handle ->
            LeftReviews.find(handle, code, taker, now)
                .flatMap(id -> find(handle, id))
                .filter(wanted)
                .map(review -> left(handle, review))
                .filter(left -> LeftReviews.take(handle, left.review().id(), code, taker, now)));
  }

  private Left left(Handle handle, Review review) {
    Pictures pictures = pictures(handle, review.id()).orElseThrow();
    byte[] visit =
        handle
            .createQuery("select visit_sealed from review where id = :id")
            .bind("id", review.id())
            .mapTo(byte[].class)
            .one();
    return new Left(
        review,
        vault.unseal(visit, review.id(), "visit"),
        pictures.shot().orElseThrow(),
        pictures.photo().orElseThrow());
  }

  /** Whoever came back to this machine leaves without a slip: the code counts as before. */
  public void release() {
    inHand = false;
    change(handle -> LeftReviews.release(handle, machine));
  }

  /** There is a slip of a case: its codes are used up. */
  public void used(String caseId) {
    change(handle -> LeftReviews.used(handle, caseId));
    inHand = false;
  }

  private void change(Consumer<Handle> deed) {
    var _ =
        each(
            database ->
                database.write(
                    "Noting who came back",
                    handle -> {
                      deed.accept(handle);
                      return true;
                    }));
  }

  /** Deletes what was put away by those who are not back in time. */
  public void endLeft() {
    var _ = each(database -> endLeft(database, clock.instant()));
  }

  /** The same in one database; how many. */
  public static int endLeft(Database database, Instant now) {
    return database.write(
        "Deleting what nobody came back for",
        handle -> {
          int ended = LeftReviews.end(handle, now);
          if (ended > 0) {
            database.tellOf(handle);
          }
          return ended;
        });
  }

  /** Nobody waits for this answer any more. */
  public void withdraw(String id) {
    end("id = :key", id);
  }

  /** Nobody waits at this machine: it has just started. */
  public void withdrawAll() {
    release();
    end("machine = :key and code is null", machine);
  }

  /** Nobody waits for so long, and a machine that could have said so is gone. */
  public void withdrawBefore(Instant moment) {
    end("code is null and asked_at < cast(:key as bigint)", Long.toString(moment.toEpochMilli()));
  }

  private void end(String which, String key) {
    var _ =
        each(
            database ->
                database.write(
                    "Withdrawing a review",
                    handle -> {
                      if (end(handle, which, key, ReviewState.WITHDRAWN, "", "") > 0) {
                        database.tellOf(handle);
                      }
                      return true;
                    }));
  }

  private int end(
      Handle handle, String which, String key, ReviewState state, String by, String why) {
    return handle
        .createUpdate(
            "update review set state = :state, decided_at = :now, decided_by = :by, reason = :why,"
                + " shot_sealed = case when code is not null then shot_sealed end,"
                + " photo_sealed = case when code is not null then photo_sealed end"
                + " where state = 'WAITING' and "
                + which)
        .bind("state", state.name())
        .bind("now", clock.millis())
        .bind("by", by)
        .bind("why", why)
        .bind("key", key)
        .execute();
  }

  /**
   * Asks the hall's database, where it can be reached, and this machine's own, if it is another.
   */
  private <T> List<T> each(Function<Database, T> question) {
    List<T> answers = new ArrayList<>();
    try {
      answers.add(question.apply(hall));
    } catch (StorageTrouble trouble) {
      if (hall == own || !trouble.isOut()) {
        throw trouble;
      }
    }
    if (hall != own) {
      answers.add(question.apply(own));
    }
    return answers;
  }

  private <T> Optional<T> first(Function<Database, Optional<T>> question) {
    return each(question).stream().flatMap(Optional::stream).findFirst();
  }

  private List<Review> all(String which, String key) {
    return each(
            database ->
                database.read(
                    "Reading the reviews",
                    handle ->
                        handle
                            .createQuery(SELECT + which + " order by asked_at, id")
                            .bind("key", key)
                            .map((row, context) -> review(row))
                            .list()))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static Review review(ResultSet row) throws SQLException {
    Optional<String> by =
        Optional.ofNullable(row.getString("decided_by")).filter(b -> !b.isEmpty());
    String why = Optional.ofNullable(row.getString("reason")).orElse("");
    return new Review(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("machine"),
        row.getString("spec"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        ReviewState.valueOf(row.getString("state")),
        row.getBoolean("veto"),
        row.getBoolean("has_photo"),
        row.getString("findings"),
        row.getString("earlier"),
        Rows.instant(row, "decided_at"),
        by.map(number -> new Decided(number, why)),
        Optional.ofNullable(row.getString("first_by")),
        Rows.instant(row, "back_by"));
  }
}
