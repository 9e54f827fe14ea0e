package org.huizhi.check;

/**
 * What the applicant should do, in the order in which a person can act on it. The words files hold
 * a sentence for each, in each language. Left and right are the person's own.
 */
public enum Advice {
  COME_INTO_VIEW,
  ONE_PERSON_ONLY,
  COME_CLOSER,
  MOVE_BACK,
  MOVE_LEFT,
  MOVE_RIGHT,
  MOVE_UP,
  MOVE_DOWN,
  SHOW_WHOLE_HEAD,
  SHOW_SHOULDERS,
  LEVEL_SHOULDERS,
  TURN_LEFT,
  TURN_RIGHT,
  RAISE_CHIN,
  LOWER_CHIN,
  STRAIGHTEN_HEAD,
  OPEN_EYES,
  LOOK_AT_CAMERA,
  CLOSE_MOUTH,
  NEUTRAL_FACE,
  CLEAR_HAIR,
  TAKE_OFF_GLASSES,
  TAKE_OFF_HAT,
  UNCOVER_FACE,
  TAKE_OFF_JEWELLERY,
  COVER_SHOULDERS,
  DARKER_CLOTHES,
  MORE_LIGHT,
  LESS_LIGHT,
  EVEN_LIGHT,
  COLOUR_CAMERA,
  HOLD_STILL,
  PLAIN_BACKGROUND,
  ASK_STAFF
}
