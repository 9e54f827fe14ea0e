package org.huizhi.console;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huizhi.record.JobState;
import org.huizhi.record.ReviewState;
import org.huizhi.record.SubmissionState;
import org.huizhi.screen.Words;
import org.huizhi.session.State;
import org.huizhi.staff.Health;
import org.huizhi.staff.StaffRole;

/** The names under which {@code words/staff} holds a sentence, derived from the types. */
public final class StaffKeys {
  private StaffKeys() {}

  static String of(State state) {
    return of(state.getClass());
  }

  /** The names of the states in reports, in the order of a visit. */
  static List<String> steps() {
    return Stream.of(
            State.Consent.class,
            State.Choosing.class,
            State.Identifying.class,
            State.Guardian.class,
            State.Preparing.class,
            State.Framing.class,
            State.Shooting.class,
            State.Making.class,
            State.Reviewing.class,
            State.WaitingForStaff.class,
            State.Issuing.class,
            State.Farewell.class,
            State.OutOfOrder.class)
        .map(state -> of(state).substring("state.".length()))
        .toList();
  }

  /** A state's name in reports. */
  public static String step(State state) {
    return of(state).substring("state.".length());
  }

  private static String of(Class<?> state) {
    return "state."
        + state.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  static String of(Why why) {
    return "why." + Words.kebab(why);
  }

  static String of(Grounds grounds) {
    return "grounds." + Words.kebab(grounds);
  }

  static String of(DeleteWhy why) {
    return "delete." + Words.kebab(why);
  }

  static String of(JobState state) {
    return "slip." + Words.kebab(state);
  }

  static String of(ReviewState state) {
    return "decision." + Words.kebab(state);
  }

  static String of(SubmissionState state) {
    return "submission." + Words.kebab(state);
  }

  /** Why the detection centre could not be asked, as the record keeps it. */
  static String ofCentreTrouble(String trouble) {
    return "centre." + trouble;
  }

  /** What the record may say of why the detection centre could not be asked. */
  private static final List<String> CENTRE_TROUBLES =
      List.of("away", "slow", "untrusted", "keys", "busy", "turned-away", "nonsense");

  static String of(StaffRole role) {
    return "role." + Words.kebab(role);
  }

  static String of(Health.Kind kind) {
    return "part." + Words.kebab(kind);
  }

  /** What it means when such a part is in trouble. */
  static String meaning(Health.Kind kind) {
    return "meaning." + Words.kebab(kind);
  }

  static String of(Health.Fact fact) {
    return "fact." + Words.kebab(fact);
  }

  static String of(Health.Count count) {
    return "count." + Words.kebab(count);
  }

  /** How many values a staff page puts into the sentence of a key: one into facts and counts. */
  public static int filled(String key) {
    for (StaffPhrase phrase : StaffPhrase.values()) {
      if (phrase.key().equals(key)) {
        return phrase.filled();
      }
    }
    return key.startsWith("fact.") || key.startsWith("count.") ? 1 : 0;
  }

  /** Every key that a staff page may ask for. */
  public static Set<String> all() {
    Set<String> all = new TreeSet<>();
    for (StaffPhrase phrase : StaffPhrase.values()) {
      all.add(phrase.key());
    }
    for (Class<?> state : State.class.getPermittedSubclasses()) {
      if (!state.isSealed()) {
        all.add(of(state));
      } else {
        for (Class<?> personal : state.getPermittedSubclasses()) {
          all.add(of(personal));
        }
      }
    }
    for (Why why : Why.values()) {
      all.add(of(why));
    }
    for (Grounds grounds : Grounds.values()) {
      all.add(of(grounds));
    }
    for (DeleteWhy why : DeleteWhy.values()) {
      all.add(of(why));
    }
    for (JobState state : JobState.values()) {
      all.add(of(state));
    }
    for (ReviewState state : ReviewState.values()) {
      all.add(of(state));
    }
    for (SubmissionState state : SubmissionState.values()) {
      all.add(of(state));
    }
    for (String trouble : CENTRE_TROUBLES) {
      all.add(ofCentreTrouble(trouble));
    }
    for (String deed : Deeds.ALL) {
      all.add(Deeds.key(deed));
    }
    for (StaffRole role : StaffRole.values()) {
      all.add(of(role));
    }
    for (Health.Kind kind : Health.Kind.values()) {
      all.add(of(kind));
      all.add(meaning(kind));
    }
    for (Health.Fact fact : Health.Fact.values()) {
      all.add(of(fact));
    }
    for (Health.Count count : Health.Count.values()) {
      all.add(of(count));
    }
    return all;
  }
}
