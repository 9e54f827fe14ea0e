package org.huizhi.face;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations and tensors of a TFLite file. Field numbers are those of TensorFlow's {@code
 * schema.fbs}.
 */
final class TfliteGraph {
  static final int DEQUANTIZE = 6;

  /** One operation; {@code code} is its number in TFLite's BuiltinOperator list. */
  static final class Operation {
    final int code;
    final int[] inputs;
    final int[] outputs;
    private final FlatTable table;

    private Operation(int code, FlatTable table) {
      this.code = code;
      this.table = table;
      this.inputs = table.numbers(1);
      this.outputs = table.numbers(2);
    }

    /** A one-byte setting. */
    int small(int field) {
      return table.has(4) ? table.table(4).small(field, 0) : 0;
    }

    /** A four-byte setting. */
    int number(int field, int otherwise) {
      return table.has(4) ? table.table(4).number(field, otherwise) : otherwise;
    }
  }

  private final List<FlatTable> tensors = new ArrayList<>();
  private final List<FlatTable> buffers = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<Integer, Integer> sourceOfWidened = new HashMap<>();
  final List<Operation> operations = new ArrayList<>();

  TfliteGraph(byte[] file) {
    FlatTable model = FlatTable.root(file);
    FlatTable graph = model.element(2, 0);
    for (int i = 0; i < model.size(4); i++) {
      buffers.add(model.element(4, i));
    }
    for (int i = 0; i < graph.size(0); i++) {
      tensors.add(graph.element(0, i));
      byName.put(tensors.get(i).text(3), i);
    }
    for (int i = 0; i < graph.size(3); i++) {
      FlatTable table = graph.element(3, i);
      FlatTable code = model.element(1, table.number(0, 0));
      Operation operation = new Operation(Math.max(code.small(0, 0), code.number(3, 0)), table);
      if (operation.code == DEQUANTIZE && isConstant(operation.inputs[0])) {
        sourceOfWidened.put(operation.outputs[0], operation.inputs[0]);
      } else {
        operations.add(operation);
      }
    }
  }

  int tensor(String name) {
    Integer index = byName.get(name);
    if (index == null) {
      throw new ModelException("The model has no tensor " + name);
    }
    return index;
  }

  String name(int tensor) {
    return tensors.get(tensor).text(3);
  }

  /** Shape in TFLite's order: batch, height, width, channels. */
  int[] shape(int tensor) {
    return tensors.get(tensor).numbers(0);
  }

  boolean isConstant(int tensor) {
    return sourceOfWidened.containsKey(tensor) || buffer(tensor).size(0) > 0;
  }

  int[] intConstant(int tensor) {
    FlatTable buffer = buffer(tensor);
    int[] values = new int[buffer.size(0) / 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.bytes().getInt(buffer.start(0) + 4 * i);
    }
    return values;
  }

  /** A constant's numbers; half floats are widened. */
  float[] constant(int tensor) {
    int stored = sourceOfWidened.getOrDefault(tensor, tensor);
    FlatTable buffer = buffer(stored);
    ByteBuffer bytes = buffer.bytes();
    int start = buffer.start(0);
    boolean half = tensors.get(stored).small(1, 0) == 1;
    float[] values = new float[buffer.size(0) / (half ? 2 : 4)];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          half
              ? Float.float16ToFloat(bytes.getShort(start + 2 * i))
              : bytes.getFloat(start + 4 * i);
    }
    return values;
  }

  private FlatTable buffer(int tensor) {
    return buffers.get(tensors.get(tensor).number(2, 0));
  }
}
