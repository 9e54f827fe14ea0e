package org.huizhi.receipt;

/** The sizes of a slip's types and gaps on one paper. */
record SlipLook(
    Style title,
    Style titleSecond,
    Style body,
    Style bodySecond,
    Style label,
    Style value,
    Style strong,
    Style small,
    Style number,
    double gapMm,
    double labelMm) {

  /**
   * Sizes that read at arm's length.
   *
   * @param scale 1, or less where the text is long for the paper
   */
  static SlipLook on(Paper paper, double scale) {
    double size =
        scale
            * switch (paper) {
              case A4 -> 1.0;
              case A5 -> 0.86;
              case ROLL_80 -> 0.84;
            };
    return new SlipLook(
        new Style(true, 19 * size, 0),
        new Style(false, 10.5 * size, 0.35),
        new Style(false, 11 * size, 0),
        new Style(false, 8.5 * size, 0.35),
        new Style(false, 10 * size, 0.3),
        new Style(false, 11 * size, 0),
        new Style(true, 11 * size, 0),
        new Style(false, 7.5 * size, 0.4),
        new Style(true, 14 * size, 0),
        (paper == Paper.A5 ? 3.1 : 4.2) * size,
        (paper.roll() ? 24 : 33) * size);
  }
}
