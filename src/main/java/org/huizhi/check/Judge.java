package org.huizhi.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huizhi.spec.Code;
import org.huizhi.spec.Rule;
import org.huizhi.spec.Severity;
import org.huizhi.spec.Spec;

/**
 * Judges shots by one document's rules. Only the rules that the spec names are looked at, in the
 * order of {@link Check}. Holds no state: safe for several threads.
 */
public final class Judge {
  /**
   * A check with its rule.
   *
   * @param sure the same check with wider limits: a veto is one only where it fails too; none where
   *     there is no veto
   */
  private record Ruled(Code code, Severity severity, Check check, Optional<Check> sure) {
    String limit() {
      return check.limit()
          + sure.map(wider -> "; asked as far as " + Limits.withoutParts(wider.limit())).orElse("");
    }
  }

  private final List<Ruled> checks;

  /** The judge by all of a document's rules; fails as the other constructor does. */
  public Judge(Spec spec) {
    this(spec.rules());
  }

  /**
   * @throws IllegalArgumentException when a rule names a check or limit that does not exist or
   *     leaves one out; the message names all such mistakes
   */
  public Judge(Map<Code, Rule> rules) {
    List<Ruled> made = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    Set<Code> left = new TreeSet<>(rules.keySet());
    for (Class<?> type : Check.class.getPermittedSubclasses()) {
      Code code = code(type);
      Rule rule = rules.get(code);
      left.remove(code);
      if (rule != null) {
        made.addAll(make(type, rule, mistakes));
      }
    }
    left.forEach(code -> mistakes.add("[rules." + code + "]: there is no such check of a shot"));
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", mistakes));
    }
    checks = List.copyOf(made);
  }

  /** The code that a check is named after: {@code PoseYaw} looks for POSE_YAW. */
  private static Code code(Class<?> check) {
    String name = check.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return Code.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static List<Ruled> make(Class<?> type, Rule rule, List<String> mistakes) {
    int before = mistakes.size();
    Optional<Check> check = check(type, rule, rule.limits(), mistakes);
    Optional<Check> sure =
        rule.severity() != Severity.VETO || rule.surely().isEmpty() || check.isEmpty()
            ? Optional.empty()
            : check(type, rule, rule.sureLimits(), mistakes);
    return mistakes.size() > before
        ? List.of()
        : List.of(new Ruled(rule.code(), rule.severity(), check.orElseThrow(), sure));
  }

  private static Optional<Check> check(
      Class<?> type, Rule rule, Map<String, Double> limits, List<String> mistakes) {
    RecordComponent[] components = type.getRecordComponents();
    Set<String> unknown = new TreeSet<>(limits.keySet());
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    int before = mistakes.size();
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      unknown.remove(name);
      types[i] = double.class;
      Double value = limits.get(name);
      if (value == null) {
        mistakes.add("[rules." + rule.code() + "]: " + kebab(name) + " is missing");
      } else {
        values[i] = value;
      }
    }
    unknown.forEach(
        name ->
            mistakes.add(
                "[rules." + rule.code() + "]: " + kebab(name) + " is not one of its limits"));
    return mistakes.size() > before ? Optional.empty() : Optional.of(build(type, types, values));
  }

  private static Check build(Class<?> type, Class<?>[] types, Object[] values) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return (Check) constructor.newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException wrong) {
      throw new IllegalStateException(
          "A check must be a record of numbers: " + type + Arrays.toString(types), wrong);
    }
  }

  private static String kebab(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Every rule's finding. Where there is no face, all but NO_FACE are unseen. */
  public Verdict judge(Shot shot) {
    List<Assessment> assessments = checks.stream().map(ruled -> look(ruled, shot)).toList();
    return new Verdict(shot.sighting().boxes().size(), assessments);
  }

  /**
   * As {@link #judge(Shot)}, but only the points of the face and the outline are looked at; what
   * rules of pixels found is taken from an earlier verdict.
   *
   * @param before this judge's, of a shot that had a face as this one has
   */
  Verdict judgePoints(Shot shot, Verdict before) {
    List<Assessment> assessments = new ArrayList<>(before.assessments());
    for (int i = 0; i < checks.size(); i++) {
      if (checks.get(i).check() instanceof OfPoints) {
        assessments.set(i, look(checks.get(i), shot));
      }
    }
    return new Verdict(shot.sighting().boxes().size(), assessments);
  }

  private static Assessment look(Ruled ruled, Shot shot) {
    boolean seen = shot.sighting().face().isPresent() || ruled.check() instanceof NoFace;
    Finding finding =
        seen ? ruled.check().look(shot) : new Finding.Unseen("There is no face to judge.");
    return new Assessment(ruled.code(), severity(ruled, finding, shot), finding, ruled.limit());
  }

  /** A veto of what is not surely a fault asks staff. */
  private static Severity severity(Ruled ruled, Finding finding, Shot shot) {
    boolean doubtful =
        finding instanceof Finding.Missed
            && ruled.sure().isPresent()
            && !(ruled.sure().get().look(shot) instanceof Finding.Missed);
    return doubtful ? Severity.ASK : ruled.severity();
  }
}
