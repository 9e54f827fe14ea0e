package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.huizhi.camera.CameraState;
import org.huizhi.camera.Frame;
import org.huizhi.camera.LatestFrame;
import org.huizhi.check.HallPicture;
import org.huizhi.config.KioskFile;
import org.huizhi.record.DayCounts;
import org.huizhi.record.Submission;
import org.huizhi.screen.Sentences;
import org.huizhi.session.CameraFault;
import org.huizhi.session.Trouble;
import org.huizhi.staff.Health;
import org.huizhi.staff.Health.Count;
import org.huizhi.staff.Health.Fact;
import org.huizhi.staff.Health.Kind;
import org.huizhi.staff.Health.Part;
import org.opencv.core.Mat;

/** Looks at every part of the machine and remembers since when each is in trouble. Any thread. */
final class HealthWatch {
  private static final long LEAST_FREE_BYTES = 1L << 30;
  private static final Duration MOST_OFF = Duration.ofSeconds(30);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** Degrees at which processors slow themselves down. */
  private static final int TOO_HOT = 90;

  /** What a mistake of ours that comes again and again is called. */
  static final String MISTAKE = Sentences.of(new Trouble.Mistake(""));

  private final String machine;
  private final boolean withCentre;
  private final LatestFrame frames;
  private final BooleanSupplier callsFail;
  private final Clock clock;
  private final Map<String, Instant> since = new ConcurrentHashMap<>();
  private volatile CameraState camera = new CameraState.Opening();
  private Frame lastFrame = Frame.NONE;

  /**
   * @param callsFail whether calling people, or meeting the hall, fails again and again
   */
  HealthWatch(KioskFile kiosk, LatestFrame frames, BooleanSupplier callsFail, Clock clock) {
    this.machine = kiosk.machine();
    this.withCentre = kiosk.detectionCentre().isPresent();
    this.frames = frames;
    this.callsFail = callsFail;
    this.clock = clock;
  }

  void heard(CameraState state) {
    camera = state;
  }

  Health look(Tools tools) {
    List<Part> parts = new ArrayList<>();
    parts.add(camera());
    parts.addAll(tools.printing().seen().stream().map(this::printer).toList());
    parts.add(database(tools.hall()));
    parts.add(disk(tools.data()));
    parts.add(copies(tools.hall()));
    parts.add(clock(tools.hall().secondsOff(), tools.hall().dateInDoubt()));
    if (withCentre) {
      parts.add(centre(tools.store().outbox().open()));
    }
    Temperature.degrees(Temperature.ZONES).map(this::temperature).ifPresent(parts::add);
    parts.add(models(tools.judging().isFailing()));
    return new Health(machine, clock.instant(), parts, counts(tools));
  }

  private Part part(Kind kind, String name, Optional<String> trouble, Map<Fact, String> facts) {
    String key = kind + " " + name;
    if (trouble.isEmpty()) {
      since.remove(key);
    } else {
      since.putIfAbsent(key, clock.instant());
    }
    return new Part(kind, name, trouble, Optional.ofNullable(since.get(key)), facts);
  }

  private Part camera() {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    Frame now = frames.peek();
    if (now.number() > 0) {
      facts.put(Fact.PICTURE_AGE_MS, Long.toString((System.nanoTime() - now.nanos()) / 1_000_000));
    }
    brightness().ifPresent(share -> facts.put(Fact.BRIGHTNESS, share));
    rate(now).ifPresent(rate -> facts.put(Fact.PICTURES_A_SECOND, rate));
    return switch (camera) {
      case CameraState.Opening _ -> part(Kind.CAMERA, "", trouble(CameraFault.ABSENT), facts);
      case CameraState.Running running ->
          part(Kind.CAMERA, running.name(), Optional.empty(), facts);
      case CameraState.Lost lost -> part(Kind.CAMERA, "", trouble(Hall.fault(lost.kind())), facts);
    };
  }

  /** How the newest picture is exposed. */
  private Optional<String> brightness() {
    Mat picture = new Mat();
    try {
      return frames.take(Frame.NONE, picture).number() == 0
          ? Optional.empty()
          : Optional.of(
              String.format(Locale.ROOT, "%.0f", 100 * HallPicture.of(picture).brightness()));
    } finally {
      picture.release();
    }
  }

  private static Optional<String> trouble(CameraFault fault) {
    return Optional.of(Sentences.of(new Trouble.CameraTrouble(fault)));
  }

  /** Between this look and the last one. */
  private synchronized Optional<String> rate(Frame now) {
    Frame before = lastFrame;
    lastFrame = now;
    double seconds = (now.nanos() - before.nanos()) / 1e9;
    return before.number() == 0 || seconds <= 0
        ? Optional.empty()
        : Optional.of(
            String.format(Locale.ROOT, "%.0f", (now.number() - before.number()) / seconds));
  }

  private Part printer(PrintRoom.Seen seen) {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    seen.sheetsLeft().ifPresent(left -> facts.put(Fact.SHEETS_LEFT, Integer.toString(left)));
    seen.sheetsFull().ifPresent(full -> facts.put(Fact.SHEETS_FULL, Integer.toString(full)));
    seen.lastSlip().ifPresent(slip -> facts.put(Fact.LAST_SLIP, slip));
    return part(Kind.PRINTER, seen.name(), seen.fault().map(Sentences::of), facts);
  }

  /** Applicants see a live view that never advises: only staff can be told. */
  Part models(boolean judgeFails) {
    return part(Kind.MODELS, "", mistake(judgeFails), Map.of());
  }

  private static Optional<String> mistake(boolean made) {
    return made ? Optional.of(MISTAKE) : Optional.empty();
  }

  Part database(HallLink hall) {
    int waiting = hall.toBringHome();
    return part(
        Kind.DATABASE,
        "",
        hall.away() ? Optional.of("ill.database") : mistake(callsFail.getAsBoolean()),
        waiting > 0 ? Map.of(Fact.CASES_TO_BRING_HOME, Integer.toString(waiting)) : Map.of());
  }

  private Part disk(Path data) {
    long free = data.toFile().getUsableSpace();
    return part(
        Kind.DISK,
        "",
        free < LEAST_FREE_BYTES ? Optional.of("ill.disk") : Optional.empty(),
        Map.of(Fact.FREE_GB, String.format(Locale.ROOT, "%.1f", free / 1e9)));
  }

  Part copies(HallLink hall) {
    return part(Kind.COPIES, "", hall.copiesTrouble(), Map.of());
  }

  private Part centre(List<Submission> open) {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    facts.put(Fact.AT_CENTRE, Integer.toString(open.size()));
    open.stream()
        .findFirst()
        .map(oldest -> Duration.between(oldest.askedAt(), clock.instant()).toMinutes())
        .ifPresent(minutes -> facts.put(Fact.OLDEST_MINUTES, Long.toString(minutes)));
    return part(
        Kind.CENTRE,
        "",
        open.stream()
            .map(Submission::trouble)
            .filter(trouble -> !trouble.isEmpty())
            .findFirst()
            .map(trouble -> "centre." + trouble),
        facts);
  }

  /** A machine that is alone knows no other time; staff look at their own. */
  private Part clock(Optional<Duration> off, boolean inDoubt) {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    facts.put(Fact.TIME, TIME.format(clock.instant().atZone(clock.getZone())));
    off.ifPresent(by -> facts.put(Fact.SECONDS_OFF, Long.toString(by.toSeconds())));
    return part(
        Kind.CLOCK,
        "",
        inDoubt
            ? Optional.of("ill.date")
            : off.filter(by -> by.abs().compareTo(MOST_OFF) > 0).map(_ -> "ill.clock"),
        facts);
  }

  private Part temperature(int degrees) {
    return part(
        Kind.TEMPERATURE,
        "",
        degrees >= TOO_HOT ? Optional.of("ill.temperature") : Optional.empty(),
        Map.of(Fact.DEGREES, Integer.toString(degrees)));
  }

  private Map<Count, Integer> counts(Tools tools) {
    Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
    DayCounts day =
        DayCounts.of(tools.store().database(), machine, midnight, clock.instant().plusMillis(1));
    return Map.of(
        Count.CASES, day.cases(),
        Count.SLIPS_PRINTED, day.printed(),
        Count.SLIPS_FAILED, day.failed(),
        Count.SLIPS_UNKNOWN, day.unknown(),
        Count.DECIDED_BY_STAFF, day.decided(),
        Count.REFUSED_BY_STAFF, day.refused());
  }
}
