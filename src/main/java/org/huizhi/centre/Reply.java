package org.huizhi.centre;

/** What the centre says of a photo, or why it does not. */
public sealed interface Reply {
  /** It has the photo and has not decided yet. */
  record Checking() implements Reply {}

  record Passed() implements Reply {}

  /**
   * The photo may not be used.
   *
   * @param reason code of the rule that it breaks; may be empty
   * @param remedy code of the advice that mends it; may be empty
   */
  record Refused(String reason, String remedy) implements Reply {}

  /** It will not decide on this photo. */
  record Cancelled() implements Reply {}

  /** It knows no such photo. */
  record Unknown() implements Reply {}

  /** It could not be asked, or what it said does not keep to the contract. */
  record Failed(Failure why) implements Reply {}

  /** Why the centre could not be asked. */
  enum Failure {
    /** No connection, or it broke. */
    AWAY,
    /** No answer in time. */
    SLOW,
    /** It is not who it should be, or does not take this machine for what it is. */
    UNTRUSTED,
    /** This machine's certificate or key cannot be read. */
    KEYS,
    /** It says that it has too much to do. */
    BUSY,
    /** It refuses to be asked. */
    TURNED_AWAY,
    /** The answer does not keep to the contract. */
    NONSENSE
  }
}
