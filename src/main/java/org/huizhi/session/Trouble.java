package org.huizhi.session;

/** Why the kiosk cannot serve. Each has a short code that can be read out on the phone. */
public sealed interface Trouble {
  String code();

  /** Whether both are the same kind, so that one being mended mends the other. */
  default boolean sameKind(Trouble other) {
    return getClass() == other.getClass();
  }

  /** No pictures that anybody could be guided by. A visit under way waits for them. */
  record CameraTrouble(CameraFault fault) implements Trouble {
    @Override
    public String code() {
      return fault.code();
    }
  }

  /** No slip can be printed. A visit under way goes on: its photo is kept and staff can print. */
  record PrinterTrouble(PaperFault fault) implements Trouble {
    @Override
    public String code() {
      return fault.code();
    }
  }

  /** The record cannot be written or read. */
  record RecordTrouble() implements Trouble {
    @Override
    public String code() {
      return "R-1";
    }
  }

  /** No room is left on the disk. */
  record DiskFull() implements Trouble {
    @Override
    public String code() {
      return "D-1";
    }
  }

  /**
   * A mistake of ours.
   *
   * @param code short, hashed from the trace that is in the log
   */
  record Mistake(String code) implements Trouble {}
}
