package org.huizhi.face;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhi.face.TfliteGraph.Operation;

/**
 * Turns a TFLite network, or a part of it, into an ONNX file that OpenCV reads: OpenCV's own TFLite
 * importer knows fewer operations, and none of the attention mesh's custom ones, where that network
 * is cut.
 */
final class TfliteToOnnx {
  private static final int ADD = 0;
  private static final int CONVOLUTION = 3;
  private static final int DEPTHWISE = 4;
  private static final int MAX_POOL = 17;
  private static final int MULTIPLY = 18;
  private static final int SOFTMAX = 25;
  private static final int PAD = 34;
  private static final int PRELU = 54;
  private static final int DECONVOLUTION = 67;

  private static final int RELU = 1;

  /** Order of batch, channels, height, width among batch, height, width, channels. */
  static final int[] CHANNELS_FIRST = {0, 3, 1, 2};

  private final TfliteGraph from;
  private final OnnxGraph to = new OnnxGraph();
  private final TfliteShapes shapes;
  private final Set<String> written = new HashSet<>();

  private TfliteToOnnx(TfliteGraph from) {
    this.from = from;
    this.shapes = new TfliteShapes(from, to);
  }

  /**
   * The part between one tensor and others, as an ONNX file in batch, channel, row, column order.
   */
  static byte[] part(TfliteGraph graph, String input, List<String> outputs) {
    TfliteToOnnx converter = new TfliteToOnnx(graph);
    int first = graph.tensor(input);
    converter.to.input(input, channelsFirst(graph.shape(first)));
    Set<Operation> needed = needed(graph, first, outputs);
    graph.operations.stream().filter(needed::contains).forEach(converter::write);
    for (String output : outputs) {
      converter.to.output(output, channelsFirst(graph.shape(graph.tensor(output))));
    }
    return converter.to.file();
  }

  private static Set<Operation> needed(TfliteGraph graph, int input, List<String> outputs) {
    Map<Integer, Operation> makers = new HashMap<>();
    for (Operation operation : graph.operations) {
      for (int output : operation.outputs) {
        makers.put(output, operation);
      }
    }
    Set<Operation> needed = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    outputs.forEach(name -> open.add(graph.tensor(name)));
    while (!open.isEmpty()) {
      int tensor = open.pop();
      Operation maker = makers.get(tensor);
      if (tensor != input && maker != null && needed.add(maker)) {
        for (int source : maker.inputs) {
          open.add(source);
        }
      }
    }
    return needed;
  }

  private void write(Operation operation) {
    switch (operation.code) {
      case CONVOLUTION, DEPTHWISE -> convolution(operation);
      case ADD -> node("Add", values(operation), operation, operation.small(0), List.of());
      case MULTIPLY -> node("Mul", values(operation), operation, operation.small(0), List.of());
      case SOFTMAX ->
          to.node(
              "Softmax",
              values(operation),
              output(operation),
              List.of(OnnxGraph.single("axis", 1)));
      case DECONVOLUTION -> deconvolution(operation);
      case PRELU -> prelu(operation);
      case MAX_POOL -> maxPool(operation);
      case PAD -> pad(operation);
      default -> shapes.write(operation);
    }
  }

  private void convolution(Operation operation) {
    boolean depthwise = operation.code == DEPTHWISE;
    int[] in = from.shape(operation.inputs[0]);
    int[] out = from.shape(operation.outputs[0]);
    int[] kernel = from.shape(operation.inputs[1]);
    int makes = depthwise ? kernel[3] : kernel[0];
    int takes = depthwise ? 1 : kernel[3];
    float[] weights =
        planar(from.constant(operation.inputs[1]), depthwise, makes, takes, kernel[1] * kernel[2]);
    String weightName =
        to.constant("w" + operation.outputs[0], weights, makes, takes, kernel[1], kernel[2]);
    String biasName =
        to.constant("b" + operation.outputs[0], from.constant(operation.inputs[2]), makes);
    int across = operation.number(1, 1);
    int down = operation.number(2, 1);
    node(
        "Conv",
        List.of(from.name(operation.inputs[0]), weightName, biasName),
        operation,
        operation.small(depthwise ? 4 : 3),
        List.of(
            OnnxGraph.list("kernel_shape", kernel[1], kernel[2]),
            OnnxGraph.list("strides", down, across),
            padding(operation, in, out, kernel[1], kernel[2], down, across),
            OnnxGraph.single("group", depthwise ? in[3] : 1)));
  }

  /** Kernels as output, input, row and column, whichever way TFLite holds them. */
  private static float[] planar(float[] kernel, boolean depthwise, int makes, int takes, int area) {
    float[] planar = new float[kernel.length];
    for (int made = 0; made < makes; made++) {
      for (int taken = 0; taken < takes; taken++) {
        for (int cell = 0; cell < area; cell++) {
          planar[(made * takes + taken) * area + cell] =
              kernel[depthwise ? cell * makes + made : (made * area + cell) * takes + taken];
        }
      }
    }
    return planar;
  }

  private void prelu(Operation operation) {
    float[] slopes = from.constant(operation.inputs[1]);
    String slopeName = to.constant("s" + operation.outputs[0], slopes, slopes.length, 1, 1);
    to.node(
        "PRelu", List.of(from.name(operation.inputs[0]), slopeName), output(operation), List.of());
  }

  private void maxPool(Operation operation) {
    refuseActivation(operation, operation.small(5));
    int across = operation.number(1, 1);
    int down = operation.number(2, 1);
    int width = operation.number(3, 1);
    int height = operation.number(4, 1);
    int[] in = from.shape(operation.inputs[0]);
    int[] out = from.shape(operation.outputs[0]);
    to.node(
        "MaxPool",
        values(operation),
        output(operation),
        List.of(
            OnnxGraph.list("kernel_shape", height, width),
            OnnxGraph.list("strides", down, across),
            padding(operation, in, out, height, width, down, across)));
  }

  private void pad(Operation operation) {
    int[] paddings = from.intConstant(operation.inputs[1]);
    long[] onnx = new long[8];
    for (int axis = 0; axis < 4; axis++) {
      onnx[axis] = paddings[2 * CHANNELS_FIRST[axis]];
      onnx[axis + 4] = paddings[2 * CHANNELS_FIRST[axis] + 1];
    }
    String name = to.constant("p" + operation.outputs[0], onnx);
    String zero =
        written.add("zero") ? to.constant("zero", new float[] {0}, new long[] {}) : "zero";
    to.node(
        "Pad", List.of(from.name(operation.inputs[0]), name, zero), output(operation), List.of());
  }

  /** TFLite's "same" padding puts the odd pixel at the end. */
  private static byte[] padding(
      Operation operation, int[] in, int[] out, int height, int width, int down, int across) {
    boolean same = operation.small(0) == 0;
    int rows = same ? Math.max(0, (out[1] - 1) * down + height - in[1]) : 0;
    int columns = same ? Math.max(0, (out[2] - 1) * across + width - in[2]) : 0;
    return OnnxGraph.list("pads", rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);
  }

  private static void refuseActivation(Operation operation, int activation) {
    if (activation != 0) {
      throw new ModelException(
          "Operation " + operation.code + " has a fused activation, which is not converted");
    }
  }

  /** Only kernels as large as their stride, whose outputs do not overlap. */
  private void deconvolution(Operation operation) {
    int[] kernel = from.shape(operation.inputs[1]);
    int across = operation.number(1, 1);
    int down = operation.number(2, 1);
    if (kernel[1] != down || kernel[2] != across) {
      throw new ModelException("A deconvolution overlaps, which is not converted");
    }
    float[] stored = from.constant(operation.inputs[1]);
    int area = down * across;
    float[] weights = new float[stored.length];
    for (int made = 0; made < kernel[0]; made++) {
      for (int cell = 0; cell < area; cell++) {
        for (int taken = 0; taken < kernel[3]; taken++) {
          weights[(taken * kernel[0] + made) * area + cell] =
              stored[(made * area + cell) * kernel[3] + taken];
        }
      }
    }
    String weightName =
        to.constant("w" + operation.outputs[0], weights, kernel[3], kernel[0], down, across);
    String biasName =
        to.constant("b" + operation.outputs[0], from.constant(operation.inputs[3]), kernel[0]);
    to.node(
        "ConvTranspose",
        List.of(from.name(operation.inputs[2]), weightName, biasName),
        output(operation),
        List.of(
            OnnxGraph.list("kernel_shape", down, across), OnnxGraph.list("strides", down, across)));
  }

  /** An operation that TFLite may have joined with the activation after it. */
  private void node(
      String name,
      List<String> inputs,
      Operation operation,
      int activation,
      List<byte[]> settings) {
    String out = output(operation);
    if (activation == RELU) {
      to.node(name, inputs, out + "/raw", settings);
      to.node("Relu", List.of(out + "/raw"), out, List.of());
    } else {
      refuseActivation(operation, activation);
      to.node(name, inputs, out, settings);
    }
  }

  private List<String> values(Operation operation) {
    return Arrays.stream(operation.inputs).mapToObj(this::value).toList();
  }

  /** A tensor's name; constants of one number a channel are written before they are first used. */
  private String value(int tensor) {
    String name = from.name(tensor);
    if (from.isConstant(tensor) && written.add(name)) {
      float[] values = from.constant(tensor);
      to.constant(name, values, 1, values.length, 1, 1);
    }
    return name;
  }

  private String output(Operation operation) {
    return from.name(operation.outputs[0]);
  }

  static long[] channelsFirst(int[] shape) {
    return new long[] {shape[0], shape[3], shape[1], shape[2]};
  }
}
