package org.huizhi.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.huizhi.config.KioskConfig;
import org.huizhi.console.CaseFile;
import org.huizhi.console.Desk;
import org.huizhi.console.Post;
import org.huizhi.console.ReportTable;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.record.CaseLine;
import org.huizhi.record.CaseList;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Decided;
import org.huizhi.record.Deletion;
import org.huizhi.record.Issued;
import org.huizhi.record.KeptCase;
import org.huizhi.record.Outbox;
import org.huizhi.record.Report;
import org.huizhi.record.Review;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.record.Ruling;
import org.huizhi.record.Submission;
import org.huizhi.record.SubmissionState;
import org.huizhi.staff.Entry;
import org.huizhi.staff.Health;
import org.huizhi.staff.Heartbeats;
import org.huizhi.staff.Person;
import org.huizhi.staff.Staff;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What staff do in the hall, carried out on the record. Any thread but JavaFX's. */
final class HallDesk implements Desk {
  private static final Logger LOG = LoggerFactory.getLogger(HallDesk.class);
  private static final int LINES = 200;

  /** The folder of saved reports in the data folder; their figures name nobody. */
  static final String REPORTS = "reports";

  private final Supplier<Books> open;
  private final KioskConfig config;
  private final Optional<Post> post;
  private final Clock clock;

  /**
   * What the desk reads and writes.
   *
   * @param hall the hall's database; where a machine is alone, its own
   * @param store the record whose slips are printed and deleted here
   * @param data the data folder
   */
  record Books(
      Database hall,
      CaseStore store,
      Staff staff,
      Reviews reviews,
      SlipDesk slips,
      Printing printing,
      Path data) {}

  /** Does something with the printers on whatever thread is theirs. */
  interface Printing {
    /** Waits for it. */
    boolean with(Predicate<PrintRoom> deed);

    /**
     * Waits for nothing where the printers have a thread: what is done to the record is done,
     * whatever they say. What they keep too long the purge of old slips deletes.
     */
    default void later(Consumer<PrintRoom> deed) {
      try {
        var _ =
            with(
                room -> {
                  deed.accept(room);
                  return true;
                });
      } catch (StorageTrouble trouble) {
        LOG.warn("a printer did not do what staff had done: {}", trouble.getMessage());
      }
    }
  }

  /**
   * @param open gives the books; throws while the record is not open yet
   */
  HallDesk(Supplier<Books> open, KioskConfig config, Optional<Post> post, Clock clock) {
    this.open = open;
    this.config = config;
    this.post = post;
    this.clock = clock;
  }

  @Override
  public Optional<Post> post() {
    return post;
  }

  @Override
  public boolean nobodyYet() {
    return open.get().staff().isEmpty();
  }

  @Override
  public Person addFirst(String number, char[] pin) {
    return open.get().staff().addFirst(number, pin);
  }

  @Override
  public Entry enter(String number, char[] pin) {
    return open.get().staff().enter(number, pin);
  }

  @Override
  public void left(Person who) {
    open.get().staff().did(who, "staff out", who.number(), "");
  }

  @Override
  public boolean changePin(Person who, char[] old, char[] fresh) {
    Staff staff = open.get().staff();
    boolean right = staff.enter(who.number(), old) instanceof Entry.In;
    if (right) {
      staff.changePin(who.number(), fresh, who.number());
    }
    return right;
  }

  @Override
  public String title(String spec, String language) {
    return Optional.ofNullable(config.specs().get(spec))
        .map(known -> known.title(language))
        .orElse(spec);
  }

  @Override
  public List<Review> waiting() {
    return open.get().reviews().waiting();
  }

  @Override
  public Reviews.Pictures pictures(Review review) {
    return open.get().reviews().pictures(review.id());
  }

  @Override
  public List<Submission> atCentre() {
    Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
    return Outbox.shown(open.get().hall(), midnight);
  }

  @Override
  public boolean mayApprove(Person who, Review review) {
    return !review.veto() || config.kiosk().staff().override().contains(who.role());
  }

  @Override
  public Ruling decide(Person who, Review review, ReviewState decision, String why) {
    boolean approves = decision == ReviewState.APPROVED;
    if (approves && !mayApprove(who, review)) {
      return Ruling.TOO_LATE;
    }
    Reviews reviews = open.get().reviews();
    Decided decided = new Decided(who.number(), why);
    if (approves && review.veto() && config.kiosk().staff().fourEyes()) {
      Ruling ruling = reviews.approveAsOneOfTwo(review.id(), decided);
      if (ruling == Ruling.SECOND_NEEDED) {
        open.get().staff().did(who, "review approved first", review.id(), why);
      }
      return ruling;
    }
    return reviews.decide(review.id(), decision, decided) ? Ruling.DECIDED : Ruling.TOO_LATE;
  }

  @Override
  public List<Health> machines() {
    return new Heartbeats(open.get().hall()).all();
  }

  @Override
  public List<CaseLine> cases(String text) {
    return CaseList.find(open.get().hall(), text, clock.instant().plusSeconds(1));
  }

  @Override
  public Optional<CaseFile> file(Person who, String imageNumber) {
    Books books = open.get();
    Optional<KeptCase> here = books.store().byNumber(imageNumber);
    here.ifPresent(_ -> books.staff().did(who, "case looked at", imageNumber, ""));
    return here.map(kept -> file(books, kept));
  }

  private CaseFile file(Books books, KeptCase kept) {
    var jobs = books.store().jobs().of(kept.id());
    Optional<String> not =
        kept.purgedAt().isPresent()
            ? Optional.of("cases.purged")
            : isHeld(books, kept)
                ? Optional.of("cases.at-centre")
                : books.slips().reprintEnd(kept).isBefore(clock.instant())
                    ? Optional.of("cases.too-late")
                    : Optional.empty();
    return new CaseFile(
        kept,
        jobs.stream().flatMap(job -> books.store().jobs().steps(job.id()).stream()).toList(),
        books.reviews().of(kept.id()),
        books.store().outbox().find(kept.id()),
        not,
        isHere(kept));
  }

  private static boolean isHeld(Books books, KeptCase kept) {
    return books
        .store()
        .outbox()
        .find(kept.id())
        .filter(one -> one.gates() && one.state() != SubmissionState.PASSED)
        .isPresent();
  }

  /** A case of another machine lies there too, where only that machine can delete it. */
  private boolean isHere(KeptCase kept) {
    return kept.machine().isEmpty() || kept.machine().equals(config.kiosk().machine());
  }

  @Override
  public boolean reprint(Person who, String imageNumber) {
    Books books = open.get();
    KeptCase kept = books.store().byNumber(imageNumber).orElseThrow(HallDesk::gone);
    if (file(books, kept).mayReprint().isPresent()) {
      return false;
    }
    books.staff().did(who, "slip reprint asked", imageNumber, ""); // it may outlast the wait
    boolean printed =
        books.printing().with(room -> room.reprint(kept, false) instanceof PrintOutcome.Printed);
    books.staff().did(who, "slip reprinted", imageNumber, printed ? "it is out" : "it is not out");
    return printed;
  }

  private static StorageTrouble gone() {
    return new StorageTrouble(StorageTrouble.Kind.REFUSED, "There is no such case here.");
  }

  @Override
  public boolean canPrint(String text) {
    return open.get().slips().canPrint(text);
  }

  @Override
  public Optional<String> correctName(Person who, String imageNumber, String name) {
    Books books = open.get();
    Optional<KeptCase> kept =
        books
            .store()
            .byNumber(imageNumber)
            .filter(this::isHere)
            .filter(one -> file(books, one).mayReprint().isEmpty())
            .filter(_ -> !name.isBlank() && books.slips().canPrint(name.strip()));
    return kept.map(
        old -> {
          Issued issued = books.slips().correct(books.store(), old, name.strip(), who.number());
          books.printing().later(room -> room.forgetSlips(imageNumber));
          books.printing().later(room -> room.printFor(issued.job().caseId()));
          return issued.imageNumber();
        });
  }

  @Override
  public Optional<Deletion> delete(Person who, String imageNumber, String why) {
    Books books = open.get();
    if (books.store().byNumber(imageNumber).filter(this::isHere).isEmpty()) {
      return Optional.empty();
    }
    Optional<Deletion> deleted = books.store().delete(imageNumber, who.number(), why);
    books.printing().later(room -> room.forgetSlips(imageNumber));
    return deleted;
  }

  @Override
  public List<Audit.Line> book(String text) {
    return Audit.search(open.get().hall(), text, LINES);
  }

  @Override
  public List<String> breaks() {
    return Audit.breaks(open.get().hall());
  }

  @Override
  public Report report(int days) {
    return Report.of(open.get().hall(), LocalDate.now(clock), days, clock.getZone());
  }

  @Override
  public String saveReport(Person who, int days) {
    return save(who, days, ".csv", report(days).csv().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String saveReport(Person who, int days, String title, List<ReportTable> tables) {
    try {
      return save(who, days, ".pdf", open.get().slips().report(title, tables));
    } catch (IOException undrawn) {
      throw new IllegalStateException("a report cannot be drawn", undrawn);
    }
  }

  private String save(Person who, int days, String ending, byte[] content) {
    Books books = open.get();
    Path folder = books.data().resolve(REPORTS);
    Path file = folder.resolve("report-" + LocalDate.now(clock) + "-" + days + "-days" + ending);
    try {
      OwnerOnly.directory(folder);
      Files.write(file, content);
    } catch (IOException unwritten) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The report " + file + " cannot be written.", unwritten);
    }
    books.staff().did(who, "report saved", file.getFileName().toString(), "");
    return file.toString();
  }
}
