package org.huizhi.screen;

import org.huizhi.check.Advice;
import org.huizhi.session.PaperFault;
import org.huizhi.session.Refusal;
import org.huizhi.session.Trouble;
import org.huizhi.spec.Code;

/** The keys of sentences of the applicant's screens, for those who quote them. */
public final class Sentences {
  private Sentences() {}

  public static String of(Advice advice) {
    return Keys.of(advice);
  }

  /**
   * What a rule looks at, in the applicant's words; the code where this program does not know it.
   */
  public static String ofRule(String code) {
    for (Code known : Code.values()) {
      if (known.name().equals(code)) {
        return Keys.of(RuleGroup.of(known));
      }
    }
    return code;
  }

  public static String of(Trouble trouble) {
    return Keys.of(trouble);
  }

  public static String of(PaperFault fault) {
    return Keys.of(fault);
  }

  public static String of(Refusal refusal) {
    return Keys.of(refusal);
  }
}
