package org.huizhi.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huizhi.app.SlipDesk.Application;
import org.huizhi.camera.LatestFrame;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.KeptShot;
import org.huizhi.check.Verdict;
import org.huizhi.photo.CropConflict;
import org.huizhi.photo.MadePhoto;
import org.huizhi.queue.Ticket;
import org.huizhi.receipt.SlipPreview;
import org.huizhi.record.Consent;
import org.huizhi.record.Decided;
import org.huizhi.record.Issued;
import org.huizhi.record.NewReview;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;
import org.huizhi.record.Review;
import org.huizhi.record.Reviews;
import org.huizhi.record.Submission;
import org.huizhi.record.SubmissionState;
import org.huizhi.session.Agreement;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.ShotRef;
import org.huizhi.session.SlipRef;
import org.huizhi.session.State.WaitingForStaff.Question;
import org.huizhi.spec.Field;
import org.huizhi.spec.Severity;
import org.huizhi.spec.Spec;
import org.huizhi.storage.StorageTrouble;
import org.opencv.core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of one visit after the other, from the live guide to the stored case. Work thread. */
final class VisitWork {
  private static final Logger LOG = LoggerFactory.getLogger(VisitWork.class);

  /**
   * Who is helped, or is small, moves more: the ring fills more slowly, so that the shot is sharp.
   */
  private static final Duration LONG_HOLD = Duration.ofMillis(1500);

  private static final Duration BURST = Duration.ofMillis(350);

  /** Of a slip on the screen. */
  static final int PREVIEW_DPI = 110;

  private final Shutter shutter;
  private final LatestFrame frames;
  private final Album album;
  private final boolean demonstration;
  private final Consumer<Event> tell;
  private final Clock clock;
  private final Codes codes;
  private final Map<ShotRef, Instant> shotAt = new HashMap<>();
  private final Map<PhotoRef, Made> made = new HashMap<>();
  private final JsonArray earlier = new JsonArray();
  private final ReviewDesk reviews;
  private String caseId = UUID.randomUUID().toString();

  /** The printing thread may come when the visit is over. This says nothing of a person. */
  private final Map<SlipRef, String> caseOf = new ConcurrentHashMap<>();

  /** What the record keeps of a photo beside its file. */
  private record Made(JsonArray findings, JsonArray operations, Instant shotAt) {}

  /**
   * @param demonstration slips are marked as specimens
   * @param tell takes the answers
   */
  VisitWork(
      Shutter shutter,
      LatestFrame frames,
      Album album,
      boolean demonstration,
      Consumer<Event> tell,
      ReviewDesk reviews,
      Clock clock) {
    this.reviews = reviews;
    this.shutter = shutter;
    this.frames = frames;
    this.album = album;
    this.demonstration = demonstration;
    this.tell = tell;
    this.clock = clock;
    this.codes = new Codes(clock);
  }

  void startGuide(Tools tools, Effect.StartGuide start) {
    Runnable heldStill = () -> tell.accept(new Event.HeldStill(start.number()));
    Spec document = start.document();
    switch (start.company()) {
      case ALONE -> tools.judging().guide(tools.studio().judge(document), heldStill);
      case CHILD, CARER ->
          tools
              .judging()
              .guide(tools.studio().judge(document.whenAccompanied()), LONG_HOLD, heldStill);
    }
  }

  void takeBurst(Tools tools, Effect.TakeBurst take) throws InterruptedException {
    Optional<KeptShot> best = shutter.held(() -> best(tools, take.document()));
    if (best.isEmpty()) {
      LOG.warn("no frame to take");
      tell.accept(new Event.NothingTaken(take.number()));
      return;
    }
    KeptShot shot = best.get();
    Album.Encoded preview = new Album.Encoded(Encoding.jpeg(shot.bgr()));
    ShotRef ref = album.keep(new Album.ShotPage(Optional.of(shot), preview));
    shotAt.put(ref, clock.instant());
    earlier.add(VerdictJson.findings(shot.verdict().assessments()));
    tell.accept(new Event.BurstTaken(take.number(), ref, shot.verdict()));
  }

  /** The best live frame, or the still where the person still stands right on it. */
  private Optional<KeptShot> best(Tools tools, Spec document) throws InterruptedException {
    Optional<KeptShot> live = tools.judging().burst(BURST);
    if (live.isEmpty() || live.get().verdict().decision() == Verdict.Decision.FAIL) {
      return live;
    }
    Optional<Mat> still = shutter.still();
    if (still.isEmpty()) {
      return live;
    }
    KeptShot large =
        tools
            .studio()
            .judge(
                still.get(),
                document,
                (shot, verdict) ->
                    new KeptShot(still.get(), live.get().frame(), shot.sighting(), verdict));
    boolean asGood =
        large.verdict().decision() == live.get().verdict().decision()
            ? large.verdict().unmet() <= live.get().verdict().unmet()
            : large.verdict().decision() == Verdict.Decision.PASS;
    (asGood ? live.get() : large).close();
    return Optional.of(asGood ? large : live.get());
  }

  void makePhoto(Tools tools, Effect.MakePhoto make) {
    Optional<KeptShot> kept = album.kept(make.shot());
    if (kept.isEmpty()) {
      return; // the visit was forgotten meanwhile
    }
    KeptShot shot = kept.get();
    if (shot.sighting().face().isEmpty()) {
      tell.accept(new Event.PhotoRefused(make.number(), shot.verdict()));
      return;
    }
    try {
      MadePhoto photo = tools.studio().make(shot, make.document());
      PhotoRef ref =
          album.keep(new Album.PhotoPage(Optional.of(photo), new Album.Encoded(photo.jpeg())));
      Verdict whole = shot.verdict().with(photo.assessments());
      made.put(
          ref,
          new Made(
              VerdictJson.findings(whole.assessments()),
              ReportJson.operations(photo),
              shotAt.getOrDefault(make.shot(), clock.instant())));
      tell.accept(new Event.PhotoMade(make.number(), ref, whole));
    } catch (CropConflict conflict) {
      tell.accept(
          new Event.PhotoRefused(make.number(), shot.verdict().with(List.of(refusal(conflict)))));
    }
  }

  /** What keeps a shot from becoming a photo, as a missed rule; nearly always the distance. */
  private static Assessment refusal(CropConflict conflict) {
    return new Assessment(
        conflict.larger().codes().getFirst(),
        Severity.VETO,
        new Finding.Missed(conflict.gap(), conflict.advice()),
        String.valueOf(conflict.getMessage()));
  }

  void issue(Tools tools, Effect.Issue issue) {
    Optional<byte[]> photo = album.photo(issue.photo());
    Optional<Made> kept = Optional.ofNullable(made.get(issue.photo()));
    if (photo.isEmpty() || kept.isEmpty()) {
      return; // the visit was forgotten meanwhile
    }
    if (isOver(tools)) {
      caseId = UUID.randomUUID().toString(); // another photo is another case
    }
    Application application =
        new Application(
            caseId,
            issue.visit().document(),
            tools
                .slips()
                .printable(
                    new Personal(
                        issue.visit().details().of(Field.NAME),
                        issue.visit().details().documentNumber(),
                        issue.visit().details().of(Field.PHONE))),
            PhotoFile.of(photo.get().clone()),
            kept.get().findings(),
            kept.get().operations(),
            kept.get().shotAt(),
            Optional.of(consent(issue.visit().agreement())),
            issue.approval().map(given -> new Decided(given.by(), given.why())),
            tools.hall().queue().here().map(Ticket::number),
            before());
    if (tools.slips().waitsForCentre(application.document())) {
      String number = tools.slips().hold(tools.store(), application, demonstration);
      tell.accept(new Event.HandedIn(issue.number(), number));
    } else {
      show(tools, issue.number(), tools.slips().issue(tools.store(), application, demonstration));
    }
    // Last: until the case is stored, whoever came back may have to do so once more.
    reviews.issued(application.caseId());
  }

  /** Whether the detection centre has done with this case without passing it. */
  private boolean isOver(Tools tools) {
    return tools
        .store()
        .outbox()
        .find(caseId)
        .map(Submission::state)
        .filter(state -> state.ended() && state != SubmissionState.PASSED)
        .isPresent();
  }

  /** The detection centre has passed the photo: now there is a slip. */
  void release(Tools tools, Effect.Release release) {
    show(tools, release.number(), tools.slips().release(tools.store(), caseId));
  }

  private void show(Tools tools, long number, Issued issued) {
    byte[] pdf = tools.store().jobs().slip(issued.job().id()).orElseThrow();
    SlipRef slip = album.keep(new Album.Encoded(SlipPreview.png(pdf, PREVIEW_DPI)));
    caseOf.put(slip, caseId);
    tell.accept(new Event.Issued(number, issued.imageNumber(), slip));
  }

  private static Consent consent(Agreement agreement) {
    return new Consent(agreement.at(), agreement.textVersion());
  }

  /** Puts the photo into the line of those that a person decides on. */
  void askStaff(Tools tools, Effect.AskStaff ask) {
    Optional<byte[]> shot = album.shot(ask.question().shot());
    if (shot.isEmpty()) {
      return; // the visit was forgotten meanwhile
    }
    Verdict verdict = ask.question().verdict();
    reviews.ask(
        tools.hall().reviews(),
        ask.number(),
        new NewReview(
            UUID.randomUUID().toString(),
            caseId,
            ask.visit().document().name(),
            verdict.decision() == Verdict.Decision.FAIL,
            shot.get().clone(),
            ask.question().photo().flatMap(album::photo).map(byte[]::clone),
            VerdictJson.LINE.toJson(VerdictJson.findings(verdict.assessments())),
            VerdictJson.LINE.toJson(before())));
  }

  /** Whoever leaves with a code finds the visit again as it is now. */
  void putAway(Tools tools, Effect.PutAway away) {
    away.question()
        .photo()
        .map(made::get)
        .ifPresent(
            photo ->
                reviews.putAway(
                    away.number(),
                    LeftVisit.of(away, photo.shotAt(), photo.operations()).bytes(),
                    tools.hall().backBy()));
  }

  /** Takes up what was put away, here or at another machine, and listens to the staff again. */
  void takeUp(Tools tools, Effect.TakeUp taken) {
    Map<String, Spec> offered =
        taken.documents().stream().collect(Collectors.toMap(Spec::name, spec -> spec));
    Optional<Reviews.Left> left = find(tools, taken.code(), offered);
    left.ifPresentOrElse(
        found ->
            goOn(
                tools,
                taken.number(),
                found,
                Objects.requireNonNull(offered.get(found.review().spec()))),
        () -> tell.accept(new Event.CodeUnknown(taken.number())));
  }

  /** A code that the hall could not be asked for is not found, but nobody has guessed. */
  private Optional<Reviews.Left> find(Tools tools, String code, Map<String, Spec> offered) {
    if (!codes.mayTry()) {
      return Optional.empty();
    }
    try {
      Optional<Reviews.Left> left =
          tools.hall().reviews().takeUp(code, review -> offered.containsKey(review.spec()));
      if (left.isEmpty()) {
        codes.wrong();
      }
      return left;
    } catch (StorageTrouble away) {
      if (!away.isOut()) {
        throw away;
      }
      LOG.warn("a code was entered while the hall is away");
      return Optional.empty();
    }
  }

  private void goOn(Tools tools, long number, Reviews.Left left, Spec document) {
    Review review = left.review();
    reviews.cameBack(tools.hall().reviews(), review.id());
    LeftVisit visit = LeftVisit.read(left.visit());
    Arrays.fill(left.visit(), (byte) 0);
    JsonArray findings = JsonParser.parseString(review.findings()).getAsJsonArray();
    ShotRef shot = album.keep(new Album.ShotPage(Optional.empty(), new Album.Encoded(left.shot())));
    PhotoRef photo =
        album.keep(new Album.PhotoPage(Optional.empty(), new Album.Encoded(left.photo())));
    made.put(photo, new Made(findings, visit.operations(), Instant.ofEpochMilli(visit.shotAt())));
    caseId = review.caseId();
    earlier.addAll(JsonParser.parseString(review.earlier()).getAsJsonArray());
    earlier.add(findings);
    Verdict verdict = new Verdict(visit.faces(), VerdictJson.assessments(findings));
    tell.accept(
        new Event.CameBack(
            number,
            visit.language(),
            visit.visit(document),
            new Question(shot, Optional.of(photo), verdict)));
    reviews.watch(tools.hall().reviews(), number, review.id());
  }

  /** What was found on the shots before the last one. */
  private JsonArray before() {
    JsonArray before = earlier.deepCopy();
    before.remove(before.size() - 1);
    return before;
  }

  /** The case of a slip that was issued; any thread. */
  String caseOf(SlipRef slip) {
    return Optional.ofNullable(caseOf.get(slip)).orElseThrow();
  }

  void forget(Optional<Tools> tools, Effect.Forget forget) {
    reviews.leave();
    tools.ifPresent(Tools::forget);
    frames.forget();
    album.forget();
    shotAt.clear();
    made.clear();
    earlier.asList().clear();
    caseId = UUID.randomUUID().toString();
    tell.accept(new Event.Forgotten(forget.number()));
  }
}
