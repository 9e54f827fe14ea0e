package org.huizhi.session;

import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huizhi.check.Advice;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Verdict;
import org.huizhi.queue.SampleTicket;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketPrint;
import org.huizhi.session.State.Ticketing.Stage;
import org.huizhi.spec.Background;
import org.huizhi.spec.Code;
import org.huizhi.spec.Field;
import org.huizhi.spec.FileWindow;
import org.huizhi.spec.Geometry;
import org.huizhi.spec.Picture;
import org.huizhi.spec.Range;
import org.huizhi.spec.Rgb;
import org.huizhi.spec.Severity;
import org.huizhi.spec.Spec;
import org.opencv.core.Point;

/**
 * Documents, verdicts, states and events to try the session with; tests of screens use them too.
 */
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  /** The example number of GB 11643-1999. */
  public static final String ID_NUMBER = "11010519491231002X";

  /** Of somebody who is six on the samples' day; belongs to nobody. */
  public static final String CHILDS_ID_NUMBER = "110105201906010015";

  public static final Spec PERMIT =
      spec("hk-macau-permit", "往来港澳通行证", "Hong Kong–Macau permit", List.of());
  public static final Spec PASSPORT =
      spec("passport", "普通护照", "Passport", List.of(Field.ID_NUMBER));

  /** Asks for a name; not among the documents of {@link #session}. */
  public static final Spec RESIDENCE =
      spec("residence", "居留证件", "Residence permit", List.of(Field.NAME));

  public static final Verdict GOOD =
      new Verdict(
          1,
          List.of(
              met(Code.MULTIPLE_FACES, 0),
              met(Code.FACE_POSITION, 0.1),
              met(Code.POSE_YAW, 1.2),
              met(Code.POSE_PITCH, 2.1),
              met(Code.POSE_ROLL, 0.4),
              met(Code.EYES_CLOSED, 0.11),
              met(Code.MOUTH_OPEN, 0.004),
              met(Code.OCCLUSION, 0.01),
              met(Code.BACKGROUND, 3.1),
              met(Code.TOO_DARK, 0.5),
              met(Code.OVEREXPOSED, 0.001),
              met(Code.SHADOW, 0.7),
              met(Code.BLUR, 140),
              met(Code.HEAD_HEIGHT, 350),
              met(Code.EYE_LINE, 206),
              met(Code.FILE_SIZE, 43000)));

  public static final Verdict BAD =
      new Verdict(
          1,
          List.of(
              met(Code.FACE_POSITION, 0.1),
              met(Code.POSE_YAW, 1.2),
              missed(Code.EYES_CLOSED, Severity.VETO, Advice.OPEN_EYES),
              met(Code.MOUTH_OPEN, 0.004),
              met(Code.SHADOW, 0.7),
              missed(Code.BLUR, Severity.VETO, Advice.HOLD_STILL)));

  public static final Verdict UNSURE =
      new Verdict(
          1,
          List.of(
              met(Code.FACE_POSITION, 0.1),
              met(Code.POSE_YAW, 1.2),
              met(Code.EYES_CLOSED, 0.1),
              missed(Code.SHADOW, Severity.ASK, Advice.EVEN_LIGHT),
              new Assessment(
                  Code.BLUR, Severity.VETO, new Finding.Unseen("no skin is seen"), "≥ 40")));

  public static final Ticket TICKET = SampleTicket.waiting("x", "A058", "normal", NOON);

  private Samples() {}

  public static Session session() {
    return new Session(List.of(PERMIT, PASSPORT), Patience.usual(), "zh");
  }

  /** Every state, and those variants of it that behave differently, by a name. */
  public static Map<String, State> states() {
    Setting setting = session().first(NOON, false).setting().until(NOON.plusSeconds(60));
    Agreement agreement = new Agreement("zh-1", NOON, Company.ALONE);
    Visit visit = new Visit(agreement, PASSPORT, Details.NONE.with(Field.ID_NUMBER, ID_NUMBER));
    ShotRef shot = new ShotRef(1);
    Optional<PhotoRef> photo = Optional.of(new PhotoRef(1));
    SlipRef slip = new SlipRef(1);
    String number = "440000202603020001";
    Map<String, State> states = new LinkedHashMap<>();
    states.put("welcome", new State.Welcome(setting.until(Instant.MAX)));
    states.put(
        "welcome-wiped",
        new State.Welcome(
            setting.until(Instant.MAX), Optional.of(NOON.plusSeconds(10)), Optional.empty()));
    states.put(
        "welcome-ended-by-staff",
        new State.Welcome(
            setting.until(Instant.MAX),
            Optional.of(NOON.plusSeconds(10)),
            Optional.of(StaffEnd.TO_THE_COUNTER)));
    states.put("expecting", new State.Expecting(setting, "A012", "", false));
    states.put("expecting-wrong", new State.Expecting(setting, "A012", "", true));
    states.put("expecting-typed", new State.Expecting(setting, "A012", "12", false));
    states.put("returning", new State.Returning(setting, "", false));
    states.put("returning-wrong", new State.Returning(setting, "", true));
    states.put("returning-typed", new State.Returning(setting, "482913", false));
    states.put("ticketing-choosing", ticketing(setting, new Stage.Choosing()));
    states.put("ticketing-asked", ticketing(setting, new Stage.Asked()));
    states.put("ticketing-given", ticketing(setting, new Stage.Given(TICKET, TicketPrint.NONE)));
    states.put(
        "ticketing-printing", ticketing(setting, new Stage.Given(TICKET, TicketPrint.UNDER_WAY)));
    states.put("ticketing-none", ticketing(setting, new Stage.None()));
    states.put("consent", new State.Consent(setting, Company.ALONE));
    states.put("consent-child", new State.Consent(setting, Company.CHILD));
    states.put(
        "consent-by-ticket",
        new State.Consent(setting, Company.ALONE, Optional.of(PASSPORT.name())));
    states.put("choosing", new State.Choosing(setting, agreement));
    Visit unasked = new Visit(agreement, PASSPORT, Details.NONE);
    states.put("identifying-empty", asking(setting, unasked, ""));
    states.put("identifying-half", asking(setting, unasked, "1101051949"));
    states.put("identifying-wrong", asking(setting, unasked, "110105194912310021"));
    states.put("identifying-done", asking(setting, unasked, ID_NUMBER));
    states.put(
        "guardian",
        new State.Guardian(
            setting,
            new Visit(agreement, PASSPORT, Details.NONE.with(Field.ID_NUMBER, CHILDS_ID_NUMBER))));
    states.put("preparing", new State.Preparing(setting, visit));
    Agreement guardians = new Agreement("zh-1-guardian", NOON, Company.CHILD);
    states.put("preparing-child", new State.Preparing(setting, visit.with(guardians)));
    states.put("framing", new State.Framing(setting, visit, NOON, false));
    states.put(
        "framing-without-camera",
        new State.Framing(
            setting.with(List.of(new Trouble.CameraTrouble(CameraFault.FROZEN))),
            visit,
            NOON,
            true));
    states.put("framing-shutter", new State.Framing(setting, visit, NOON, true));
    states.put(
        "shooting-countdown", new State.Shooting(setting, visit, Optional.of(NOON.plusSeconds(3))));
    states.put("shooting-burst", new State.Shooting(setting, visit, Optional.empty()));
    states.put("making", new State.Making(setting, visit, shot, false));
    states.put("making-for-staff", new State.Making(setting, visit, shot, true));
    states.put("reviewing-good", new State.Reviewing(setting, visit, shot, photo, GOOD));
    states.put("reviewing-bad", new State.Reviewing(setting, visit, shot, Optional.empty(), BAD));
    states.put("reviewing-unsure", new State.Reviewing(setting, visit, shot, photo, UNSURE));
    Tries tried = new Tries(1, Optional.of(new Tries.Kept(new PhotoRef(7), GOOD)));
    states.put("reviewing-two", new State.Reviewing(setting, visit.with(tried), shot, photo, GOOD));
    states.put(
        "reviewing-earlier",
        new State.Reviewing(setting, visit.with(tried), shot, Optional.empty(), BAD));
    states.put(
        "reviewing-last",
        new State.Reviewing(
            setting,
            visit.with(new Tries(Patience.usual().mostShots(), Optional.empty())),
            shot,
            Optional.empty(),
            BAD));
    State.WaitingForStaff.Answer notYet = new State.WaitingForStaff.Answer.NotYet(0);
    states.put("staff-help", new State.WaitingForStaff(setting, visit, Optional.empty(), notYet));
    Optional<State.WaitingForStaff.Question> asked =
        Optional.of(new State.WaitingForStaff.Question(shot, photo, UNSURE));
    states.put("staff-photo", new State.WaitingForStaff(setting, visit, asked, notYet));
    states.put(
        "staff-line",
        new State.WaitingForStaff(
            setting, visit, asked, new State.WaitingForStaff.Answer.NotYet(3)));
    State.WaitingForStaff.Answer refused =
        new State.WaitingForStaff.Answer.Refused(Refusal.FACE_COVERED);
    states.put("staff-refused", new State.WaitingForStaff(setting, visit, asked, refused));
    states.put(
        "staff-refused-last",
        new State.WaitingForStaff(
            setting,
            visit.with(new Tries(Patience.usual().mostShots(), Optional.empty())),
            asked,
            refused));
    states.put("issuing-saving", issuing(setting, visit, new State.Issuing.Paper.Saving()));
    states.put(
        "issuing-printing",
        issuing(
            setting,
            visit,
            new State.Issuing.Paper.Printing(number, slip, NOON, Optional.empty())));
    states.put(
        "issuing-printed",
        issuing(
            setting,
            visit,
            new State.Issuing.Paper.Printing(
                number, slip, NOON, Optional.of(new SlipEnd.Printed()))));
    states.put(
        "issuing-stuck",
        issuing(setting, visit, new State.Issuing.Paper.Stuck(number, slip, PaperFault.NO_PAPER)));
    states.put(
        "issuing-at-centre",
        issuing(setting, visit, new State.Issuing.Paper.AtCentre(number, CentreStage.CHECKING)));
    states.put(
        "issuing-no-answer",
        issuing(setting, visit, new State.Issuing.Paper.AtCentre(number, CentreStage.NO_ANSWER)));
    states.put(
        "issuing-declined",
        issuing(
            setting,
            visit,
            new State.Issuing.Paper.Declined(
                Optional.of(Code.EYES_CLOSED), Optional.of(Advice.OPEN_EYES))));
    states.put(
        "issuing-declined-last",
        issuing(
            setting,
            visit.with(new Tries(Patience.usual().mostShots(), Optional.empty())),
            new State.Issuing.Paper.Declined(Optional.empty(), Optional.empty())));
    states.put(
        "farewell-at-centre", new State.Farewell(setting, number, new SlipEnd.AtCentre(), true));
    states.put(
        "farewell-with-staff",
        new State.Farewell(setting, "482913", new SlipEnd.WithStaff(), true));
    states.put("farewell", new State.Farewell(setting, number, new SlipEnd.Printed(), true));
    states.put(
        "farewell-no-slip",
        new State.Farewell(setting, number, new SlipEnd.NotPrinted(PaperFault.NO_PAPER), true));
    states.put(
        "farewell-unknown", new State.Farewell(setting, number, new SlipEnd.Unknown(), false));
    states.put(
        "out-of-order",
        new State.OutOfOrder(
            setting.until(Instant.MAX).with(List.of(new Trouble.CameraTrouble(CameraFault.ABSENT))),
            new Trouble.CameraTrouble(CameraFault.ABSENT)));
    states.put("out-of-order-mistake", new State.OutOfOrder(setting, new Trouble.Mistake("K7Q2")));
    return states;
  }

  /** The sample state of this name. */
  public static State state(String name) {
    return Objects.requireNonNull(states().get(name), name);
  }

  /** Every event, and those variants of it that lead elsewhere. */
  public static List<Event> events(long number) {
    return List.of(
        new Event.Tick(NOON.plusSeconds(1)),
        new Event.Tick(NOON.plusSeconds(21)),
        new Event.Tick(NOON.plusSeconds(600)),
        new Event.TroubleArose(new Trouble.CameraTrouble(CameraFault.ABSENT)),
        new Event.TroubleArose(new Trouble.CameraTrouble(CameraFault.FROZEN)),
        new Event.TroubleArose(new Trouble.PrinterTrouble(PaperFault.NO_PAPER)),
        new Event.TroubleArose(new Trouble.RecordTrouble()),
        new Event.TroubleArose(new Trouble.DiskFull()),
        new Event.TroubleArose(new Trouble.Mistake("K7Q2")),
        new Event.Mended(new Trouble.CameraTrouble(CameraFault.ABSENT)),
        new Event.Mended(new Trouble.PrinterTrouble(PaperFault.OTHER)),
        new Event.Called(Optional.of("A012")),
        new Event.Called(Optional.of("P003")),
        new Event.Called(Optional.empty()),
        new Event.TicketAnswered(number, true, Optional.empty()),
        new Event.TicketAnswered(number, true, Optional.of(PASSPORT.name())),
        new Event.TicketAnswered(number, false, Optional.empty()),
        new Event.TicketWanted(number),
        new Event.TicketKindChosen(number, "normal"),
        new Event.TicketTaken(number, Optional.of(TICKET), TicketPrint.UNDER_WAY),
        new Event.TicketTaken(number, Optional.empty(), TicketPrint.NONE),
        new Event.TicketPrinted(number, true),
        new Event.Started(number),
        new Event.LanguageChosen(number, "en"),
        new Event.ComfortChosen(number, new Comfort(true, false, false)),
        new Event.Touched(number),
        new Event.CompanyChosen(number, Company.CHILD),
        new Event.Agreed(number, "zh-1"),
        new Event.DocumentChosen(number, "hk-macau-permit"),
        new Event.DocumentChosen(number, "passport"),
        new Event.DocumentChosen(number, "no-such-document"),
        new Event.Typed(number, "1"),
        new Event.CardRead(number, Details.NONE.with(Field.ID_NUMBER, ID_NUMBER)),
        new Event.Typed(number, "X"),
        new Event.Erased(number),
        new Event.Entered(number),
        new Event.Skipped(number),
        new Event.Prepared(number),
        new Event.ShutterPressed(number),
        new Event.HeldStill(number),
        new Event.BurstTaken(number, new ShotRef(2), GOOD),
        new Event.BurstTaken(number, new ShotRef(2), BAD),
        new Event.BurstTaken(number, new ShotRef(2), UNSURE),
        new Event.NothingTaken(number),
        new Event.PhotoMade(number, new PhotoRef(2), GOOD),
        new Event.PhotoRefused(number, BAD),
        new Event.RetakeWanted(number),
        new Event.PhotoAccepted(number, new PhotoRef(1)),
        new Event.PhotoAccepted(number, new PhotoRef(7)),
        new Event.StaffCalled(number),
        new Event.LaterWanted(number),
        new Event.PutAway(number, "482913"),
        new Event.ReturnWanted(number),
        new Event.CodeUnknown(number),
        cameBack(number),
        new Event.InLine(number, 2),
        new Event.StaffAccepted(number, new Approval("1001", "")),
        new Event.StaffRefused(number, Refusal.FACE_COVERED),
        new Event.StaffWantRetake(number),
        new Event.ShotByStaff(number),
        new Event.EndedByStaff(number, StaffEnd.RESET),
        new Event.Issued(number, "440000202603020001", new SlipRef(2)),
        new Event.HandedIn(number, "440000202603020001"),
        new Event.CentreHeard(number, CentreStage.NO_ANSWER),
        new Event.CentrePassed(number),
        new Event.CentreRefused(
            number, Optional.of(Code.EYES_CLOSED), Optional.of(Advice.OPEN_EYES)),
        new Event.PrintEnded(number, new SlipEnd.Printed()),
        new Event.PrintEnded(number, new SlipEnd.NotPrinted(PaperFault.JAM)),
        new Event.PrintEnded(number, new SlipEnd.Unknown()),
        new Event.PrintAgain(number),
        new Event.WithoutSlip(number),
        new Event.Back(number),
        new Event.Left(number),
        new Event.Forgotten(number));
  }

  /** The visit that was put away; who came back speaks English. */
  public static Event.CameBack cameBack(long number) {
    return new Event.CameBack(
        number,
        "en",
        new Visit(
            new Agreement("en-1", NOON, Company.ALONE),
            PASSPORT,
            Details.NONE.with(Field.ID_NUMBER, ID_NUMBER)),
        new State.WaitingForStaff.Question(new ShotRef(1), Optional.of(new PhotoRef(1)), UNSURE));
  }

  private static State ticketing(Setting setting, Stage stage) {
    return new State.Ticketing(setting, Optional.of("A012"), stage);
  }

  private static State asking(Setting setting, Visit visit, String text) {
    return new State.Identifying(setting, visit, new Draft(Field.ID_NUMBER, text));
  }

  private static State issuing(Setting setting, Visit visit, State.Issuing.Paper paper) {
    return new State.Issuing(setting, visit, new PhotoRef(1), paper);
  }

  private static Assessment met(Code code, double measured) {
    return new Assessment(code, Severity.VETO, new Finding.Met(measured), "");
  }

  private static Assessment missed(Code code, Severity severity, Advice advice) {
    List<Point> place =
        List.of(new Point(105, 180), new Point(250, 180), new Point(250, 230), new Point(105, 230));
    return new Assessment(code, severity, new Finding.Missed(0.2, advice, place), "");
  }

  private static Spec spec(String name, String zh, String en, List<Field> asked) {
    Geometry geometry =
        new Geometry(
            Optional.of(new Range(248, 262, 283)),
            Optional.empty(),
            Optional.of(new Range(331, 352, 377)),
            Optional.of(new Range(25, 30, 35)),
            Optional.of(new Range(176, 206, 246)),
            Optional.of(new Range(84, 98, 116)),
            Optional.empty(),
            8,
            Map.of());
    return new Spec(
        name,
        Map.of("zh", zh, "en", en),
        new Picture(354, 472, 300),
        geometry,
        Background.of(new Rgb(255, 255, 255)),
        Optional.empty(),
        new FileWindow(new Range(40960, 43000, 45000), 85),
        1.15,
        asked,
        List.of(),
        "exit-entry",
        Period.ofMonths(6),
        Map.of(),
        Map.of());
  }
}
