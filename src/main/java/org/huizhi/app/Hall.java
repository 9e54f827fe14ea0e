package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraLoop;
import org.huizhi.camera.CameraState;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Frame;
import org.huizhi.camera.LampSwitch;
import org.huizhi.camera.LatestFrame;
import org.huizhi.camera.Upright;
import org.huizhi.card.CardWatch;
import org.huizhi.card.SdtReader;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Guidance;
import org.huizhi.check.HallLight;
import org.huizhi.check.HallPicture;
import org.huizhi.check.SteadyEyes;
import org.huizhi.check.Verdict;
import org.huizhi.config.KioskConfig;
import org.huizhi.console.ConsoleView;
import org.huizhi.console.Door;
import org.huizhi.console.TestPicture;
import org.huizhi.face.OpenCv;
import org.huizhi.face.Sighting;
import org.huizhi.name.Names;
import org.huizhi.queue.QueueRules;
import org.huizhi.screen.Eyes;
import org.huizhi.screen.Guide;
import org.huizhi.screen.KioskView;
import org.huizhi.screen.Live;
import org.huizhi.screen.Phrase;
import org.huizhi.screen.TicketOffer;
import org.huizhi.session.CameraFault;
import org.huizhi.session.Event;
import org.huizhi.session.Session;
import org.huizhi.session.State;
import org.huizhi.session.Trouble;
import org.huizhi.spec.Code;
import org.huizhi.spec.Spec;
import org.huizhi.staff.Heartbeats;
import org.huizhi.voice.Voice;
import org.opencv.core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole kiosk, wired: camera to judge, session to screen, effects to hands. Everything that is
 * made here is closed here.
 */
final class Hall implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Hall.class);

  private final LatestFrame frames;
  private final boolean demonstration;
  private final Album album = new Album();
  private final Engine engine;
  private final Hands hands;
  private final CameraLoop camera;
  private final Shutter shutter;
  private final KioskView view;
  private final Optional<CardWatch> cards;
  private final Optional<LampSwitch> lamp;
  private final Optional<Voice> voice;
  private final CallDesk calls;
  private final HealthWatch health;
  private final ExecutorService errands =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().name("staff").daemon().unstarted(task));
  private final ReviewDesk reviews;
  private final CentreDesk centre;
  private final StepClock steps;

  /**
   * Wires the kiosk; on the JavaFX thread. Nothing slow happens before {@link #start}.
   *
   * @param demonstration whether the camera is a recording, so that the screen says so
   */
  Hall(KioskConfig config, CameraChoice choice, boolean demonstration, Clock clock) {
    OpenCv.load();
    frames = new LatestFrame();
    List<Spec> documents = config.offered();
    Session session =
        new Session(documents, config.kiosk().patience(), config.kiosk().languages().getFirst());
    this.demonstration = demonstration;
    engine = new Engine(session, clock, demonstration);
    calls = new CallDesk(engine, config.kiosk().queue());
    health = new HealthWatch(config.kiosk(), frames, calls::isFailing, clock);
    camera =
        new CameraLoop(
            choice,
            Cameras.demand(config),
            new Upright(config.kiosk().cameraSettings().rotation(), config.lens()),
            frames,
            this::cameraTold);
    engine.watch(state -> camera.unseen(!isMirrored(state)));
    shutter = new Shutter(camera, config.kiosk().cameraSettings().fullStill());
    reviews = new ReviewDesk(engine::tell);
    centre = new CentreDesk(engine, clock);
    steps = new StepClock(config.kiosk().machine(), clock, System::nanoTime);
    engine.watch(steps::see);
    hands = new Hands(shutter, frames, album, demonstration, engine::tell, calls, reviews, clock);
    view =
        new KioskView(
            config.words(),
            documents,
            config.kiosk().patience(),
            new Live(frames, this::guide),
            album,
            engine::tell);
    cards = config.kiosk().cardReader().map(this::watchCards);
    lamp = config.kiosk().lamp().map(port -> Lamps.follow(engine, port));
    view.offerOnly(text -> tools().map(open -> open.slips().canPrint(text)).orElse(true));
    QueueRules queue = config.kiosk().queue();
    if (queue.tickets() && queue.atKiosks()) {
      view.offerTickets(new TicketOffer(queue.kinds(), calls::waits));
    }
    engine.watch(state -> Platform.runLater(() -> view.show(state)));
    voice = Speaking.voice(config.kiosk().voice());
    voice.ifPresent(
        speaking -> {
          view.hear(speaking);
          engine.watch(state -> speaking.follow(Speaking.prompt(config.words(), state, guide())));
        });
  }

  /** Puts the staff's pages behind the corner of the applicant's screen; on the JavaFX thread. */
  Door door(KioskConfig config, Clock clock) {
    KioskPost post =
        new KioskPost(
            engine,
            hands,
            this::guide,
            config.kiosk().queue().tickets(),
            health,
            () -> voice.map(speaking -> greet(config, speaking)).orElse(false),
            new KioskPost.Light(config.kiosk().machine(), this::light, this::testPicture, clock));
    HallDesk desk = new HallDesk(this::books, config, Optional.of(post), clock);
    Door behind =
        new Door(
            view,
            close ->
                new ConsoleView(
                    config.staffWords(),
                    config.words(),
                    desk,
                    config.kiosk().staff(),
                    clock,
                    clock.getZone(),
                    errands,
                    Optional.of(close)));
    Timeline ticks = new Timeline(new KeyFrame(Duration.seconds(1), _ -> behind.tick()));
    ticks.setCycleCount(Timeline.INDEFINITE);
    ticks.play();
    return behind;
  }

  /** Whether the camera's pictures are on the screen, or will be in a moment. */
  private static boolean isMirrored(State state) {
    return state instanceof State.Preparing
        || state instanceof State.Framing
        || state instanceof State.Shooting;
  }

  /** How the newest picture is lit; the picture is not kept. */
  private Optional<HallLight> light() {
    Mat picture = new Mat();
    try {
      Frame frame = frames.take(Frame.NONE, picture);
      return frame.number() == 0 ? Optional.empty() : Optional.of(HallLight.of(picture));
    } finally {
      picture.release();
    }
  }

  /** A picture as shots are taken; only its smaller copy is kept. */
  private Optional<TestPicture> testPicture() {
    Mat picture = new Mat();
    try {
      Optional<Mat> still = shutter.held(shutter::still);
      Frame frame = frames.take(Frame.NONE, picture);
      Optional<Mat> best =
          still.or(() -> frame.number() == 0 ? Optional.empty() : Optional.of(picture));
      Optional<TestPicture> taken =
          best.map(mat -> new TestPicture(HallPicture.of(mat), Encoding.jpeg(mat)));
      still.ifPresent(Mat::release);
      return taken;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      picture.release();
    }
  }

  /** Tells the hall how this machine is. */
  private void beat(HallLink hall) {
    new Heartbeats(hall.hall()).beat(health.look(hands.open()));
    steps.bringHome(hall.hall());
  }

  private HallDesk.Books books() {
    Tools tools = hands.open();
    HallLink hall = tools.hall();
    return new HallDesk.Books(
        hall.away() ? tools.store().database() : hall.hall(),
        tools.store(),
        hall.staff(),
        hall.reviews(),
        tools.slips(),
        new HallDesk.Printing() {
          @Override
          public boolean with(Predicate<PrintRoom> deed) {
            return hands.printing(deed::test);
          }

          @Override
          public void later(Consumer<PrintRoom> deed) {
            hands.printLater(deed);
          }
        },
        tools.data());
  }

  private static boolean greet(KioskConfig config, Voice speaking) {
    speaking.follow(
        Optional.of(
            Speaking.prompt(
                config.words(),
                config.words().languages().getFirst(),
                Phrase.CONSENT__TITLE.key())));
    return true;
  }

  /** Opens models and record, then the camera, on threads of their own. */
  void start(KioskConfig config, Path data, Clock clock) {
    Thread.setDefaultUncaughtExceptionHandler(this::mistake);
    engine.start(hands);
    cards.ifPresent(CardWatch::start);
    voice.ifPresent(Voice::start);
    Thread.ofVirtual().name("names").start(Names::load); // ready before the first one types
    Platform.runLater(view::rehearse);
    hands.start(
        () -> new Tools(config, data, frames, demonstration, clock),
        config.offered().getFirst(),
        () -> engine.state().isFree(),
        config.kiosk().keep(),
        () -> {
          camera.start();
          HallLink hall = hands.ifOpen().orElseThrow().hall();
          reviews.start(hall.reviews());
          config.kiosk().detectionCentre().ifPresent(rules -> centre.start(hall.store(), rules));
          calls.start(hall, () -> beat(hall));
        });
  }

  /** The one place for what no thread of ours expected. */
  private void mistake(Thread thread, Throwable mistake) {
    String code = Mistakes.code(mistake);
    LOG.error("mistake {} in {}", code, thread.getName(), mistake);
    engine.tell(new Event.TroubleArose(new Trouble.Mistake(code)));
  }

  KioskView view() {
    return view;
  }

  Engine engine() {
    return engine;
  }

  Album album() {
    return album;
  }

  /** The opened tools; empty until they are. */
  Optional<Tools> tools() {
    return hands.ifOpen();
  }

  @Override
  public void close() {
    camera.close();
    cards.ifPresent(CardWatch::close);
    lamp.ifPresent(LampSwitch::close);
    voice.ifPresent(Voice::close);
    calls.close();
    reviews.close();
    centre.close();
    errands.shutdownNow();
    engine.close();
    hands.close();
    frames.forget();
  }

  private void cameraTold(CameraState state) {
    health.heard(state);
    switch (state) {
      case CameraState.Opening _ -> {}
      case CameraState.Running _ ->
          engine.tell(new Event.Mended(new Trouble.CameraTrouble(CameraFault.ABSENT)));
      case CameraState.Lost lost ->
          engine.tell(new Event.TroubleArose(new Trouble.CameraTrouble(fault(lost.kind()))));
    }
  }

  static CameraFault fault(CameraTrouble.Kind kind) {
    return switch (kind) {
      case ABSENT -> CameraFault.ABSENT;
      case BUSY -> CameraFault.BUSY;
      case NO_PERMISSION -> CameraFault.NO_PERMISSION;
      case FAILING -> CameraFault.FAILING;
      case STALLED -> CameraFault.STALLED;
      case FROZEN -> CameraFault.FROZEN;
      case BLACK -> CameraFault.BLACK;
      case DARK -> CameraFault.DARK;
      case SLOW -> CameraFault.SLOW;
      case GARBLED -> CameraFault.GARBLED;
      case WRONG_SIZE -> CameraFault.WRONG_SIZE;
    };
  }

  /** A card counts for the visit that asks for what is on it. */
  private CardWatch watchCards(String port) {
    CardWatch watch =
        new CardWatch(
            () -> SdtReader.on(port),
            card ->
                engine.tell(
                    new Event.CardRead(engine.state().setting().number(), Cards.details(card))));
    engine.watch(state -> watch.want(state instanceof State.Identifying));
    return watch;
  }

  private Guide guide() {
    return hands
        .ifOpen()
        .flatMap(tools -> tools.judging().newest())
        .map(Hall::guide)
        .orElse(Guide.NOTHING_YET);
  }

  /** The judge's word as the live view shows it. */
  static Guide guide(Guidance guidance) {
    Verdict calm = guidance.calm();
    return new Guide(
        calm.isReady(),
        calm.advice(),
        guidance.held(),
        guidance.eyes().map(eyes -> eyes(guidance.sighting(), eyes)),
        calm.assessments().stream().anyMatch(Hall::isDark));
  }

  private static boolean isDark(Assessment assessment) {
    return assessment.code() == Code.TOO_DARK && assessment.finding() instanceof Finding.Missed;
  }

  private static Eyes eyes(Sighting sighting, SteadyEyes eyes) {
    return new Eyes(
        eyes.xPx() / sighting.widthPx(),
        eyes.yPx() / sighting.heightPx(),
        eyes.pupilDistancePx() / sighting.heightPx());
  }
}
