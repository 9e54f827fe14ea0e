package org.huizhi.receipt;

/** A character that no loaded font can print. Thrown before anything is drawn. */
public final class MissingGlyph extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int codePoint;

  MissingGlyph(int codePoint) {
    super(
        "no font can print "
            + (Character.isISOControl(codePoint)
                ? "the control character"
                : Character.toString(codePoint))
            + String.format(" (U+%04X, %s)", codePoint, name(codePoint))
            + "; name a TrueType font that has it under fonts in kiosk.toml,"
            + " such as LXGW WenKai or BabelStone Han");
    this.codePoint = codePoint;
  }

  public int codePoint() {
    return codePoint;
  }

  private static String name(int codePoint) {
    String name = Character.getName(codePoint);
    return name == null ? "unassigned" : name;
  }
}
