package org.huizhi.printer;

/** Why a printer cannot print, in the words of its own report. */
public enum Obstacle {
  PAPER_OUT,
  JAM,
  COVER_OPEN,
  TONER_OUT,
  /** It does not answer, or its spooler says so. */
  OFFLINE,
  /** Somebody stopped its queue; staff can resume it. */
  PAUSED,
  /** The directory of a folder printer has no room. */
  DISK_FULL,
  /** It reports something that has no word here. */
  OTHER,
  /** It answers, but says nothing about its state. */
  UNKNOWN
}
