package org.huizhi.camera.replay;

/** What can be wrong with a camera. */
public enum Fault {
  /** It is not there. */
  UNPLUG,
  /** It gives nothing and says nothing. */
  STALL,
  /** It gives the last picture again and again. */
  FREEZE,
  BLACK,
  DARK,
  /** Three pictures a second. */
  SLOW,
  /** A quarter of the width and height. */
  WRONG_SIZE,
  NOISE,
  /** From some row on nothing has arrived. */
  TORN
}
