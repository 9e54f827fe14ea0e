package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.huizhi.app.SlipDesk.Application;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.huizhi.check.Judge;
import org.huizhi.check.NetOutlines;
import org.huizhi.check.Shot;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.FaceReader;
import org.huizhi.face.Landmarks;
import org.huizhi.face.OpenCv;
import org.huizhi.face.Parts;
import org.huizhi.face.Sighting;
import org.huizhi.photo.MadePhoto;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Personal;
import org.huizhi.spec.Spec;
import org.huizhi.storage.Storage;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk bench}: how long each step takes on this machine. */
@Command(
    name = "bench",
    description = "Times each step on a frame of the demonstration clip and prints a table.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final int FIRST_SCREENS = 5;
  private static final int VISITS = 3;
  private static final int VISIT_SECONDS = 110;
  private static final int NEUTRAL_FRAME = 640;
  private static final int CLIP_WIDTH_PX = 900;
  private static final int WIDTH_PX = 1280;
  private static final int HEIGHT_PX = 720;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--rounds", description = "Timed rounds of each step: ${DEFAULT-VALUE}.")
  private int rounds = 60;

  @Option(
      names = "--live",
      description =
          "Instead: the live view in its window at 1280×720 and 1920×1080, and the judge.")
  private boolean live;

  @Option(
      names = "--seconds",
      description =
          "How long each picture size is measured by --live, and each run by --hall:"
              + " ${DEFAULT-VALUE}.")
  private int seconds = 20;

  @Option(
      names = "--faults",
      description = "Instead: each fault of a camera, when it is noticed and when it is mended.")
  private boolean faults;

  @Option(
      names = "--soak",
      paramLabel = "MINUTES",
      description = "Instead: camera and judge so long at full speed, and what grows.")
  private Optional<Integer> soak = Optional.empty();

  @Option(
      names = "--openings",
      description = "How often --soak opens and closes a camera: ${DEFAULT-VALUE}.")
  private int openings = 1000;

  @Option(
      names = "--camera",
      paramLabel = "SPEC",
      description = "With --soak: this camera at its own pace instead of recorded pictures.")
  private Optional<CameraChoice> camera = Optional.empty();

  @Option(
      names = "--hall",
      paramLabel = "DATABASE",
      description =
          "Instead loads a database as 12 machines and 2 displays do: sqlite, or the address of an"
              + " empty PostgreSQL database.")
  private Optional<String> hall = Optional.empty();

  @Option(
      names = "--stored",
      description =
          "With --hall: how many tickets are stored for the second run: ${DEFAULT-VALUE}.")
  private int stored = 1_000_000;

  @Option(
      names = "--visit",
      description = "Instead: whole visits, and how long the machine makes a person wait.")
  private boolean visit;

  @Option(
      names = "--after",
      paramLabel = "SECONDS",
      description = "With --visit: how long nobody comes to a machine that has started.")
  private int after;

  @Option(
      names = "--purge",
      paramLabel = "CASES",
      description = "With --hall, instead: deletes so many cases while 12 machines call tickets.")
  private Optional<Integer> purged = Optional.empty();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    if (hall.isPresent()) {
      if (purged.isPresent()) {
        new PurgeBench(storage(hall.get()), read.kiosk().timeZone()).run(purged.get());
      } else {
        new HallBench(storage(hall.get()), read.kiosk().timeZone())
            .run(Duration.ofSeconds(seconds), stored);
      }
      return ExitCode.OK;
    }
    Spec document = Documents.of(read, "hk-macau-permit");
    Path data = Files.createTempDirectory("huizhi-bench");
    try {
      if (visit) {
        visit(read, data);
      } else if (live) {
        live(read, document, data);
      } else if (faults) {
        Display.start();
        new FaultBench(read, document).measure(clip(), data);
      } else if (soak.isPresent()) {
        soak(read, document, data);
      } else {
        measure(read, document, data);
      }
    } finally {
      Folders.delete(data);
    }
    return ExitCode.OK;
  }

  private void live(KioskConfig read, Spec document, Path data) throws Exception {
    Display.start();
    OpenCv.load();
    Duration span = Duration.ofSeconds(seconds);
    Path small = LiveBench.pictures(clip(), data, WIDTH_PX, HEIGHT_PX, 75);
    new LiveBench(read, document, span).measure("1280×720", small, 30);
    Path large = LiveBench.pictures(clip(), data, 1920, 1080, 75);
    new LiveBench(read, document, span).measure("1920×1080", large, 25);
  }

  private void soak(KioskConfig read, Spec document, Path data) throws Exception {
    OpenCv.load();
    SoakBench bench = new SoakBench(Cameras.demand(read), document);
    Path pictures = LiveBench.pictures(clip(), data, 640, 360, 50);
    CameraChoice opened = camera.orElse(new CameraChoice.Replay(pictures, 0, false));
    bench.openings(Cameras.apart(opened), openings);
    CameraChoice watched = camera.orElse(SoakBench.brokenNowAndThen(pictures));
    bench.frames(Cameras.apart(watched), Duration.ofMinutes(soak.orElseThrow()));
  }

  private static Storage storage(String text) throws Refusal {
    try {
      return Storage.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(ExitCode.USAGE, "--hall: " + wrong.getMessage());
    }
  }

  private void visit(KioskConfig read, Path data) throws Exception {
    Path clip = clip();
    Clock clock = Clock.system(read.kiosk().timeZone());
    CompletableFuture<VisitBench> end = new CompletableFuture<>();
    Display.start();
    try (Hall hall = Display.make(() -> new Hall(read, Cameras.demonstration(clip), true, clock))) {
      Stage stage = Display.make(() -> KioskWindow.fullScreen(hall.view()));
      hall.start(read, data, clock);
      while (hall.tools().isEmpty()) {
        Thread.sleep(20); // nobody stands before a machine that is being started
      }
      TimeUnit.SECONDS.sleep(after);
      Display.make(
          () -> {
            VisitBench bench = new VisitBench(hall, stage.getScene(), VISITS, end);
            hall.engine().watch(bench::see);
            return bench;
          });
      end.get(VISITS * VISIT_SECONDS, TimeUnit.SECONDS).print();
    }
  }

  private void measure(KioskConfig read, Spec document, Path data) throws Exception {
    System.out.printf(
        "Java %s, %d processors, OpenCV with %d threads, picture %d×%d, %d rounds%n",
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        openCvThreads(),
        WIDTH_PX,
        HEIGHT_PX,
        rounds);
    System.out.printf("%-34s %9s %9s%n", "step", "median ms", "p95 ms");
    row("start: to the first screen", firstScreens());
    long start = System.nanoTime();
    try (Studio studio = new Studio(Home.cache());
        FaceReader reader = FaceReader.open(Home.cache());
        NetOutlines outlines = NetOutlines.open(Home.cache())) {
      row("open the models (once)", new double[] {(System.nanoTime() - start) / 1e6});
      Mat frame = frame();
      Judge judge = new Judge(document);
      row(
          "detect: a face not seen before",
          time(
              () -> {
                reader.forget();
                reader.track(frame);
              }));
      row("look: a still, at several scales", time(() -> reader.look(frame)));
      reader.track(frame);
      row("landmarks: a face being tracked", time(() -> reader.track(frame)));
      row("person mask", time(() -> outlines.mask().of(frame).release()));
      Optional<Mat> mask = outlines.person(frame);
      Sighting sighting = reader.look(frame);
      Landmarks face = sighting.face().orElseThrow().landmarks();
      row("parts of the person", time(() -> outlines.parts(frame, face)));
      Optional<Parts> parts = outlines.parts(frame, face);
      row("all checks", time(() -> judge.judge(new Shot(frame, sighting, mask, parts))));
      row("check: all of it", time(() -> studio.judge(frame, document)));
      row("make: photo from a shot", time(() -> make(studio, frame, document)));
      slips(read, document, studio, frame, data);
    }
  }

  private void slips(KioskConfig read, Spec document, Studio studio, Mat frame, Path data)
      throws Exception {
    Clock clock = Clock.system(read.kiosk().timeZone());
    SlipDesk desk = new SlipDesk(read, data, clock);
    try (CaseStore store = CaseStore.open(data, clock)) {
      studio.judge(
          frame,
          document,
          (shot, verdict) -> {
            try (MadePhoto photo = studio.make(shot, document)) {
              Personal person = new Personal(Optional.of("欧阳喆"), Optional.of("11010519491231002X"));
              row(
                  "slip: PDF",
                  time(
                      () ->
                          desk.specimen(
                              Application.fromFile(
                                  document, person, photo, verdict, clock.instant()))));
              row(
                  "store: number, case, slip, job",
                  time(
                      () ->
                          desk.issue(
                              store,
                              Application.fromFile(
                                  document, person, photo, verdict, clock.instant()),
                              false)));
              PrintRoom room = new PrintRoom(read, data, store, desk, true, clock);
              row(
                  "store, then printed into a folder",
                  time(
                      () -> {
                        Application one =
                            Application.fromFile(document, person, photo, verdict, clock.instant());
                        desk.issue(store, one, false);
                        room.printFor(one.caseId());
                      }));
            }
            return true;
          });
    }
  }

  private static void make(Studio studio, Mat frame, Spec document) throws Exception {
    studio.judge(
        frame,
        document,
        (shot, verdict) -> {
          studio.make(shot, document).close();
          return verdict;
        });
  }

  /** A neutral moment of the clip in the middle of a 1280×720 picture. */
  private static Mat frame() throws Refusal {
    Path clip = clip();
    OpenCv.load();
    Mat scaled = new Mat();
    Mat frame = new Mat();
    try (Camera camera = new CameraChoice.Replay(clip, CLIP_WIDTH_PX, false).open(Demand.USUAL)) {
      for (int i = 0; i <= NEUTRAL_FRAME; i++) {
        camera.read(scaled);
      }
    } catch (CameraTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
    int side = WIDTH_PX - scaled.cols();
    Core.copyMakeBorder(scaled, frame, 0, 0, side / 2, side - side / 2, Core.BORDER_REPLICATE);
    scaled.release();
    return frame;
  }

  private static Path clip() throws Refusal {
    return Home.demonstrationClip()
        .orElseThrow(
            () -> new Refusal(ExitCode.USAGE, "this package comes without the clip to time"));
  }

  private interface Step {
    void run() throws Exception;
  }

  private static int openCvThreads() {
    OpenCv.load();
    return Core.getNumThreads();
  }

  /** From the start command of a fresh process to its first screen; a few times, it is slow. */
  private static double[] firstScreens() throws IOException, InterruptedException {
    double[] millis = new double[FIRST_SCREENS];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      Process kiosk =
          new ProcessBuilder(Home.folder().resolve("bin/kiosk").toString(), "first-screen")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      // It says a line when the first screen is drawn, then ends.
      boolean drawn = kiosk.inputReader().readLine() != null;
      millis[i] = drawn ? (System.nanoTime() - start) / 1e6 : Double.NaN;
      kiosk.waitFor();
    }
    return millis;
  }

  /** Milliseconds of each round, after warm-up rounds. */
  private double[] time(Step step) throws Exception {
    double[] millis = new double[rounds];
    for (int i = -Math.max(10, rounds / 2); i < rounds; i++) {
      long start = System.nanoTime();
      step.run();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    return millis;
  }

  private static void row(String step, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-34s %9.1f %9.1f%n",
        step,
        millis[(millis.length - 1) / 2],
        millis[(int) Math.ceil(0.95 * millis.length) - 1]);
  }
}
