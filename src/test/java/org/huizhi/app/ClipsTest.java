package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhi.check.Judge;
import org.huizhi.check.LiveJudge;
import org.huizhi.config.KioskConfig;
import org.huizhi.spec.Code;
import org.huizhi.spec.Rule;
import org.huizhi.spec.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips of people of whom somebody wrote down what is seen when, as the live judge tells it. */
class ClipsTest {
  private static final Path CLIPS = Path.of("../shared/photos/video");

  /** Nobody in these clips keeps still for as long as an applicant does. */
  private static final Duration AT_REST = Duration.ofMillis(600);

  @TempDir static Path cache;

  /** What is seen at a time; a tenth of a second here or there is not asked. */
  private record Seen(double seconds, Code code, boolean missed) {}

  private static Seen missed(double seconds, Code code) {
    return new Seen(seconds, code, true);
  }

  private static Seen met(double seconds, Code code) {
    return new Seen(seconds, code, false);
  }

  /** Straight ahead, then a grin with the eyes going left and right, then straight ahead. */
  @Test
  void grinAndGlances() throws Exception {
    neverShoots(
        "lp_d0.mp4",
        met(0.4, Code.GAZE),
        met(0.4, Code.MOUTH_OPEN),
        missed(1.5, Code.GAZE),
        missed(1.5, Code.MOUTH_OPEN),
        missed(2.4, Code.MOUTH_OPEN));
  }

  /**
   * At rest but for a slight pout in the first second; then the mouth wide open twice, and a blink.
   */
  @Test
  void mouthOpenTwice() throws Exception {
    Timeline timeline =
        tells(
            "lp_d18.mp4",
            met(1.9, Code.MOUTH_OPEN),
            missed(2.8, Code.MOUTH_OPEN),
            met(3.8, Code.MOUTH_OPEN),
            missed(4.7, Code.MOUTH_OPEN),
            met(6.1, Code.MOUTH_OPEN),
            met(6.3, Code.EYES_CLOSED));
    assertFalse(shots(timeline).isEmpty(), timeline::toString);
    for (Timeline.Span shot : shots(timeline)) {
      boolean beforeTheMouthOpens = within(shot, 1200, 2400);
      boolean atTheEnd = within(shot, 5800, 7100);
      assertTrue(beforeTheMouthOpens || atTheEnd, shot.toString());
    }
  }

  private static boolean within(Timeline.Span span, long fromMillis, long toMillis) {
    return span.from().toMillis() > fromMillis && span.to().toMillis() < toMillis;
  }

  /** Teeth, looks to both sides, eyes that flutter and stay shut. */
  @Test
  void eyesShut() throws Exception {
    neverShoots(
        "lp_d14.mp4",
        missed(1.5, Code.MOUTH_OPEN),
        missed(3.2, Code.GAZE),
        met(3.2, Code.EYES_CLOSED),
        missed(6.0, Code.EYES_CLOSED),
        met(8.5, Code.EYES_CLOSED));
  }

  /** Talks, laughs and turns away. */
  @Test
  void turnsAway() throws Exception {
    neverShoots(
        "lp_d12.mp4",
        met(0.8, Code.POSE_YAW),
        missed(0.8, Code.MOUTH_OPEN),
        missed(2.0, Code.POSE_YAW),
        missed(3.6, Code.POSE_YAW),
        met(5.0, Code.POSE_YAW),
        missed(7.0, Code.POSE_YAW));
  }

  /** These people do not keep still and straight for as long as a shot takes. */
  private static void neverShoots(String clip, Seen... seen) throws Exception {
    assertEquals(List.of(), shots(tells(clip, seen)));
  }

  private static List<Timeline.Span> shots(Timeline timeline) {
    return timeline.spans().stream().filter(Timeline.Span::shoots).toList();
  }

  private static Timeline tells(String clip, Seen... seen) throws Exception {
    Path file = CLIPS.resolve(clip);
    assumeTrue(Files.exists(file), "the clips that people described are not here");
    Judge judge = anyFraming(KioskConfig.read(Path.of("kiosk-config")).offered().getFirst());
    try (Studio studio = new Studio(cache);
        LiveJudge live = studio.live()) {
      live.toShoot(AT_REST);
      Timeline timeline = Timeline.of(file, judge, live, (_, _) -> {});
      for (Seen one : seen) {
        assertEquals(
            one.missed(), at(timeline, one.seconds()).contains(one.code()), one.toString());
      }
      return timeline;
    }
  }

  /** Clips are cut close below the chin: where the head stands is not what they are about. */
  private static Judge anyFraming(Spec document) {
    Map<Code, Rule> rules = new EnumMap<>(document.rules());
    rules.keySet().removeAll(Set.of(Code.FACE_POSITION, Code.FACE_DISTANCE));
    return new Judge(rules);
  }

  private static List<Code> at(Timeline timeline, double seconds) {
    Duration time = Duration.ofMillis(Math.round(1000 * seconds));
    return timeline.spans().stream()
        .filter(span -> span.from().compareTo(time) <= 0 && time.compareTo(span.to()) < 0)
        .findFirst()
        .orElseThrow()
        .missed();
  }
}
