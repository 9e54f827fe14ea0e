package org.huizhi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Says that this process alone runs the kiosk of a data directory. The system lets go of the lock
 * by itself when the process dies, however it dies.
 */
public final class DataDirLock implements AutoCloseable {
  /** Far behind the process number, because Windows forbids others to read what is locked. */
  private static final long LOCKED_BYTE = 4096;

  private final FileChannel channel;

  private DataDirLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the directory, making it if needed.
   *
   * @throws StorageTrouble BUSY when another kiosk has it, AWAY when it cannot be written
   */
  public static DataDirLock take(Path dataDir) {
    OwnerOnly.directory(dataDir);
    Path file = dataDir.resolve("kiosk.lock");
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        String holder = holder(channel);
        channel.close();
        throw new StorageTrouble(
            StorageTrouble.Kind.BUSY,
            "Another kiosk" + holder + " already uses the data directory " + dataDir + ".");
      }
      channel.truncate(0);
      byte[] number = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(number), 0);
      return new DataDirLock(channel);
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The data directory " + dataDir + " cannot be written.", e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // this very process has it already
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer number = ByteBuffer.allocate(32);
    channel.read(number, 0);
    String text = StandardCharsets.UTF_8.decode(number.flip()).toString().strip();
    return text.isEmpty() ? "" : " (process " + text + ")";
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StorageTrouble(StorageTrouble.Kind.AWAY, "The data directory was not let go.", e);
    }
  }
}
