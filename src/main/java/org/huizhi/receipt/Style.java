package org.huizhi.receipt;

/**
 * How a text is set.
 *
 * @param grey 0 is black, 1 is white
 */
record Style(boolean bold, double sizePt, double grey) {
  /** Distance from one line to the next, in millimetres. */
  double leadingMm() {
    return sizePt * 1.4 / Pen.POINTS_PER_MM;
  }
}
