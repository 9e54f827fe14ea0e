package org.huizhi.console;

/** Why staff did something to a visit. */
enum Why {
  PERSON_LEFT,
  PERSON_ASKED,
  WRONG_DOCUMENT,
  NEEDS_HELP,
  MACHINE_FAULT,
  TEST
}
