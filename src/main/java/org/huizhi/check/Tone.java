package org.huizhi.check;

/**
 * The mean colour of an area, without its brightness: the shares of red and green among the three
 * channels, each 0 to 1. Skin keeps its shares in dim and bright light.
 */
record Tone(double redShare, double greenShare) {

  static Tone of(FacePatch patch, Area area) {
    double red = area.mean(patch::red);
    double green = area.mean(patch::green);
    double blue = area.mean(patch::blue);
    double sum = Math.max(1, red + green + blue);
    return new Tone(red / sum, green / sum);
  }

  /** Of one pixel. */
  static Tone at(FacePatch patch, int at) {
    double sum = Math.max(1, patch.red(at) + patch.green(at) + patch.blue(at));
    return new Tone(patch.red(at) / sum, patch.green(at) / sum);
  }

  /** How much redder than green; around 0.1 for skin of any complexion, 0 for grey. */
  double redness() {
    return redShare - greenShare;
  }

  double distance(Tone other) {
    return Math.hypot(redShare - other.redShare, greenShare - other.greenShare);
  }
}
