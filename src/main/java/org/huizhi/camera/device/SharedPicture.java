package org.huizhi.camera.device;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Memory that two processes see, with room for one picture; blackened when it is given back. */
final class SharedPicture implements AutoCloseable {
  /** Twelve megapixels of three bytes; only what is used takes memory. */
  private static final long BYTES = 4032L * 3024 * 3;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory;

  private SharedPicture(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES, arena);
    }
  }

  /** A file that only its owner can read, in memory where the system has such a folder. */
  static Path newFile() throws IOException {
    Path inMemory = Path.of("/dev/shm");
    return Files.isWritable(inMemory)
        ? Files.createTempFile(inMemory, "huizhi", ".picture")
        : Files.createTempFile("huizhi", ".picture");
  }

  static SharedPicture map(Path file) throws IOException {
    return new SharedPicture(file);
  }

  /** The first bytes hold the picture. */
  ByteBuffer bytes() {
    return memory.asByteBuffer();
  }

  static boolean hasRoomFor(long bytes) {
    return bytes <= BYTES;
  }

  @Override
  public void close() {
    arena.close();
  }
}
