package org.huizhi.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.spec.Code;

/**
 * Calms the verdicts of single frames: a finding turns only after the new one has lasted, so that
 * advice does not dance when a value trembles at its limit; and the shot waits until every rule has
 * held for a while, so that nobody is taken in the middle of a blink. Pictures are still judged one
 * by one: what is kept was judged on its own pixels.
 *
 * <p>One thread.
 */
final class Steadiness {
  /**
   * How long things must last.
   *
   * @param toMiss a rule must be broken before the guide says so
   * @param toMeet a broken rule must be obeyed before the guide believes it
   * @param toShoot every rule must hold, position and distance too, before the shot
   */
  record Times(Duration toMiss, Duration toMeet, Duration toShoot) {
    /** A blink lasts 0.1 to 0.4 s; people read a line of advice in about a second. */
    static final Times USUAL =
        new Times(Duration.ofMillis(200), Duration.ofMillis(350), Duration.ofMillis(900));
  }

  private static final class Rule {
    private Assessment settled;
    private Assessment latest;
    private long since;

    private Rule(Assessment first, long now) {
      settled = first;
      latest = first;
      since = now;
    }
  }

  private Times times;
  private final Map<Code, Rule> rules = new EnumMap<>(Code.class);
  private Optional<Long> allHeldSince = Optional.empty();
  private double held;

  Steadiness(Times times) {
    this.times = times;
  }

  /** Every rule must hold this long from now on. */
  void toShoot(Duration hold) {
    times = new Times(times.toMiss(), times.toMeet(), hold);
  }

  /** Forgets all that was seen. */
  void reset() {
    rules.clear();
    allHeldSince = Optional.empty();
    held = 0;
  }

  /**
   * Takes in the verdict on one frame and gives back the calmed one.
   *
   * @param now of a clock that only runs forward, in nanoseconds
   */
  Verdict settle(Verdict verdict, long now) {
    List<Assessment> settled = new ArrayList<>(verdict.assessments().size());
    for (Assessment assessment : verdict.assessments()) {
      settled.add(settle(assessment, now));
    }
    if (verdict.isReady()) {
      long since = allHeldSince.orElse(now);
      allHeldSince = Optional.of(since);
      held = Math.min(1, (double) (now - since) / times.toShoot().toNanos());
    } else {
      allHeldSince = Optional.empty();
      held = 0;
    }
    return new Verdict(verdict.faces(), settled);
  }

  private Assessment settle(Assessment assessment, long now) {
    Rule rule = rules.computeIfAbsent(assessment.code(), code -> new Rule(assessment, now));
    if (!alike(assessment.finding(), rule.latest.finding())) {
      rule.since = now;
    }
    rule.latest = assessment;
    Duration wait = assessment.finding() instanceof Met ? times.toMeet() : times.toMiss();
    boolean lasted = now - rule.since >= wait.toNanos();
    if (lasted || alike(assessment.finding(), rule.settled.finding())) {
      rule.settled = assessment;
    }
    return rule.settled;
  }

  /** Two findings that say the same to the person. */
  private static boolean alike(Finding one, Finding other) {
    return switch (one) {
      case Met met -> other instanceof Met;
      case Missed missed -> other instanceof Missed another && missed.advice() == another.advice();
      case Unseen unseen -> other instanceof Unseen;
    };
  }

  /** How much of the waiting time every rule has held, 0 to 1; at 1 the shot may be taken. */
  double held() {
    return held;
  }
}
