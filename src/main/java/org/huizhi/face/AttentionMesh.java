package org.huizhi.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * MediaPipe's attention mesh: 478 points of one face. The network is cut at its three custom
 * operations into four; what lies between is done in {@link MeshPart}.
 *
 * <p>One thread at a time; its native buffers live as long as it does.
 */
final class AttentionMesh implements AutoCloseable {
  static final int SIZE = 192;

  private static final String WHOLE_INPUT = "input_1";
  private static final List<String> WHOLE_OUTPUTS =
      List.of("p_re_lu_3", "output_mesh", "conv_faceflag");
  private static final Map<MeshPart, String> PART_INPUTS =
      Map.of(
          MeshPart.LIPS, "transform_tensor_bilinear_v2",
          MeshPart.RIGHT_EYE, "transform_tensor_bilinear_v2_1",
          MeshPart.LEFT_EYE, "transform_tensor_bilinear_v2_2");

  /** MediaPipe names the eyes as they stand in the picture. */
  private static final Map<MeshPart, List<String>> PART_OUTPUTS =
      Map.of(
          MeshPart.LIPS, List.of("conv_lips"),
          MeshPart.RIGHT_EYE, List.of("conv_left_eye", "conv_left_iris"),
          MeshPart.LEFT_EYE, List.of("conv_right_eye", "conv_right_iris"));

  private static final int IRIS_POINTS = 5;

  /** The eye's rim, at the head of each eye's list, whose depth the iris takes. */
  private static final int RIM_POINTS = 16;

  private final Net whole;
  private final Map<MeshPart, Net> parts = new EnumMap<>(MeshPart.class);
  private final Mat crop = new Mat();
  private final Mat scaled = new Mat();
  private final Mat affine = new Mat(2, 3, CvType.CV_64F);
  private final Mat wholeBlob = new Mat(new int[] {1, 3, SIZE, SIZE}, CvType.CV_32F);
  private final List<Mat> planes = new ArrayList<>();
  private final Mat partBlob =
      new Mat(new int[] {1, MeshPart.FEATURES, MeshPart.WINDOW, MeshPart.WINDOW}, CvType.CV_32F);
  private final float[] map = new float[MeshPart.FEATURES * MeshPart.MAP * MeshPart.MAP];
  private final float[] window = new float[MeshPart.FEATURES * MeshPart.WINDOW * MeshPart.WINDOW];
  private final float[] coarse = new float[3 * Landmarks.RIGHT_PUPIL];
  private final float[] placed = new float[160];
  private final float[] flag = new float[1];

  /**
   * @param cacheDir where the converted networks are kept
   */
  AttentionMesh(Path cacheDir) {
    ConvertedNets nets = new ConvertedNets(cacheDir, Models.FACE_MESH);
    whole = net(nets.part("whole", WHOLE_INPUT, WHOLE_OUTPUTS));
    for (MeshPart part : MeshPart.values()) {
      String input = PART_INPUTS.getOrDefault(part, "");
      parts.put(part, net(nets.part(part.name(), input, outputs(part))));
    }
    Mat rows = wholeBlob.reshape(1, 3 * SIZE);
    for (int channel = 0; channel < 3; channel++) {
      planes.add(rows.rowRange(channel * SIZE, (channel + 1) * SIZE));
    }
    rows.release();
  }

  private static List<String> outputs(MeshPart part) {
    return PART_OUTPUTS.getOrDefault(part, List.of());
  }

  private static Net net(byte[] onnx) {
    MatOfByte bytes = new MatOfByte(onnx);
    Net net = Dnn.readNetFromONNX(bytes);
    bytes.release();
    net.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
    return net;
  }

  /** The face's points in the region of a CV_8UC3 picture. */
  Landmarks read(Mat bgr, Region region) {
    fill(bgr, region);
    run(whole, wholeBlob, WHOLE_OUTPUTS, map, coarse, flag);
    float[] mesh = Arrays.copyOf(coarse, 3 * Landmarks.COUNT);
    refine(MeshPart.LIPS, mesh, new float[0], 0);
    float[] iris = new float[2 * IRIS_POINTS];
    refine(MeshPart.RIGHT_EYE, mesh, iris, Landmarks.RIGHT_PUPIL);
    refine(MeshPart.LEFT_EYE, mesh, iris, Landmarks.LEFT_PUPIL);
    toPicture(mesh, region);
    return new Landmarks(mesh, 1 / (1 + Math.exp(-flag[0])));
  }

  private void fill(Mat bgr, Region region) {
    affine.put(0, 0, region.toPicture(SIZE));
    Imgproc.warpAffine(
        bgr,
        crop,
        affine,
        new Size(SIZE, SIZE),
        Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
        Core.BORDER_REPLICATE,
        new Scalar(0));
    crop.convertTo(scaled, CvType.CV_32F, 1 / 255.0);
    for (int channel = 0; channel < 3; channel++) {
      Core.extractChannel(scaled, planes.get(channel), 2 - channel);
    }
  }

  private void refine(MeshPart part, float[] mesh, float[] iris, int firstIrisPoint) {
    double[] place = part.window(coarse);
    MeshPart.cut(map, place, window);
    partBlob.put(new int[] {0, 0, 0, 0}, window);
    Net net = parts.get(part);
    if (net == null) {
      throw new IllegalStateException("closed");
    }
    float[] points = Arrays.copyOf(placed, 2 * part.size());
    if (iris.length == 0) {
      run(net, partBlob, outputs(part), points);
    } else {
      run(net, partBlob, outputs(part), points, iris);
    }
    for (int i = 0; i < part.size(); i++) {
      MeshPart.place(mesh, part.point(i), points[2 * i], points[2 * i + 1], place);
    }
    float depth = 0;
    for (int i = 0; i < RIM_POINTS; i++) {
      depth += mesh[3 * part.point(i) + 2] / RIM_POINTS;
    }
    for (int i = 0; 2 * i < iris.length; i++) {
      MeshPart.place(mesh, firstIrisPoint + i, iris[2 * i], iris[2 * i + 1], place);
      mesh[3 * (firstIrisPoint + i) + 2] = depth;
    }
  }

  private static void run(Net net, Mat blob, List<String> names, float[]... into) {
    net.setInput(blob);
    List<Mat> outputs = new ArrayList<>(names.size());
    // OpenCV calls ArrayList's own methods on it and crashes the process with any other List.
    net.forward(outputs, new ArrayList<>(names));
    for (int i = 0; i < into.length; i++) {
      Mat flat = outputs.get(i).reshape(1, 1);
      flat.get(0, 0, into[i]);
      flat.release();
      outputs.get(i).release();
    }
  }

  private static void toPicture(float[] mesh, Region region) {
    double[] move = region.toPicture(SIZE);
    float deep = (float) (region.side() / SIZE);
    for (int i = 0; i < Landmarks.COUNT; i++) {
      double x = mesh[3 * i];
      double y = mesh[3 * i + 1];
      mesh[3 * i] = (float) (move[0] * x + move[1] * y + move[2]);
      mesh[3 * i + 1] = (float) (move[3] * x + move[4] * y + move[5]);
      mesh[3 * i + 2] *= deep;
    }
  }

  @Override
  public void close() {
    planes.forEach(Mat::release);
    for (Mat mat : List.of(crop, scaled, affine, wholeBlob, partBlob)) {
      mat.release();
    }
    parts.clear();
  }
}
