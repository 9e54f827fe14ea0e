package org.huizhi.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Puts a database file in the place of another, which is kept beside it. Wherever that is broken
 * off, the next opening goes on with it: at no time may an empty database begin where one was.
 */
public final class Swap {
  /** What the file that was replaced is called after. */
  public static final String REPLACED = ".replaced";

  /** A whole file that waits to be put in place; while it is there, the swap is not done. */
  private static final String NEXT = ".next";

  /** The file itself goes first: without it, its log tells that a part was moved already. */
  private static final List<String> PARTS = List.of("", "-wal", "-shm");

  private Swap() {}

  /** Where the file goes that another replaces. */
  public static Path replaced(Path file) {
    return beside(file, REPLACED);
  }

  /**
   * Replaces a database that nobody has open, or puts one where none is.
   *
   * @param draft closed, with an empty log, in the same folder; it is moved
   */
  public static void put(Path draft, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    finish(file);
    Files.move(draft, beside(file, NEXT), StandardCopyOption.ATOMIC_MOVE);
    OwnerOnly.sync(folder(file));
    finish(file);
  }

  /** Goes on with a swap that was broken off, if there is one. */
  public static void finish(Path file) throws IOException {
    Path next = beside(file, NEXT);
    if (Files.notExists(next)) {
      return;
    }
    Path aside = replaced(file);
    if (Files.exists(file)) {
      for (String part : PARTS) {
        Files.deleteIfExists(beside(aside, part));
      }
    }
    for (String part : PARTS) {
      Path old = beside(file, part);
      if (Files.exists(old)) {
        Files.move(old, beside(aside, part), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    OwnerOnly.sync(folder(file));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    OwnerOnly.sync(folder(file));
  }

  /**
   * Refuses to begin anew where a file was moved aside and none came in its place.
   *
   * @throws StorageTrouble CORRUPT
   */
  static void refuseGone(Path file) {
    Path aside = replaced(file);
    if (Files.notExists(file) && Files.exists(aside)) {
      throw new StorageTrouble(
          StorageTrouble.Kind.CORRUPT,
          "The record "
              + file
              + " is missing, but "
              + aside.getFileName()
              + " is there: a restore was broken off. Restore a backup, or take that file away to"
              + " begin with an empty record.");
    }
  }

  private static Path beside(Path file, String end) {
    return file.resolveSibling(file.getFileName() + end);
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }
}
