package org.huizhi.face;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point;
import org.opencv.core.Point3;

/**
 * Solves the head's pose from MediaPipe's canonical face, whose pack also names the points to use.
 *
 * <p>The camera is thought to look straight at the face, from a distance of {@value
 * #FACE_WIDTHS_AWAY} face widths: so a head that faces the camera reads 0° anywhere in the frame,
 * and a picture reads the same after it was cropped.
 *
 * <p>One thread at a time.
 */
final class PoseSolver implements AutoCloseable {
  private static final double FACE_WIDTHS_AWAY = 6;

  /**
   * What the canonical face reads on people who hold their heads level: the median of the accepted
   * portraits that the limits were tuned on.
   */
  private static final double LEVEL_PITCH_DEGREES = -4.2;

  private static final int RIGHT_CHEEK = 234;
  private static final int LEFT_CHEEK = 454;

  private final int[] points;
  private final MatOfPoint3f model;
  private final MatOfPoint2f seen = new MatOfPoint2f();
  private final Mat camera = Mat.eye(3, 3, CvType.CV_64F);
  private final MatOfDouble noDistortion = new MatOfDouble();
  private final Mat turn = new Mat();
  private final Mat shift = new Mat();
  private final Mat rotation = new Mat();
  private final double[] matrix = new double[9];

  PoseSolver() {
    Pack pack = Pack.read(Models.read(Models.CANONICAL_MESH));
    points = pack.used.stream().mapToInt(Integer::intValue).toArray();
    Point3[] corners = new Point3[points.length];
    for (int i = 0; i < points.length; i++) {
      int at = Pack.NUMBERS_PER_POINT * points[i];
      corners[i] = new Point3(pack.mesh.get(at), -pack.mesh.get(at + 1), -pack.mesh.get(at + 2));
    }
    model = new MatOfPoint3f(corners);
  }

  Pose solve(Landmarks face) {
    Point[] places = new Point[points.length];
    Point middle = face.eyeMiddle();
    for (int i = 0; i < places.length; i++) {
      places[i] = new Point(face.x(points[i]) - middle.x, face.y(points[i]) - middle.y);
    }
    seen.fromArray(places);
    double wide =
        Math.max(
            face.distance(RIGHT_CHEEK, LEFT_CHEEK),
            face.distance(Landmarks.FOREHEAD_TOP, Landmarks.CHIN));
    camera.put(0, 0, FACE_WIDTHS_AWAY * wide);
    camera.put(1, 1, FACE_WIDTHS_AWAY * wide);
    Calib3d.solvePnP(model, seen, camera, noDistortion, turn, shift, false, Calib3d.SOLVEPNP_SQPNP);
    Calib3d.Rodrigues(turn, rotation);
    rotation.get(0, 0, matrix);
    return angles();
  }

  /**
   * Roll is the tilt of the head's crosswise axis in the picture; the nose is then read upright.
   */
  private Pose angles() {
    double roll = Math.atan2(matrix[3], matrix[0]);
    double noseX = -matrix[2];
    double noseY = -matrix[5];
    double noseZ = -matrix[8];
    double across = Math.cos(roll) * noseX + Math.sin(roll) * noseY;
    double down = -Math.sin(roll) * noseX + Math.cos(roll) * noseY;
    return new Pose(
        Math.toDegrees(Math.atan2(across, -noseZ)),
        Math.toDegrees(Math.asin(Math.clamp(-down, -1, 1))) - LEVEL_PITCH_DEGREES,
        Math.toDegrees(roll));
  }

  @Override
  public void close() {
    for (Mat mat : List.of(model, seen, camera, noDistortion, turn, shift, rotation)) {
      mat.release();
    }
  }

  /** The canonical face as MediaPipe packs it: {@code geometry_pipeline_metadata.proto}. */
  private static final class Pack {
    /** x, y, z in centimetres and two of texture. */
    static final int NUMBERS_PER_POINT = 5;

    final List<Float> mesh = new ArrayList<>();
    final List<Integer> used = new ArrayList<>();

    static Pack read(byte[] file) {
      Pack pack = new Pack();
      ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      pack.message(bytes, bytes.limit(), 0);
      if (pack.mesh.size() % NUMBERS_PER_POINT != 0 || pack.used.isEmpty()) {
        throw new ModelException(Models.CANONICAL_MESH + " does not hold a face");
      }
      return pack;
    }

    /** Field 1 of the file is the mesh, whose field 3 holds its numbers; field 2 a used point. */
    private void message(ByteBuffer bytes, int end, int parent) {
      while (bytes.position() < end) {
        long key = varint(bytes);
        int field = (int) (key >> 3);
        switch ((int) (key & 7)) {
          case 0 -> {
            int value = (int) varint(bytes);
            if (parent == 2 && field == 1) {
              used.add(value);
            }
          }
          case 1 -> bytes.position(bytes.position() + 8);
          case 2 -> block(bytes, parent, field);
          case 5 -> {
            float value = bytes.getFloat();
            if (parent == 1 && field == 3) {
              mesh.add(value);
            }
          }
          default -> throw new ModelException(Models.CANONICAL_MESH + " is not understood");
        }
      }
    }

    private void block(ByteBuffer bytes, int parent, int field) {
      int length = (int) varint(bytes);
      int end = bytes.position() + length;
      if (parent == 0) {
        message(bytes, end, field);
      } else if (parent == 1 && field == 3) {
        while (bytes.position() < end) {
          mesh.add(bytes.getFloat());
        }
      }
      bytes.position(end);
    }

    private static long varint(ByteBuffer bytes) {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = bytes.get();
        value |= (long) (next & 0x7F) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }
  }
}
