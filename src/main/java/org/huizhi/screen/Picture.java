package org.huizhi.screen;

import java.io.ByteArrayInputStream;
import java.nio.IntBuffer;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A picture of a person in memory of ours, which can be blackened: JavaFX's own cannot. */
final class Picture {
  private final PixelBuffer<IntBuffer> pixels;
  private final WritableImage image;

  private Picture(Image read) {
    int width = (int) read.getWidth();
    int height = (int) read.getHeight();
    IntBuffer memory = IntBuffer.allocate(width * height);
    read.getPixelReader()
        .getPixels(
            0, 0, width, height, PixelFormat.getIntArgbPreInstance(), memory.array(), 0, width);
    pixels = new PixelBuffer<>(width, height, memory, PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(pixels);
  }

  /** Of a JPEG or PNG file; empty where the bytes are none or were wiped. */
  static Optional<Picture> of(byte[] file) {
    Image read = new Image(new ByteArrayInputStream(file));
    return read.isError() ? Optional.empty() : Optional.of(new Picture(read));
  }

  Image image() {
    return image;
  }

  void blacken() {
    IntBuffer memory = pixels.getBuffer();
    for (int i = 0; i < memory.capacity(); i++) {
      memory.put(i, 0xFF000000);
    }
    pixels.updateBuffer(_ -> null);
  }
}
