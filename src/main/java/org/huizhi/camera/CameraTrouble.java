package org.huizhi.camera;

/** A camera that gives no picture, with what staff need to know to mend it. */
public final class CameraTrouble extends Exception {
  private static final long serialVersionUID = 1;

  /** What stands in the way. */
  public enum Kind {
    ABSENT,
    BUSY,
    NO_PERMISSION,
    FAILING
  }

  private final Kind kind;

  public CameraTrouble(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public CameraTrouble(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
