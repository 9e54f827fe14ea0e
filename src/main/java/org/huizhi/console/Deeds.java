package org.huizhi.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhi.screen.Words;
import org.huizhi.session.Refusal;
import org.huizhi.storage.Audit;

/** What stands in the audit, in the words of these pages. The audit itself has one language. */
final class Deeds {
  /** What the record's rooms note; the words of the audit, as keys write them. */
  static final List<String> ALL =
      List.of(
          "case-deleted",
          "case-looked-at",
          "case-stored",
          "centre-asked-at-once",
          "centre-cancelled",
          "centre-passed",
          "centre-refused",
          "centre-submitted",
          "days-closed",
          "late-step",
          "late-step-overruled",
          "light-checked",
          "merge-refused",
          "name-corrected",
          "number-taken",
          "number-void",
          "paper-filled",
          "printer-resumed",
          "purged",
          "report-saved",
          "restored",
          "review-approved",
          "review-approved-first",
          "review-refused",
          "review-retake",
          "shot-by-staff",
          "slip-came-out",
          "slip-did-not-come-out",
          "slip-reprint-asked",
          "slip-reprinted",
          "staff-added",
          "staff-in",
          "staff-locked",
          "staff-out",
          "staff-pin-changed",
          "staff-refused",
          "staff-unlocked",
          "test-print",
          "test-shot",
          "ticket-brought-home",
          "ticket-called",
          "ticket-called-again",
          "ticket-came-late",
          "ticket-cancelled",
          "ticket-confirmed",
          "ticket-done",
          "ticket-expired",
          "ticket-held",
          "ticket-not-shown",
          "ticket-sent-on",
          "ticket-step-hold",
          "ticket-step-no-show",
          "ticket-step-recall",
          "ticket-taken",
          "ticket-taken-back",
          "visit-extended",
          "visit-reset",
          "visit-sent-to-the-counter",
          "visit-taken-over");

  /** By whom, why, and in which state; the last two may be missing. */
  private static final Pattern BY =
      Pattern.compile("by (\\d+)(?:: (.+?))?(?: in ([A-Z][A-Za-z]+))?");

  private static final Pattern NUMBERED = Pattern.compile("(visit|ticket) (\\S+)");

  /** What the desks note of how a deed ended. */
  private static final Map<String, StaffPhrase> ENDS =
      Map.of(
          "it is out", StaffPhrase.BOOK__IS_OUT,
          "it is not out", StaffPhrase.BOOK__IS_NOT_OUT,
          "it goes on", StaffPhrase.BOOK__GOES_ON,
          "it does not go on", StaffPhrase.BOOK__DOES_NOT_GO_ON);

  private Deeds() {}

  static String key(String what) {
    return "deed." + what.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
  }

  /** The deed; as it was noted, where another program than this noted it. */
  static String what(Say say, Audit.Line line) {
    String key = key(line.what());
    return ALL.contains(key.substring("deed.".length())) ? say.say(key) : line.what();
  }

  /** What it was done to. */
  static String subject(Say say, Audit.Line line) {
    Matcher numbered = NUMBERED.matcher(line.subject());
    return numbered.matches()
        ? say.say(
            numbered.group(1).equals("visit") ? StaffPhrase.BOOK__VISIT : StaffPhrase.BOOK__TICKET,
            numbered.group(2))
        : line.subject();
  }

  /** Who did it and why; whatever is no reason of these pages stays as it was noted. */
  static String detail(Say say, Audit.Line line) {
    Matcher by = BY.matcher(line.detail());
    if (!by.matches()) {
      return line.detail();
    }
    StringBuilder words = new StringBuilder(by.group(1));
    Optional.ofNullable(by.group(2)).ifPresent(why -> words.append(" · ").append(reason(say, why)));
    Optional.ofNullable(by.group(3))
        .ifPresent(
            state ->
                words
                    .append(" · ")
                    .append(
                        say.say(
                            "state."
                                + state
                                    .replaceAll("(?<=.)([A-Z])", "-$1")
                                    .toLowerCase(Locale.ROOT))));
    return words.toString();
  }

  private static String reason(Say say, String name) {
    return one(Why.values(), name)
        .map(StaffKeys::of)
        .or(() -> one(Grounds.values(), name).map(StaffKeys::of))
        .or(() -> one(DeleteWhy.values(), name).map(StaffKeys::of))
        .map(say::say)
        .or(() -> Optional.ofNullable(ENDS.get(name)).map(say::say))
        .or(
            () ->
                one(Refusal.values(), name)
                    .map(refusal -> say.quote("refusal." + Words.kebab(refusal))))
        .orElse(name);
  }

  private static <T extends Enum<T>> Optional<T> one(T[] all, String name) {
    return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
  }
}
