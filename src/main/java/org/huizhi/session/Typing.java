package org.huizhi.session;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.huizhi.spec.Field;

/** What may be typed into a field, and when it is right. */
public final class Typing {
  /** Long names of minorities and foreigners fit; the slip's own limit is the same. */
  public static final int MOST_NAME_CHARACTERS = 50;

  /** The documents are Chinese, and so is the day on which nobody born later can apply. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  /** The one that GB 18030 and the population register write, U+00B7. */
  private static final String DOT = "·";

  private static final String DOTS = "·•‧∙・．⋅・";

  private Typing() {}

  /** The draft with one character more, or unchanged when it cannot stand there. */
  static Draft add(Draft draft, String character) {
    boolean fits =
        switch (draft.field()) {
          case ID_NUMBER -> IdNumber.takes(draft.text(), character);
          case NAME -> takesInName(draft.text(), asWritten(character));
          case PERMANENT_RESIDENCE,
              PASSPORT,
              HK_MACAU_PERMIT,
              TAIWAN_PERMIT,
              HOME_RETURN_PERMIT,
              TAIWAN_COMPATRIOT_PERMIT,
              PHONE ->
              DocumentNumber.of(draft.field()).takes(draft.text(), asWritten(character));
        };
    return fits ? new Draft(draft.field(), draft.text() + asWritten(character)) : draft;
  }

  static Draft erase(Draft draft) {
    String text = draft.text();
    int end = text.isEmpty() ? 0 : text.offsetByCodePoints(text.length(), -1);
    return new Draft(draft.field(), text.substring(0, end));
  }

  /** The value to keep; empty while it is not right. */
  public static Optional<String> value(State.Identifying state) {
    String text = state.draft().text().strip();
    boolean right =
        switch (state.draft().field()) {
          case ID_NUMBER -> idNumber(state) instanceof IdNumber.Reading.Right;
          case NAME -> !text.isEmpty();
          case PERMANENT_RESIDENCE,
              PASSPORT,
              HK_MACAU_PERMIT,
              TAIWAN_PERMIT,
              HOME_RETURN_PERMIT,
              TAIWAN_COMPATRIOT_PERMIT,
              PHONE ->
              DocumentNumber.of(state.draft().field()).read(text) == DocumentNumber.Standing.RIGHT;
        };
    return right ? Optional.of(text) : Optional.empty();
  }

  /** What the typed number says so far. */
  public static IdNumber.Reading idNumber(State.Identifying state) {
    return IdNumber.read(state.draft().text(), today(state.setting()));
  }

  static LocalDate today(Setting setting) {
    return LocalDate.ofInstant(setting.now(), CHINA);
  }

  /** Capitals as in passports; whatever looks like the dot between parts of a long name is it. */
  static String asWritten(String character) {
    return DOTS.contains(character) ? DOT : character.toUpperCase(Locale.ROOT);
  }

  /**
   * A whole name that somebody else wrote, as if it had been typed here; what cannot stand in one
   * is left out.
   */
  public static String written(String name) {
    Draft draft = new Draft(Field.NAME, "");
    for (int point : name.codePoints().toArray()) {
      draft = add(draft, Character.toString(point));
    }
    return draft.text().strip();
  }

  private static boolean takesInName(String soFar, String character) {
    if (character.codePointCount(0, character.length()) != 1
        || soFar.codePointCount(0, soFar.length()) >= MOST_NAME_CHARACTERS) {
      return false;
    }
    int point = character.codePointAt(0);
    boolean between = point == ' ' || point == DOT.codePointAt(0) || point == '-' || point == '\'';
    return Character.isLetter(point) || (between && !soFar.isEmpty());
  }
}
