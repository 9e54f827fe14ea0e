package org.huizhi.face;

import org.opencv.core.Point;

/**
 * The 478 points of the attention mesh: 468 of the face, then five of each iris (its middle first).
 * Left and right are the person's own, as in the mesh's published numbering.
 */
public final class Landmarks {
  public static final int COUNT = 478;
  public static final int CHIN = 152;
  public static final int FOREHEAD_TOP = 10;
  public static final int NOSE_TIP = 1;
  public static final int RIGHT_PUPIL = 468;
  public static final int LEFT_PUPIL = 473;

  private final float[] xyz;
  private final double presence;

  /**
   * @param xyz x, y in pixels of the picture and z in the same scale (smaller is nearer), 1434
   *     numbers; kept, not copied: the caller gives them away
   * @param presence 0 to 1, how sure the net is that this is a face
   */
  public Landmarks(float[] xyz, double presence) {
    if (xyz.length != COUNT * 3) {
      throw new IllegalArgumentException("expected " + COUNT * 3 + " numbers, got " + xyz.length);
    }
    this.xyz = xyz;
    this.presence = presence;
  }

  /** 0 to 1, how sure the net is that this is a face. */
  public double presence() {
    return presence;
  }

  public double x(int index) {
    return xyz[3 * index];
  }

  public double y(int index) {
    return xyz[3 * index + 1];
  }

  public double z(int index) {
    return xyz[3 * index + 2];
  }

  public Point point(int index) {
    return new Point(x(index), y(index));
  }

  /** Distance between two points in the picture plane, in pixels. */
  public double distance(int one, int other) {
    return Math.hypot(x(one) - x(other), y(one) - y(other));
  }

  /** The point midway between the pupils. */
  public Point eyeMiddle() {
    return new Point((x(RIGHT_PUPIL) + x(LEFT_PUPIL)) / 2, (y(RIGHT_PUPIL) + y(LEFT_PUPIL)) / 2);
  }

  /** Distance between the pupils, in pixels. */
  public double pupilDistance() {
    return distance(RIGHT_PUPIL, LEFT_PUPIL);
  }

  /** T of ISO/IEC 29794-5: from the midpoint of the eyes to the chin, in pixels. */
  public double eyesToChin() {
    Point eyes = eyeMiddle();
    return Math.hypot(eyes.x - x(CHIN), eyes.y - y(CHIN));
  }
}
