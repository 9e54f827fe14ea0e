package org.huizhi.screen;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huizhi.check.Advice;
import org.huizhi.session.CameraFault;
import org.huizhi.session.CentreStage;
import org.huizhi.session.PaperFault;
import org.huizhi.session.Refusal;
import org.huizhi.session.StaffEnd;
import org.huizhi.session.Trouble;
import org.huizhi.spec.Field;
import org.huizhi.voice.Volume;

/** The names under which the words files hold a sentence, derived from the types that are told. */
final class Keys {
  private Keys() {}

  static String of(Advice advice) {
    return "advice." + Words.kebab(advice);
  }

  static String of(RuleGroup group) {
    return "rules." + Words.kebab(group);
  }

  static String of(PaperFault fault) {
    return "paper." + Words.kebab(fault);
  }

  static String of(Refusal refusal) {
    return "refusal." + Words.kebab(refusal);
  }

  static Phrase of(CentreStage stage) {
    return switch (stage) {
      case SENDING -> Phrase.ISSUING__SENDING;
      case CHECKING -> Phrase.ISSUING__CHECKING;
      case NO_ANSWER -> Phrase.ISSUING__NO_ANSWER;
    };
  }

  static String of(StaffEnd end) {
    return "staff-end." + Words.kebab(end);
  }

  static String of(Volume volume) {
    return "volume." + Words.kebab(volume);
  }

  static String of(Field field, String part) {
    return "field." + Words.kebab(field) + "." + part;
  }

  static String of(CameraFault fault) {
    return "camera." + Words.kebab(fault);
  }

  static String of(Trouble trouble) {
    return switch (trouble) {
      case Trouble.CameraTrouble camera -> of(camera.fault());
      case Trouble.PrinterTrouble _ -> "trouble.printer";
      case Trouble.RecordTrouble _ -> "trouble.record";
      case Trouble.DiskFull _ -> "trouble.disk-full";
      case Trouble.Mistake _ -> "trouble.mistake";
    };
  }

  /** How many values a screen puts into the sentence of a key. */
  static int filled(String key) {
    for (Phrase phrase : Phrase.values()) {
      if (phrase.key().equals(key)) {
        return phrase.filled();
      }
    }
    return 0;
  }

  /** Every key that a screen may ask for. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>();
    for (Phrase phrase : Phrase.values()) {
      all.add(phrase.key());
    }
    for (Advice advice : Advice.values()) {
      all.add(of(advice));
    }
    for (RuleGroup group : RuleGroup.values()) {
      all.add(of(group));
    }
    for (PaperFault fault : PaperFault.values()) {
      all.add(of(fault));
    }
    for (CameraFault fault : CameraFault.values()) {
      all.add(of(fault));
    }
    for (Refusal refusal : Refusal.values()) {
      all.add(of(refusal));
    }
    for (StaffEnd end : StaffEnd.values()) {
      all.add(of(end));
    }
    for (Volume volume : Volume.values()) {
      all.add(of(volume));
    }
    for (Field field : Field.values()) {
      all.add(of(field, "title"));
      all.add(of(field, "hint"));
    }
    for (Trouble trouble :
        List.of(
            new Trouble.PrinterTrouble(PaperFault.OTHER),
            new Trouble.RecordTrouble(),
            new Trouble.DiskFull(),
            new Trouble.Mistake(""))) {
      all.add(of(trouble));
    }
    return all;
  }
}
