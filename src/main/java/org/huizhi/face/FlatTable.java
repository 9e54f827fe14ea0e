package org.huizhi.face;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One table of a FlatBuffers file, read where it lies.
 *
 * @param bytes the whole file, little-endian
 * @param at where the table begins
 */
record FlatTable(ByteBuffer bytes, int at) {

  static FlatTable root(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    return new FlatTable(bytes, bytes.getInt(0));
  }

  /** Where a field's value stands, or 0 when the table leaves it at its default. */
  private int place(int field) {
    int layout = at - bytes.getInt(at);
    int entry = 4 + 2 * field;
    if (entry >= Short.toUnsignedInt(bytes.getShort(layout))) {
      return 0;
    }
    int offset = Short.toUnsignedInt(bytes.getShort(layout + entry));
    return offset == 0 ? 0 : at + offset;
  }

  int number(int field, int otherwise) {
    int place = place(field);
    return place == 0 ? otherwise : bytes.getInt(place);
  }

  int small(int field, int otherwise) {
    int place = place(field);
    return place == 0 ? otherwise : bytes.get(place);
  }

  FlatTable table(int field) {
    int place = place(field);
    return new FlatTable(bytes, place + bytes.getInt(place));
  }

  boolean has(int field) {
    return place(field) != 0;
  }

  /** Number of elements of a vector field. */
  int size(int field) {
    int place = place(field);
    return place == 0 ? 0 : bytes.getInt(place + bytes.getInt(place));
  }

  /** Where the first element of a vector field stands. */
  int start(int field) {
    int place = place(field);
    return place + bytes.getInt(place) + 4;
  }

  FlatTable element(int field, int index) {
    int place = start(field) + 4 * index;
    return new FlatTable(bytes, place + bytes.getInt(place));
  }

  int[] numbers(int field) {
    int[] values = new int[size(field)];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getInt(start(field) + 4 * i);
    }
    return values;
  }

  String text(int field) {
    byte[] letters = new byte[size(field)];
    if (letters.length > 0) {
      bytes.get(start(field), letters);
    }
    return new String(letters, StandardCharsets.UTF_8);
  }
}
