package org.huizhi.face;

import java.util.Arrays;
import java.util.List;
import org.huizhi.face.TfliteGraph.Operation;

/** Writes those TFLite operations as ONNX that change the order or the size of tensors. */
final class TfliteShapes {
  private static final int RESHAPE = 22;
  private static final int RESIZE_LINEAR = 23;
  private static final int TRANSPOSE = 39;
  private static final int SUM = 74;
  private static final int RESIZE_NEAREST = 97;

  /** Where each of batch, height, width, channels stands in ONNX. */
  private static final int[] PLACE = {0, 2, 3, 1};

  private final TfliteGraph from;
  private final OnnxGraph to;

  TfliteShapes(TfliteGraph from, OnnxGraph to) {
    this.from = from;
    this.to = to;
  }

  /**
   * @throws ModelException when it knows no form of this operation
   */
  void write(Operation operation) {
    switch (operation.code) {
      case SUM -> sum(operation);
      case RESHAPE -> reshape(operation);
      case TRANSPOSE -> transpose(operation);
      case RESIZE_LINEAR -> resize(operation, "linear", "half_pixel");
      case RESIZE_NEAREST -> resize(operation, "nearest", "asymmetric");
      default ->
          throw new ModelException(
              "No ONNX form for TFLite operation "
                  + operation.code
                  + " of "
                  + from.name(operation.outputs[0]));
    }
  }

  private void sum(Operation operation) {
    int[] axes = from.intConstant(operation.inputs[1]);
    long[] onnx = Arrays.stream(axes).mapToLong(axis -> PLACE[axis]).toArray();
    String name = to.constant("x" + operation.outputs[0], onnx);
    to.node(
        "ReduceSum",
        List.of(from.name(operation.inputs[0]), name),
        from.name(operation.outputs[0]),
        List.of(OnnxGraph.single("keepdims", 1)));
  }

  /** TFLite counts through the channels first, so they are brought to the end and back. */
  private void reshape(Operation operation) {
    String out = from.name(operation.outputs[0]);
    long[] shape = Arrays.stream(from.shape(operation.outputs[0])).asLongStream().toArray();
    to.node(
        "Transpose",
        List.of(from.name(operation.inputs[0])),
        out + "/last",
        List.of(OnnxGraph.list("perm", 0, 2, 3, 1)));
    String name = to.constant("r" + operation.outputs[0], shape);
    to.node("Reshape", List.of(out + "/last", name), out + "/shaped", List.of());
    to.node(
        "Transpose", List.of(out + "/shaped"), out, List.of(OnnxGraph.list("perm", 0, 3, 1, 2)));
  }

  private void transpose(Operation operation) {
    int[] order = from.intConstant(operation.inputs[1]);
    long[] onnx = new long[4];
    for (int axis = 0; axis < 4; axis++) {
      onnx[axis] = PLACE[order[TfliteToOnnx.CHANNELS_FIRST[axis]]];
    }
    to.node(
        "Transpose",
        List.of(from.name(operation.inputs[0])),
        from.name(operation.outputs[0]),
        List.of(OnnxGraph.list("perm", onnx)));
  }

  private void resize(Operation operation, String mode, String places) {
    String sizes =
        to.constant(
            "z" + operation.outputs[0],
            TfliteToOnnx.channelsFirst(from.shape(operation.outputs[0])));
    to.node(
        "Resize",
        List.of(from.name(operation.inputs[0]), "", "", sizes),
        from.name(operation.outputs[0]),
        List.of(
            OnnxGraph.word("mode", mode),
            OnnxGraph.word("nearest_mode", "floor"),
            OnnxGraph.word("coordinate_transformation_mode", places)));
  }
}
