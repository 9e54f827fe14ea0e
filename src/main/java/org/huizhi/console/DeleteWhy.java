package org.huizhi.console;

/** Why a case is deleted before its time. */
enum DeleteWhy {
  PERSON_DEMANDS,
  WRONG_PERSON,
  TEST
}
