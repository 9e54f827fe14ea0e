package org.huizhi.receipt;

/** What a slip is printed on, in millimetres. */
public enum Paper {
  A4(210, 297, 18),
  A5(148, 210, 11),
  /** Thermal roll, 80 mm wide with 72 mm that can be printed; as long as the slip needs. */
  ROLL_80(80, 0, 4);

  private final double widthMm;
  private final double heightMm;
  private final double marginMm;

  Paper(double widthMm, double heightMm, double marginMm) {
    this.widthMm = widthMm;
    this.heightMm = heightMm;
    this.marginMm = marginMm;
  }

  public double widthMm() {
    return widthMm;
  }

  /** The height of a sheet; 0 for a roll, which is cut where the slip ends. */
  public double heightMm() {
    return heightMm;
  }

  public double marginMm() {
    return marginMm;
  }

  /** Office printers have 300, 600 or 1200 dots an inch, thermal rolls mostly 203. */
  public int usualDpi() {
    return roll() ? 203 : 300;
  }

  public boolean roll() {
    return heightMm == 0;
  }
}
