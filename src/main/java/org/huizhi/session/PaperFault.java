package org.huizhi.session;

/** What keeps a slip from coming out, with the code of its trouble. */
public enum PaperFault {
  NO_PAPER("P-1"),
  JAM("P-2"),
  COVER_OPEN("P-3"),
  OFFLINE("P-4"),
  OTHER("P-5");

  private final String code;

  PaperFault(String code) {
    this.code = code;
  }

  /** Short, to be read out on the phone. */
  public String code() {
    return code;
  }
}
