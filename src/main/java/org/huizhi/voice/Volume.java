package org.huizhi.voice;

/** How loud the voice is. */
public enum Volume {
  MUTE(0),
  SOFT(0.25),
  NORMAL(0.5),
  LOUD(1);

  private final double gain;

  Volume(double gain) {
    this.gain = gain;
  }

  /** What samples are multiplied by. */
  public double gain() {
    return gain;
  }

  public Volume louder() {
    return switch (this) {
      case MUTE -> SOFT;
      case SOFT -> NORMAL;
      case NORMAL, LOUD -> LOUD;
    };
  }

  public Volume softer() {
    return switch (this) {
      case LOUD -> NORMAL;
      case NORMAL -> SOFT;
      case SOFT, MUTE -> MUTE;
    };
  }
}
