package org.huizhi.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.check.Advice;
import org.huizhi.check.HallPicture;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketStep;
import org.huizhi.record.CaseLine;
import org.huizhi.record.DayCounts;
import org.huizhi.record.Deletion;
import org.huizhi.record.JobState;
import org.huizhi.record.KeptCase;
import org.huizhi.record.LightCheck;
import org.huizhi.record.Personal;
import org.huizhi.record.PrintJob;
import org.huizhi.record.PrintStep;
import org.huizhi.record.Report;
import org.huizhi.record.Review;
import org.huizhi.record.ReviewState;
import org.huizhi.record.Reviews;
import org.huizhi.record.Ruling;
import org.huizhi.record.StepTime;
import org.huizhi.record.Submission;
import org.huizhi.record.SubmissionState;
import org.huizhi.session.Samples;
import org.huizhi.session.StaffEnd;
import org.huizhi.session.State;
import org.huizhi.staff.Entry;
import org.huizhi.staff.Health;
import org.huizhi.staff.Health.Fact;
import org.huizhi.staff.Health.Kind;
import org.huizhi.staff.Person;
import org.huizhi.staff.StaffRole;
import org.huizhi.storage.Audit;
import org.huizhi.storage.StorageTrouble;

/** A desk at a machine that notes what it is asked to do. */
final class PlayedDesk implements Desk, Post {
  static final String PIN = "739164";

  final List<String> deeds = new ArrayList<>();
  final List<Review> waiting = new ArrayList<>();
  State state = Samples.state("framing");
  Optional<Ticket> called = Optional.empty();
  boolean empty;

  /** The next question about who somebody is finds no database. */
  boolean away;

  StaffRole role = StaffRole.SUPERVISOR;
  Optional<byte[]> picture = Optional.empty();

  static Review review(String id, boolean veto) {
    String missed =
        "{\"code\":\"SHADOW\",\"result\":\"missed\",\"measured\":0.62,\"advice\":\"even-light\",\"place\":[[105,180],[250,180],[250,230],[105,230]],\"limit\":\"≥"
            + " 0.7\",\"severity\":\""
            + (veto ? "veto" : "ask")
            + "\"}";
    String unseen =
        "{\"code\":\"GLASSES_GLARE\",\"result\":\"unseen\",\"reason\":\"no glass is"
            + " seen\",\"limit\":\"≤ 0.02 of the eyes in glare, seen in all three"
            + " shots\",\"severity\":\"ask\"}";
    String met =
        "{\"code\":\"POSE_YAW\",\"result\":\"met\",\"measured\":1.2,\"limit\":\"≤ 5°\","
            + "\"severity\":\"veto\"}";
    return new Review(
        id,
        "case-" + id,
        "3",
        "hk-macau-permit",
        Samples.NOON,
        ReviewState.WAITING,
        veto,
        true,
        "[" + met + "," + missed + "," + unseen + "]",
        "[[" + missed + "],[" + missed + "," + unseen + "]]",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Samples.NOON.plusSeconds(7200)).filter(_ -> id.equals("b")));
  }

  @Override
  public Optional<Post> post() {
    return Optional.of(this);
  }

  @Override
  public boolean nobodyYet() {
    return empty;
  }

  @Override
  public Person addFirst(String number, char[] pin) {
    failOnce();
    if (new String(pin).equals("123456")) {
      throw new IllegalArgumentException("too easy");
    }
    deeds.add("added " + number + " with " + pin.length + " digits");
    empty = false;
    return new Person(number, number, StaffRole.SUPERVISOR, false);
  }

  @Override
  public Entry enter(String number, char[] pin) {
    failOnce();
    return number.equals("1001") && new String(pin).equals(PIN)
        ? new Entry.In(new Person(number, "王芳", role, false))
        : new Entry.Wrong();
  }

  private void failOnce() {
    if (away) {
      away = false;
      throw new StorageTrouble(StorageTrouble.Kind.AWAY, "The database does not answer.");
    }
  }

  @Override
  public void left(Person who) {
    deeds.add("left " + who.number());
  }

  @Override
  public boolean changePin(Person who, char[] old, char[] fresh) {
    if (new String(fresh).equals("123456")) {
      throw new IllegalArgumentException("too easy");
    }
    deeds.add("another PIN of " + fresh.length);
    return new String(old).equals(PIN);
  }

  @Override
  public String title(String spec, String language) {
    return Samples.PERMIT.title(language);
  }

  @Override
  public List<Review> waiting() {
    return List.copyOf(waiting);
  }

  @Override
  public Reviews.Pictures pictures(Review review) {
    return new Reviews.Pictures(picture, picture);
  }

  @Override
  public List<Submission> atCentre() {
    return List.of(
        submission("Y2603020000018R", SubmissionState.CHECKING, "", ""),
        submission("Y2603020000019Q", SubmissionState.SUBMITTED, "away", ""),
        submission("Y2603020000012H", SubmissionState.REFUSED, "", "EYES_CLOSED"));
  }

  private static Submission submission(
      String number, SubmissionState state, String trouble, String reason) {
    return new Submission(
        "case-" + number,
        number,
        "3",
        true,
        state,
        Samples.NOON,
        3,
        Optional.empty(),
        trouble,
        state.ended() ? Optional.of(Samples.NOON) : Optional.empty(),
        reason,
        reason.isEmpty() ? "" : "open-eyes");
  }

  @Override
  public boolean mayApprove(Person who, Review review) {
    return !review.veto() || who.role() == StaffRole.SUPERVISOR;
  }

  @Override
  public Ruling decide(Person who, Review review, ReviewState decision, String why) {
    deeds.add(decision + " " + review.id() + " " + why);
    return waiting.remove(review) ? Ruling.DECIDED : Ruling.TOO_LATE;
  }

  @Override
  public List<Health> machines() {
    Health here = health();
    return List.of(
        here,
        new Health("4", Samples.NOON.plusSeconds(70), here.parts().subList(4, 6), here.counts()));
  }

  @Override
  public List<CaseLine> cases(String text) {
    return kept.imageNumber().contains(text)
        ? List.of(
            new CaseLine(
                "case-1",
                kept.imageNumber(),
                "hk-macau-permit",
                "3",
                Optional.of("A012"),
                Samples.NOON,
                false,
                false,
                Optional.of(JobState.PRINTED)))
        : List.of();
  }

  @Override
  public Optional<CaseFile> file(Person who, String imageNumber) {
    return Optional.of(
        new CaseFile(
            kept,
            List.of(
                new PrintStep(Samples.NOON, JobState.QUEUED, "", ""),
                new PrintStep(Samples.NOON.plusSeconds(1), JobState.PRINTED, "thermal", "")),
            List.of(review("a", false)),
            Optional.empty(),
            Optional.empty(),
            true));
  }

  private final KeptCase kept =
      new KeptCase(
          "case-1",
          "Y2603020000017K",
          "3",
          "hk-macau-permit",
          Samples.NOON,
          Samples.NOON,
          Optional.empty(),
          Optional.empty(),
          false,
          new Personal(Optional.of("张三"), Optional.empty()),
          Optional.empty(),
          "ab".repeat(32),
          "[]",
          "[]",
          Optional.empty());

  @Override
  public boolean reprint(Person who, String imageNumber) {
    deeds.add("reprinted " + imageNumber);
    return true;
  }

  @Override
  public boolean canPrint(String text) {
    return !text.contains("𬎆");
  }

  @Override
  public Optional<String> correctName(Person who, String imageNumber, String name) {
    deeds.add("corrected " + imageNumber + " " + name);
    return Optional.of(imageNumber);
  }

  @Override
  public Optional<Deletion> delete(Person who, String imageNumber, String why) {
    deeds.add("deleted " + imageNumber + " " + why);
    return Optional.of(
        new Deletion(imageNumber, Samples.NOON, who.number(), "ab".repeat(32), "cd".repeat(32)));
  }

  @Override
  public List<Audit.Line> book(String text) {
    return List.of(
        new Audit.Line(
            "3/staff",
            2,
            Samples.NOON.toEpochMilli(),
            "visit reset",
            "visit 17",
            "by 1001: PERSON_LEFT in Framing",
            "",
            ""),
        new Audit.Line(
            "3/staff",
            3,
            Samples.NOON.toEpochMilli(),
            "ticket step HOLD",
            "ticket A012",
            "by 1001",
            "",
            ""),
        new Audit.Line(
            "3/staff",
            4,
            Samples.NOON.toEpochMilli(),
            "slip reprinted",
            "Y2603020000017K",
            "by 1001: it is out",
            "",
            ""),
        new Audit.Line("3/staff", 1, Samples.NOON.toEpochMilli(), "staff in", "1001", "", "", ""));
  }

  @Override
  public List<String> breaks() {
    return List.of();
  }

  @Override
  public Report report(int days) {
    List<Report.Day> counted = new ArrayList<>();
    for (int day = days - 1; day >= 0; day--) {
      counted.add(
          new Report.Day(
              LocalDate.of(2026, 3, 2).minusDays(day),
              new DayCounts(120 - 11 * day, 4, 118 - 11 * day, 2, 0, 1)));
    }
    return new Report(
        counted,
        Map.of("EYES_CLOSED", 31, "SHADOW", 12, "BLUR", 4),
        Map.of(
            "consent", new StepTime(124, Duration.ofSeconds(1900)),
            "framing", new StepTime(171, Duration.ofSeconds(3200)),
            "reviewing", new StepTime(170, Duration.ofSeconds(1400)),
            "out-of-order", new StepTime(2, Duration.ofMinutes(37))));
  }

  @Override
  public String saveReport(Person who, int days) {
    deeds.add("saved " + days);
    return "reports/report.csv";
  }

  @Override
  public String saveReport(Person who, int days, String title, List<ReportTable> tables) {
    deeds.add("saved " + title + " " + tables.getLast().rows().size());
    return "reports/report.pdf";
  }

  @Override
  public Now now() {
    return new Now(state, Optional.of(Advice.RAISE_CHIN), called, true);
  }

  @Override
  public void end(Person who, StaffEnd how, String why) {
    deeds.add(how + " " + why);
    state = Samples.state("welcome");
  }

  @Override
  public void extend(Person who) {
    deeds.add("extended");
  }

  @Override
  public boolean call(Person who, TicketStep step) {
    deeds.add("call " + step);
    return true;
  }

  @Override
  public Health health() {
    return new Health(
        "3",
        Samples.NOON,
        List.of(
            part(
                Kind.CAMERA,
                "USB camera",
                "",
                Map.of(
                    Fact.PICTURES_A_SECOND,
                    "25",
                    Fact.PICTURE_AGE_MS,
                    "38",
                    Fact.BRIGHTNESS,
                    "46")),
            part(
                Kind.PRINTER,
                "thermal",
                "paper.no-paper",
                Map.of(Fact.SHEETS_LEFT, "0", Fact.SHEETS_FULL, "250")),
            part(Kind.DATABASE, "", "ill.database", Map.of(Fact.CASES_TO_BRING_HOME, "4")),
            part(
                Kind.CENTRE,
                "",
                "centre.away",
                Map.of(Fact.AT_CENTRE, "2", Fact.OLDEST_MINUTES, "3")),
            part(Kind.DISK, "", "", Map.of(Fact.FREE_GB, "81.4")),
            part(Kind.COPIES, "", "ill.copies", Map.of()),
            part(
                Kind.CLOCK,
                "",
                "ill.date",
                Map.of(Fact.TIME, "2026-03-02 12:01:15", Fact.SECONDS_OFF, "0")),
            part(Kind.TEMPERATURE, "", "", Map.of(Fact.DEGREES, "61")),
            part(Kind.MODELS, "", "", Map.of())),
        Map.of(Health.Count.CASES, 128, Health.Count.SLIPS_PRINTED, 126));
  }

  private static Health.Part part(Kind kind, String name, String trouble, Map<Fact, String> facts) {
    boolean well = trouble.isEmpty();
    return new Health.Part(
        kind,
        name,
        well ? Optional.empty() : Optional.of(trouble),
        well ? Optional.empty() : Optional.of(Samples.NOON),
        facts);
  }

  @Override
  public boolean resume(Person who, String printer) {
    deeds.add("resumed " + printer);
    return true;
  }

  @Override
  public void filled(Person who, String printer) {
    deeds.add("filled " + printer);
  }

  @Override
  public boolean testPrint(Person who, String printer) {
    deeds.add("test print " + printer);
    return false;
  }

  @Override
  public boolean testSound(Person who) {
    deeds.add("sound");
    return true;
  }

  @Override
  public Optional<TestPicture> testShot(Person who, String why) {
    if (!(state instanceof State.Welcome)) {
      return Optional.empty();
    }
    deeds.add("test shot " + why);
    return Optional.of(
        new TestPicture(
            new HallPicture(1280, 720, 0.46, Optional.of(0.31)), picture.orElseThrow().clone()));
  }

  @Override
  public boolean checkLight(Person who) {
    deeds.add("light checked");
    return true;
  }

  @Override
  public List<LightCheck> lightChecks() {
    List<LightCheck> checks = new ArrayList<>();
    for (int day = 0; day < 12; day++) {
      checks.add(
          new LightCheck(
              Samples.NOON.minusSeconds(86_400L * (12 - day)),
              20 + 11 * day,
              -60 + 4 * (day % 5),
              30,
              -20,
              420));
    }
    return checks;
  }

  @Override
  public void shoot(Person who) {
    deeds.add("shot");
  }

  @Override
  public void takeOver(Person who) {
    deeds.add("taken over");
  }

  @Override
  public void askCentre(Person who) {
    deeds.add("centre asked");
  }

  @Override
  public List<PrintJob> tasks() {
    return deeds.stream().anyMatch(deed -> deed.startsWith("settled"))
        ? List.of()
        : List.of(
            new PrintJob(
                "job-1",
                "case-1",
                "Y2603020000017K",
                1,
                JobState.UNKNOWN,
                Optional.of("thermal"),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                "1",
                ""));
  }

  @Override
  public void settle(Person who, PrintJob task, boolean cameOut) {
    deeds.add("settled " + task.imageNumber() + " " + cameOut);
  }
}
