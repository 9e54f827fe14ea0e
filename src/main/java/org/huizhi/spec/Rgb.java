package org.huizhi.spec;

/** An sRGB colour, each channel 0 to 255. */
public record Rgb(int red, int green, int blue) {
  public Rgb {
    for (int channel : new int[] {red, green, blue}) {
      if (channel < 0 || channel > 255) {
        throw new IllegalArgumentException("a colour channel is 0 to 255, not " + channel);
      }
    }
  }
}
