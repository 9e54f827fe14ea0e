package org.huizhi.console;

/** On what grounds somebody takes a photo that a rule refuses. */
enum Grounds {
  MEASURED_WRONGLY,
  MEDICAL,
  RELIGION,
  CHILD,
  ORDERED
}
