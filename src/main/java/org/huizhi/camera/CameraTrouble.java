package org.huizhi.camera;

/** A camera that gives no picture, or none that is worth it, with what staff need to mend it. */
public final class CameraTrouble extends Exception {
  private static final long serialVersionUID = 1;

  /** What stands in the way. */
  public enum Kind {
    /** No device. */
    ABSENT,
    /** Another program holds it. */
    BUSY,
    NO_PERMISSION,
    /** It is there and answers with errors. */
    FAILING,
    /** Pictures stopped coming. */
    STALLED,
    /** The same picture again and again. */
    FROZEN,
    /** Pictures without anything on them: a covered lens, a dead sensor. */
    BLACK,
    /** Too dark for any photo. */
    DARK,
    /** Too few pictures a second. */
    SLOW,
    /** Noise, or pictures put together from pieces. */
    GARBLED,
    /** Smaller pictures than this camera has given before. */
    WRONG_SIZE
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
