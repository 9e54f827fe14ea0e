package org.huizhi.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huizhi.record.Reviews;
import org.huizhi.record.Vault;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.StorageTrouble;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hall's staff. Whoever gets in, changes somebody or does something stands in the audit, by
 * their number. While the hall's database is away, a machine lets in whom it knew last, and keeps
 * what they do until {@link #meet} brings it home. Any thread; every method may throw {@link
 * StorageTrouble}.
 */
public final class Staff {
  private static final Logger LOG = LoggerFactory.getLogger(Staff.class);
  private static final String COLUMN = "pin";
  private static final int LINES = 1_000;

  private final Database hall;
  private final Database own;
  private final String machine;
  private final Vault vault;
  private final Clock clock;
  private final Audit audit;
  private final Audit away;
  private Optional<String> wrong = Optional.empty();

  /**
   * @param hall the hall's database; where a machine is alone, its own
   * @param own this machine's database, always within reach
   */
  public Staff(Database hall, Database own, String machine, Vault vault, Clock clock) {
    this.hall = hall;
    this.own = own;
    this.machine = machine;
    this.vault = vault;
    this.clock = clock;
    this.audit = new Audit(chains(machine).hall(), clock);
    this.away = new Audit(chains(machine).own(), clock);
  }

  /** The chains of what staff do by this machine. */
  public static Reviews.Chains chains(String machine) {
    return new Reviews.Chains(machine + "/staff", machine + "/staff-away");
  }

  /**
   * Whether somebody with this number and PIN may get in. Takes as long for nobody's number as for
   * somebody's.
   */
  public Entry enter(String number, char[] pin) {
    return within(database -> enter(database, number, pin));
  }

  private Entry enter(Database database, String number, char[] pin) {
    Instant now = clock.instant();
    List<String> who = List.of("person " + number, "machine " + machine);
    Optional<Instant> wait = database.write("Noting a try", handle -> Tries.take(handle, who, now));
    if (wait.isPresent()) {
      return new Entry.TooSoon(wait.get());
    }
    Optional<Kept> kept = database.read("Looking for a person", handle -> kept(handle, number));
    byte[] hash = kept.map(this::hash).orElse(Pin.NOBODYS);
    boolean right = Pin.fits(pin, hash) && kept.isPresent();
    if (!right) {
      note(database, "staff refused", number, "wrong number or PIN");
      return new Entry.Wrong();
    }
    Person person = kept.orElseThrow().person();
    return database.write(
        "Letting somebody in",
        handle -> {
          Tries.forget(handle, who.getFirst());
          Tries.giveBack(handle, who.getLast(), now);
          audit(database).note(handle, "staff " + (person.locked() ? "refused" : "in"), number, "");
          return person.locked() ? new Entry.Locked() : new Entry.In(person);
        });
  }

  /** Nobody can do anything until the first one is there. */
  public boolean isEmpty() {
    return hall.read("Looking for staff", Staff::isEmpty);
  }

  private static boolean isEmpty(Handle handle) {
    return handle.createQuery("select count(*) from staff_person").mapTo(Integer.class).one() == 0;
  }

  /** Everybody, by their number. */
  public List<Person> everybody() {
    return hall.read(
        "Reading the staff",
        handle ->
            handle
                .createQuery("select * from staff_person order by number")
                .map((row, context) -> kept(row).person())
                .list());
  }

  /**
   * Adds somebody.
   *
   * @param by the number of who does it
   * @throws IllegalArgumentException with a sentence, when the PIN is a bad one
   * @throws StorageTrouble REFUSED when the number is taken
   */
  public Person add(String number, String name, StaffRole role, char[] pin, String by) {
    return add(number, name, role, pin, by, false);
  }

  /** Adds the first person, a supervisor; nobody else may be there. */
  public Person addFirst(String number, char[] pin) {
    return add(number, number, StaffRole.SUPERVISOR, pin, number, true);
  }

  private Person add(
      String number, String name, StaffRole role, char[] pin, String by, boolean first) {
    Pin.check(pin);
    Person person = new Person(number, name, role, false);
    byte[] sealed = vault.seal(Pin.hash(pin), number, COLUMN);
    return hall.write(
        "Adding somebody to the staff",
        handle -> {
          if (first ? !isEmpty(handle) : kept(handle, number).isPresent()) {
            throw new StorageTrouble(
                StorageTrouble.Kind.REFUSED, "There is somebody with this number already.");
          }
          handle
              .createUpdate(
                  "insert into staff_person (number, name, role, pin_sealed, locked, changed_at)"
                      + " values (:number, :name, :role, :pin, :locked, :now)")
              .bind("number", number)
              .bind("name", name)
              .bind("role", role.name())
              .bind("pin", sealed)
              .bind("locked", false)
              .bind("now", clock.millis())
              .execute();
          audit.note(handle, "staff added", number, role.name() + " by " + by);
          return person;
        });
  }

  /** Gives somebody another PIN. */
  public void changePin(String number, char[] pin, String by) {
    Pin.check(pin);
    byte[] sealed = vault.seal(Pin.hash(pin), number, COLUMN);
    change(number, "pin_sealed", sealed, "staff PIN changed", by);
  }

  /** Locks somebody out, from now on. */
  public void lock(String number, String by) {
    change(number, "locked", true, "staff locked", by);
  }

  /** Lets somebody in again, and forgets the tries that failed, theirs and this machine's. */
  public void unlock(String number, String by) {
    change(number, "locked", false, "staff unlocked", by);
    hall.write(
        "Forgetting failed tries",
        handle -> {
          Tries.forget(handle, "person " + number);
          Tries.forget(handle, "machine " + machine);
          return true;
        });
  }

  private void change(String number, String column, Object value, String what, String by) {
    hall.write(
        "Changing somebody of the staff",
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "update staff_person set "
                          + column
                          + " = :value, changed_at = :now where number = :number")
                  .bind("value", value)
                  .bind("now", clock.millis())
                  .bind("number", number)
                  .execute();
          if (changed == 0) {
            throw new StorageTrouble(
                StorageTrouble.Kind.REFUSED, "Nobody of the staff has the number " + number + ".");
          }
          audit.note(handle, what, number, "by " + by);
          return true;
        });
  }

  /**
   * Notes what somebody did.
   *
   * @param subject what it was done to: a number, never a person
   * @param why the reason given; may be empty
   */
  public void did(Person who, String what, String subject, String why) {
    within(
        database ->
            note(
                database, what, subject, "by " + who.number() + (why.isEmpty() ? "" : ": " + why)));
  }

  private boolean note(Database database, String what, String subject, String detail) {
    return database.write(
        "Noting what staff did",
        handle -> {
          audit(database).note(handle, what, subject, detail);
          return true;
        });
  }

  private Audit audit(Database database) {
    return database == hall ? audit : away;
  }

  /**
   * Learns who is there and brings home what was done while the hall was away; every few seconds.
   * What fails is tried again the next time, because the queue is not to wait for it. One thread.
   */
  public void meet() {
    if (hall == own) {
      return;
    }
    try {
      learnAndTell();
      wrong = Optional.empty();
    } catch (StorageTrouble trouble) {
      Optional<String> now = Optional.ofNullable(trouble.getMessage());
      if (!wrong.equals(now)) {
        LOG.warn("what staff did is not home", trouble);
      }
      wrong = now;
    }
  }

  private void learnAndTell() {
    if (!marks(hall).equals(marks(own))) {
      learn(
          hall.read(
              "Reading the staff",
              handle -> handle.createQuery("select * from staff_person").mapToMap().list()));
    }
    Audit.copy(own, hall, chains(machine).own(), LINES);
  }

  /** Who is there and since when they are as they are. */
  private static List<String> marks(Database database) {
    return database.read(
        "Reading the staff",
        handle ->
            handle
                .createQuery("select number, changed_at from staff_person order by number")
                .map((row, context) -> row.getString(1) + " " + row.getLong(2))
                .list());
  }

  private void learn(List<Map<String, Object>> persons) {
    own.write(
        "Learning who is there",
        handle -> {
          handle.execute("delete from staff_person");
          for (Map<String, Object> person : persons) {
            handle
                .createUpdate(
                    "insert into staff_person (number, name, role, pin_sealed, locked, changed_at)"
                        + " values (:number, :name, :role, :pin_sealed, :locked, :changed_at)")
                .bindMap(person)
                .execute();
          }
          return true;
        });
  }

  /** Asks the hall's database, or while that is away, this machine's own. */
  private <T> T within(Function<Database, T> question) {
    try {
      return question.apply(hall);
    } catch (StorageTrouble trouble) {
      boolean answered = trouble.kind() == StorageTrouble.Kind.REFUSED;
      if (hall == own || answered || !trouble.isOut()) {
        throw trouble;
      }
      return question.apply(own);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // looked at once, compared by nobody
  private record Kept(Person person, byte[] pinSealed) {}

  private byte[] hash(Kept kept) {
    return vault.unseal(kept.pinSealed(), kept.person().number(), COLUMN);
  }

  private static Optional<Kept> kept(Handle handle, String number) {
    return handle
        .createQuery("select * from staff_person where number = :number")
        .bind("number", number)
        .map((row, context) -> kept(row))
        .findOne();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        new Person(
            row.getString("number"),
            row.getString("name"),
            StaffRole.valueOf(row.getString("role")),
            row.getBoolean("locked")),
        row.getBytes("pin_sealed"));
  }
}
