package org.huizhi.session;

/** Why staff did not take a photo, as the applicant is told. */
public enum Refusal {
  NOT_LIKE_THE_PERSON,
  FACE_COVERED,
  EXPRESSION,
  LIGHT_OR_SHARPNESS,
  CLOTHES,
  BACKGROUND,
  AT_THE_COUNTER
}
