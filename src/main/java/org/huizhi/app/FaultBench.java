package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.replay.Fault;
import org.huizhi.config.KioskConfig;
import org.huizhi.session.CameraFault;
import org.huizhi.session.Event;
import org.huizhi.session.State;
import org.huizhi.spec.Field;
import org.huizhi.spec.Spec;
import picocli.CommandLine.ExitCode;

/**
 * Every fault of the recorded camera in the whole kiosk: while nobody is there, and while a person
 * stands before the live view. How long until the screen says so, and how long after its end until
 * the kiosk serves again, at the very place where it stood.
 */
final class FaultBench {
  private static final Duration LASTS = Duration.ofSeconds(6);
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String ID_NUMBER = "11010519491231002X";

  private final KioskConfig config;
  private final Spec document;
  private final AtomicReference<Optional<Fault>> fault = new AtomicReference<>(Optional.empty());

  FaultBench(KioskConfig config, Spec document) {
    this.config = config;
    this.document = document;
  }

  /** Prints a row for each fault; Display must be started. */
  void measure(Path clip, Path folder) throws Exception {
    // A recording without a person, so that nobody is photographed meanwhile.
    CameraChoice choice = new CameraChoice.Replay(empty(clip, folder), 0, 25, fault::get);
    Clock clock = Clock.system(config.kiosk().timeZone());
    System.out.printf(
        "%-12s %-13s %9s %9s  %s%n", "fault", "when", "noticed s", "mended s", "shown as; then");
    try (Hall hall = Display.make(() -> new Hall(config, choice, true, clock))) {
      Display.make(() -> KioskWindow.fullScreen(hall.view()));
      hall.start(config, folder.resolve("data"), clock);
      await(() -> hall.tools().isPresent() && hall.engine().state() instanceof State.Welcome);
      pause(Duration.ofSeconds(3));
      for (Fault one : Fault.values()) {
        row(hall, one, "nobody there");
      }
      enter(hall);
      for (Fault one : Fault.values()) {
        row(hall, one, "live view");
      }
    }
  }

  private void row(Hall hall, Fault one, String when) throws Exception {
    String before = place(hall);
    long begun = System.nanoTime();
    fault.set(Optional.of(one));
    await(() -> trouble(hall).isPresent());
    double noticed = (System.nanoTime() - begun) / 1e9;
    pause(LASTS);
    CameraFault shown = trouble(hall).orElseThrow();
    long ended = System.nanoTime();
    fault.set(Optional.empty());
    await(() -> trouble(hall).isEmpty() && place(hall).equals(before));
    System.out.printf(
        Locale.ROOT,
        "%-12s %-13s %9.1f %9.1f  %s; %s%n",
        one,
        when,
        noticed,
        (System.nanoTime() - ended) / 1e9,
        shown,
        place(hall));
    pause(Duration.ofSeconds(2));
  }

  private static Optional<CameraFault> trouble(Hall hall) {
    return hall.engine().state().setting().cameraTrouble();
  }

  private static String place(Hall hall) {
    return hall.engine().state().getClass().getSimpleName();
  }

  private void enter(Hall hall) throws Exception {
    long number = hall.engine().state().setting().number();
    hall.engine().tell(new Event.Started(number));
    hall.engine().tell(new Event.Agreed(number, "bench"));
    hall.engine().tell(new Event.DocumentChosen(number, document.name()));
    for (Field field : document.asked()) {
      if (field == Field.ID_NUMBER) {
        ID_NUMBER
            .chars()
            .forEach(
                digit ->
                    hall.engine().tell(new Event.Typed(number, Character.toString((char) digit))));
        hall.engine().tell(new Event.Entered(number));
      } else {
        hall.engine().tell(new Event.Skipped(number));
      }
    }
    hall.engine().tell(new Event.Prepared(number));
    await(() -> hall.engine().state() instanceof State.Framing);
    pause(Duration.ofSeconds(2));
  }

  /** The wall behind the man, a little different in every picture as a sensor's noise makes it. */
  private static Path empty(Path clip, Path folder) throws Exception {
    Path all = LiveBench.pictures(clip, folder, 640, 480, 50);
    Path made = Files.createDirectories(folder.resolve("empty"));
    BenchPictures.coverTheMiddle(all, made);
    return made;
  }

  private static void await(BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Refusal(ExitCode.SOFTWARE, "the kiosk did not come to what was awaited");
      }
      pause(Duration.ofMillis(20));
    }
  }

  private static void pause(Duration time) throws InterruptedException {
    boolean ignored = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
