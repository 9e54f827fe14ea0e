package org.huizhi.spec;

/** A closed range with the value to aim for, all in one unit that the owner's name tells. */
public record Range(double least, double aim, double most) {
  public Range {
    if (!(least <= aim && aim <= most)) {
      throw new IllegalArgumentException(
          "a range needs least ≤ aim ≤ most, not " + least + " ≤ " + aim + " ≤ " + most);
    }
  }

  public boolean holds(double value) {
    return least <= value && value <= most;
  }
}
