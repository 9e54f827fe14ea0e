package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraLoop;
import org.huizhi.camera.Demand;
import org.huizhi.camera.Frame;
import org.huizhi.camera.LatestFrame;
import org.huizhi.camera.Upright;
import org.huizhi.camera.replay.Faults;
import org.huizhi.check.Guidance;
import org.huizhi.check.Judge;
import org.huizhi.check.JudgeLoop;
import org.huizhi.check.NetOutlines;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.FaceReader;
import org.huizhi.screen.Guide;
import org.huizhi.screen.KioskView;
import org.huizhi.screen.Live;
import org.huizhi.session.Agreement;
import org.huizhi.session.Comfort;
import org.huizhi.session.Company;
import org.huizhi.session.Details;
import org.huizhi.session.Setting;
import org.huizhi.session.State;
import org.huizhi.session.Visit;
import org.huizhi.spec.Spec;
import org.jspecify.annotations.Nullable;

/**
 * The live view as an applicant has it, in the kiosk's window with the judge at work, fed with JPEG
 * pictures at a camera's pace.
 */
final class LiveBench {
  private static final Duration WARM_UP = Duration.ofSeconds(4);

  private final KioskConfig config;
  private final Spec document;
  private final Duration span;
  private final LatestFrame frames = new LatestFrame();

  // The JavaFX thread's, while it measures.
  private final List<Double> toScreen = new ArrayList<>();
  private final List<Double> toGuide = new ArrayList<>();
  private Frame drawn = Frame.NONE;
  private Frame guided = Frame.NONE;
  private long drawnFrames;
  private boolean fresh;
  private @Nullable Stage window;

  LiveBench(KioskConfig config, Spec document, Duration span) {
    this.config = config;
    this.document = document;
    this.span = span;
  }

  /** A table row for pictures of this folder at this pace; Display must be started. */
  void measure(String name, Path pictures, int fps) throws Exception {
    CameraChoice choice = new CameraChoice.Replay(pictures, 0, fps, Faults.NONE);
    Upright asItIs = new Upright(0, Optional.empty());
    try (FaceReader reader = FaceReader.open(Home.cache());
        NetOutlines outlines = NetOutlines.open(Home.cache());
        JudgeLoop judging = new JudgeLoop(frames, reader, outlines, System::nanoTime);
        CameraLoop camera = new CameraLoop(choice, Demand.USUAL, asItIs, frames, state -> {})) {
      judging.start();
      judging.guide(new Judge(document), () -> {});
      camera.start();
      AnimationTimer pulse = Display.make(() -> show(judging));
      pause(WARM_UP);
      Memory before = Memory.now();
      Work begun = Work.now();
      Frame first = Display.make(this::begin);
      pause(span);
      Frame last = Display.make(frames::peek);
      Work done = Work.now();
      Memory after = Memory.now();
      Display.make(
          () -> {
            pulse.stop();
            Objects.requireNonNull(window).hide(); // two would be drawn next time
            return pulse;
          });
      say(name, fps, last.number() - first.number(), (last.nanos() - first.nanos()) / 1e9);
      System.out.println("  " + begun.to(done, last.number() - first.number(), toGuide.size()));
      System.out.println("  memory, " + before.to(after));
    }
    frames.forget();
  }

  private AnimationTimer show(JudgeLoop judging) {
    KioskView view =
        new KioskView(
            config.words(),
            List.of(document),
            config.kiosk().patience(),
            new Live(frames, () -> guide(judging), this::drew),
            new Album(),
            event -> {});
    window = KioskWindow.fullScreen(view);
    Setting setting =
        new Setting(
            1,
            config.kiosk().languages().getFirst(),
            Comfort.USUAL,
            false,
            List.of(),
            Instant.EPOCH,
            Instant.MAX);
    Visit visit =
        new Visit(new Agreement("bench", Instant.EPOCH, Company.ALONE), document, Details.NONE);
    view.show(new State.Framing(setting, visit, Instant.EPOCH, false));
    AnimationTimer pulse =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            onPulse();
          }
        };
    pulse.start();
    return pulse;
  }

  private Frame begin() {
    toScreen.clear();
    toGuide.clear();
    drawnFrames = 0;
    return frames.peek();
  }

  private void drew(Frame now) {
    if (now.number() != drawn.number()) {
      drawn = now;
      fresh = true;
    }
  }

  /** What was drawn in one pulse is on the screen when the next begins, at the latest. */
  private void onPulse() {
    if (fresh) {
      fresh = false;
      drawnFrames++;
      toScreen.add((System.nanoTime() - drawn.nanos()) / 1e6);
    }
  }

  private Guide guide(JudgeLoop judging) {
    Optional<Guidance> newest = judging.newest();
    newest.ifPresent(
        guidance -> {
          if (guidance.frame().number() != guided.number()) {
            guided = guidance.frame();
            toGuide.add((System.nanoTime() - guided.nanos()) / 1e6);
          }
        });
    return newest.map(Hall::guide).orElse(Guide.NOTHING_YET);
  }

  private void say(String name, int fps, long came, double seconds) {
    System.out.printf(
        Locale.ROOT,
        "%s at %d: %d pictures in %.1f s, dropped %.1f %%, to the screen median %.0f ms p95 %.0f"
            + " ms; %.1f verdicts a second, to the guide median %.0f ms p95 %.0f ms%n",
        name,
        fps,
        came,
        seconds,
        100.0 * Math.max(0, came - drawnFrames) / Math.max(1, came),
        at(toScreen, 0.5),
        at(toScreen, 0.95),
        toGuide.size() / seconds,
        at(toGuide, 0.5),
        at(toGuide, 0.95));
  }

  private static double at(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  private static void pause(Duration time) throws InterruptedException {
    boolean ignored = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** So many frames of a clip as JPEG pictures of this size, in a new folder. */
  static Path pictures(Path clip, Path folder, int widthPx, int heightPx, int count)
      throws Exception {
    Path made = Files.createDirectories(folder.resolve(widthPx + "x" + heightPx));
    BenchPictures.write(clip, made, widthPx, heightPx, count);
    return made;
  }
}
