package org.huizhi.receipt;

/** What a line of the slip's information block can tell. */
public enum SlipField {
  IMAGE_NUMBER,
  DOCUMENT,
  NAME,
  ID_NUMBER,
  TAKEN_AT,
  VALID_UNTIL,
  UNIT,
  /** The pack's own text, such as how the photo was taken or for which province. */
  FIXED
}
