package org.huizhi.face;

/**
 * A part of the face that the attention mesh looks at a second time: it cuts a small turned window
 * out of its own features, and a second network places the points in it. The numbers are those of
 * MediaPipe's {@code face_landmark_with_attention} graph.
 */
enum MeshPart {
  LIPS(
      61,
      291,
      new int[] {
        61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409,
        78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415,
        76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408,
        62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42, 41, 38, 12, 268, 271, 272, 407
      }),
  RIGHT_EYE(
      33,
      133,
      new int[] {
        33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173, 130, 25, 110,
        24, 23, 22, 26, 112, 243, 247, 30, 29, 27, 28, 56, 190, 226, 31, 228, 229, 230, 231, 232,
        233, 244, 113, 225, 224, 223, 222, 221, 189, 35, 124, 46, 53, 52, 65, 143, 111, 117, 118,
        119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107, 55, 193
      }),
  LEFT_EYE(
      362,
      263,
      new int[] {
        263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398, 359, 255,
        339, 254, 253, 252, 256, 341, 463, 467, 260, 259, 257, 258, 286, 414, 446, 261, 448, 449,
        450, 451, 452, 453, 464, 342, 445, 444, 443, 442, 441, 413, 265, 353, 276, 283, 282, 295,
        372, 340, 346, 347, 348, 349, 350, 357, 465, 383, 300, 293, 334, 296, 336, 285, 417
      });

  /** Side of the feature map, of the window cut from it, and the features at each of its cells. */
  static final int MAP = 48;

  static final int WINDOW = 16;
  static final int FEATURES = 32;

  private static final double MARGIN = 1.5;

  /** The mesh stands in pixels of a picture four times as wide as the map. */
  private static final double MAP_PER_PIXEL = 0.25;

  private final int turnFrom;
  private final int turnTo;

  @SuppressWarnings("ImmutableEnumChecker") // never written after it is made
  private final int[] points;

  MeshPart(int turnFrom, int turnTo, int[] points) {
    this.turnFrom = turnFrom;
    this.turnTo = turnTo;
    this.points = points;
  }

  int point(int index) {
    return points[index];
  }

  int size() {
    return points.length;
  }

  /**
   * The window of this part: from its cells, counted from its middle, into the map. Six numbers,
   * row by row.
   *
   * @param mesh the first network's 468 points, x, y, z each
   */
  double[] window(float[] mesh) {
    double turn =
        Math.atan2(
            mesh[3 * turnTo + 1] - mesh[3 * turnFrom + 1], mesh[3 * turnTo] - mesh[3 * turnFrom]);
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int point : points) {
      double x = mesh[3 * point] * MAP_PER_PIXEL;
      double y = mesh[3 * point + 1] * MAP_PER_PIXEL;
      double along = cos * x + sin * y;
      double across = -sin * x + cos * y;
      left = Math.min(left, along);
      right = Math.max(right, along);
      top = Math.min(top, across);
      bottom = Math.max(bottom, across);
    }
    double along = (left + right) / 2;
    double across = (top + bottom) / 2;
    double wide = MARGIN * (right - left) / WINDOW;
    double high = MARGIN * (bottom - top) / WINDOW;
    double half = WINDOW / 2.0;
    double[] window = {cos * wide, -sin * high, 0, sin * wide, cos * high, 0};
    window[2] = cos * along - sin * across - half * (window[0] + window[1]);
    window[5] = sin * along + cos * across - half * (window[3] + window[4]);
    return window;
  }

  /** Cuts the window out of the features, each cell's value taken between its four neighbours. */
  static void cut(float[] map, double[] window, float[] into) {
    double startX = window[2] + 0.5 * (window[0] + window[1]) - 0.5;
    double startY = window[5] + 0.5 * (window[3] + window[4]) - 0.5;
    for (int row = 0; row < WINDOW; row++) {
      for (int column = 0; column < WINDOW; column++) {
        double x = window[0] * column + window[1] * row + startX;
        double y = window[3] * column + window[4] * row + startY;
        cell(map, x, y, into, row * WINDOW + column);
      }
    }
  }

  private static void cell(float[] map, double x, double y, float[] into, int at) {
    boolean inside = x >= 0 && x <= MAP - 1 && y >= 0 && y <= MAP - 1;
    int left = (int) x;
    int top = (int) y;
    float rightShare = (float) (x - left);
    float bottomShare = (float) (y - top);
    int right = Math.min(left + 1, MAP - 1);
    int bottom = Math.min(top + 1, MAP - 1);
    for (int feature = 0; feature < FEATURES; feature++) {
      float value = 0;
      if (inside) {
        int plane = feature * MAP * MAP;
        float above =
            (1 - rightShare) * map[plane + top * MAP + left]
                + rightShare * map[plane + top * MAP + right];
        float below =
            (1 - rightShare) * map[plane + bottom * MAP + left]
                + rightShare * map[plane + bottom * MAP + right];
        value = (1 - bottomShare) * above + bottomShare * below;
      }
      into[feature * WINDOW * WINDOW + at] = value;
    }
  }

  /** Puts one point of the window, in quarters of its cells, back among the mesh's points. */
  static void place(float[] mesh, int point, float u, float v, double[] window) {
    mesh[3 * point] = (float) (window[0] * u + window[1] * v + window[2] / MAP_PER_PIXEL);
    mesh[3 * point + 1] = (float) (window[3] * u + window[4] * v + window[5] / MAP_PER_PIXEL);
  }
}
