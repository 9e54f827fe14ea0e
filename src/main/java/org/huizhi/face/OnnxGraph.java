package org.huizhi.face;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes an ONNX file of float tensors. Field numbers are those of {@code onnx.proto3}. */
final class OnnxGraph {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  /** Protocol Buffers' wire format, as far as it is needed. */
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        bytes.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
    }

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      bytes.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes.toByteArray());
    }
  }

  private final List<Message> nodes = new ArrayList<>();
  private final List<Message> constants = new ArrayList<>();
  private final List<Message> inputs = new ArrayList<>();
  private final List<Message> outputs = new ArrayList<>();

  void input(String name, long... shape) {
    inputs.add(tensor(name, shape));
  }

  void output(String name, long... shape) {
    outputs.add(tensor(name, shape));
  }

  private static Message tensor(String name, long... shape) {
    Message dimensions = new Message();
    for (long size : shape) {
      dimensions.message(1, new Message().number(1, size));
    }
    Message type = new Message().number(1, FLOAT).message(2, dimensions);
    return new Message().text(1, name).message(2, new Message().message(1, type));
  }

  /** Adds a constant and gives back its name. */
  String constant(String name, float[] values, long... shape) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return constant(name, FLOAT, raw.array(), shape);
  }

  /** Adds a constant list of whole numbers and gives back its name. */
  String constant(String name, long... values) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    raw.asLongBuffer().put(values);
    return constant(name, INT64, raw.array(), values.length);
  }

  private String constant(String name, int type, byte[] raw, long... shape) {
    Message tensor = new Message();
    for (long size : shape) {
      tensor.number(1, size);
    }
    constants.add(tensor.number(2, type).text(8, name).bytes(9, raw));
    return name;
  }

  /** One operation with one output; attributes come from {@link #list} and {@link #single}. */
  void node(String operation, List<String> from, String to, List<byte[]> attributes) {
    Message node = new Message();
    from.forEach(name -> node.text(1, name));
    node.text(2, to).text(3, to + "/" + operation).text(4, operation);
    attributes.forEach(attribute -> node.bytes(5, attribute));
    nodes.add(node);
  }

  static byte[] list(String name, long... values) {
    Message attribute = new Message().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, 7).bytes.toByteArray();
  }

  static byte[] single(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2).bytes.toByteArray();
  }

  static byte[] word(String name, String value) {
    return new Message().text(1, name).text(4, value).number(20, 3).bytes.toByteArray();
  }

  byte[] file() {
    Message graph = new Message();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, "part");
    constants.forEach(constant -> graph.message(5, constant));
    inputs.forEach(input -> graph.message(11, input));
    outputs.forEach(output -> graph.message(12, output));
    Message opset = new Message().text(1, "").number(2, 13);
    return new Message().number(1, 7).message(7, graph).message(8, opset).bytes.toByteArray();
  }
}
