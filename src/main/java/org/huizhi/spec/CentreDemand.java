package org.huizhi.spec;

/** When an outside detection centre must have seen a photo. */
public enum CentreDemand {
  /** There is no slip until it has passed. */
  BEFORE_SLIP,
  /** The slip is printed at once; staff hear when the centre refuses. */
  AFTER_SLIP
}
