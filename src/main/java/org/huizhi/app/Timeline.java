package org.huizhi.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Frame;
import org.huizhi.camera.replay.Recording;
import org.huizhi.check.Advice;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Guidance;
import org.huizhi.check.Judge;
import org.huizhi.check.LiveJudge;
import org.huizhi.spec.Code;
import org.opencv.core.Mat;

/**
 * What an applicant would have been told during a recording, every picture of which is judged at
 * its own time.
 *
 * @param lack how a recording ends that was cut off
 */
record Timeline(int pictures, Duration length, List<Span> spans, Optional<String> lack) {
  private static final Duration BEGIN = Duration.ofSeconds(1);

  /**
   * A time in which nothing changes.
   *
   * @param missed the rules that are broken or cannot be told, in the order of acting
   * @param shoots whether every rule has held so long that the kiosk takes the shot
   */
  record Span(
      Duration from, Duration to, List<Code> missed, Optional<Advice> advice, boolean shoots) {
    Span {
      missed = List.copyOf(missed);
    }

    private boolean says(Span other) {
      return missed.equals(other.missed) && advice.equals(other.advice) && shoots == other.shoots;
    }

    private Span until(Duration end) {
      return new Span(from, end, missed, advice, shoots);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%6.2f – %6.2f s  %s%s",
          seconds(from),
          seconds(to),
          shoots ? "shot" : advice.map(Timeline::words).orElse("hold still"),
          missed.isEmpty() ? "" : "  " + missed);
    }
  }

  Timeline {
    spans = List.copyOf(spans);
  }

  /** Whoever wants to see the first picture of each span, with what is said of it. */
  interface Onlooker<E extends Exception> {
    void see(Mat picture, Guidance guidance) throws E;
  }

  /** Plays a recording once. */
  static <E extends Exception> Timeline of(
      Path source, Judge judge, LiveJudge live, Onlooker<E> onlooker) throws CameraTrouble, E {
    List<Span> spans = new ArrayList<>();
    Mat picture = new Mat();
    Duration at = Duration.ZERO;
    int count = 0;
    live.forget();
    try (Recording recording = Recording.of(source)) {
      Optional<Duration> shown = recording.next(picture);
      while (shown.isPresent()) {
        long now = BEGIN.plus(at).toNanos();
        Guidance guidance = live.judge(judge, picture, new Frame(++count, now), now);
        Duration end = at.plus(shown.get());
        Span span = span(guidance, at, end);
        if (!spans.isEmpty() && spans.getLast().says(span)) {
          spans.add(spans.removeLast().until(end));
        } else {
          spans.add(span);
          onlooker.see(picture, guidance);
        }
        at = end;
        shown = recording.next(picture);
      }
      return new Timeline(count, at, spans, recording.lack());
    } finally {
      live.forget();
      picture.release();
    }
  }

  private static Span span(Guidance guidance, Duration from, Duration to) {
    List<Code> missed =
        guidance.calm().assessments().stream()
            .filter(assessment -> !(assessment.finding() instanceof Finding.Met))
            .map(Assessment::code)
            .toList();
    return new Span(from, to, missed, guidance.calm().advice(), guidance.held() >= 1);
  }

  /** One object for each span. */
  List<JsonObject> json(String file, String spec) {
    return spans.stream().map(span -> json(file, spec, span)).toList();
  }

  private static JsonObject json(String file, String spec, Span span) {
    JsonObject line = new JsonObject();
    line.addProperty("file", file);
    line.addProperty("spec", spec);
    line.addProperty("from", seconds(span.from()));
    line.addProperty("to", seconds(span.to()));
    line.addProperty("shoots", span.shoots());
    span.advice().ifPresent(advice -> line.addProperty("advice", VerdictJson.lower(advice)));
    JsonArray missed = new JsonArray();
    span.missed().forEach(code -> missed.add(code.name()));
    line.add("missed", missed);
    return line;
  }

  private static String words(Advice advice) {
    return VerdictJson.lower(advice).replace('-', ' ');
  }

  private static double seconds(Duration time) {
    return Math.round(time.toMillis() / 10.0) / 100.0;
  }
}
