package org.huizhi.console;

import java.util.Locale;

/**
 * The sentences of the staff's pages. {@code NOW__RESET} stands in {@code words/staff} as {@code
 * reset} in the table {@code [now]}.
 */
enum StaffPhrase {
  LANGUAGE__OTHER,

  LOCK__TITLE,
  LOCK__NUMBER,
  LOCK__PIN,
  LOCK__ENTER,
  LOCK__BACK,
  LOCK__LEAVE,
  LOCK__WRONG,
  LOCK__LOCKED,
  LOCK__TOO_SOON,
  LOCK__BUSY,
  FIRST__TITLE,
  FIRST__NUMBER,
  FIRST__PIN,
  FIRST__AGAIN,
  FIRST__DIFFER,
  FIRST__EASY,

  TOP__LOCK,
  TOP__FAILED,
  TOP__DONE,
  TOP__NOT_DONE,
  TOP__CANCEL,

  TAB__NOW,
  TAB__HEALTH,
  TAB__REVIEW,

  NOW__LEFT,
  NOW__ADVICE,
  NOW__TICKET,
  NOW__RESET,
  NOW__RESET_WHY,
  NOW__EXTEND,
  NOW__COUNTER,
  NOW__COUNTER_WHY,
  NOW__RECALL,
  NOW__HOLD,
  NOW__NEXT,
  NOW__NOBODY,

  HEALTH__WELL,
  HEALTH__SINCE,
  HEALTH__RESUME,
  HEALTH__FILLED,
  HEALTH__TEST_PRINT,
  HEALTH__TEST_SOUND,
  HEALTH__TASK,
  HEALTH__CAME_OUT,
  HEALTH__LOST,
  HEALTH__TODAY,

  ILL__DATABASE,
  ILL__DISK,
  ILL__CLOCK,

  REVIEW__NOBODY,
  REVIEW__WAITS,
  REVIEW__VETO,
  REVIEW__EARLIER,
  REVIEW__MEASURED,
  REVIEW__LIMIT,
  REVIEW__UNSEEN,
  REVIEW__APPROVE,
  REVIEW__APPROVE_WHY,
  REVIEW__RETAKE,
  REVIEW__REFUSE,
  REVIEW__REFUSE_WHY,
  REVIEW__MAY_NOT,
  REVIEW__NO_PHOTO,
  REVIEW__GONE,
  REVIEW__BACK;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace("__", ".").replace('_', '-');
  }
}
