package org.huizhi.session;

/** What keeps the camera from giving pictures, with the code of its trouble. */
public enum CameraFault {
  ABSENT("C-1"),
  BUSY("C-2"),
  NO_PERMISSION("C-3"),
  FAILING("C-4"),
  STALLED("C-5"),
  FROZEN("C-6"),
  BLACK("C-7"),
  DARK("C-8"),
  SLOW("C-9"),
  GARBLED("C-10"),
  WRONG_SIZE("C-11");

  private final String code;

  CameraFault(String code) {
    this.code = code;
  }

  /** Short, to be read out on the phone. */
  public String code() {
    return code;
  }
}
