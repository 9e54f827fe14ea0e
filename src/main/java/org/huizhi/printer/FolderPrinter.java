package org.huizhi.printer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each slip as a PDF file into a directory, whole or not at all. The file's name comes from
 * the job, so a job that is sent twice is still one file. It prints where no printer is, and for
 * spoolers that watch a directory.
 */
public final class FolderPrinter implements Printer {
  private static final Logger LOG = LoggerFactory.getLogger(FolderPrinter.class);
  private static final long LEAST_FREE_BYTES = 1_000_000;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final String name;
  private final Path directory;

  /** Prints into {@code directory}, which is made when the first slip comes. */
  public FolderPrinter(String name, Path directory) {
    this.name = name;
    this.directory = directory;
  }

  @Override
  public String name() {
    return name;
  }

  /** Where a slip's file lies once it is printed. */
  public Path file(Slip slip) {
    return directory.resolve(slip.title() + ".pdf");
  }

  @Override
  public PrintOutcome print(Slip slip, Runnable began) {
    Path file = file(slip);
    Path draft = directory.resolve(slip.title() + ".part");
    try {
      makeDirectory();
      if (Files.exists(file)) {
        return new PrintOutcome.Printed();
      }
      write(draft, slip.pdf());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      keepName();
      return new PrintOutcome.Printed();
    } catch (IOException e) {
      LOG.warn("the folder printer {} failed", name, e);
      remove(draft);
      return new PrintOutcome.Failed(
          "The directory " + directory + " could not take the slip: " + e.getMessage());
    }
  }

  /** Makes it for its owner alone, for slips are readable; one that is there keeps its rights. */
  private void makeDirectory() throws IOException {
    if (!Files.isDirectory(directory)) {
      boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
      Files.createDirectories(
          directory, posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0]);
    }
  }

  @Override
  public boolean forget(Instant olderThan) {
    return delete(slip -> Files.getLastModifiedTime(slip).toInstant().isBefore(olderThan));
  }

  @Override
  public boolean forgetSlips(String imageNumber) {
    return delete(slip -> slip.getFileName().toString().startsWith(imageNumber + "_"));
  }

  private interface Which {
    boolean is(Path slip) throws IOException;
  }

  /** What cannot be looked into may hold anything; what cannot be deleted keeps no other. */
  private boolean delete(Which which) {
    if (Files.notExists(directory)) {
      return true;
    }
    try (DirectoryStream<Path> slips = Files.newDirectoryStream(directory, "*.{pdf,part}")) {
      boolean all = true;
      for (Path slip : slips) {
        all &= delete(which, slip);
      }
      return all;
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("nobody can look for old slips in the folder of {}", name, e);
      return false;
    }
  }

  private boolean delete(Which which, Path slip) {
    try {
      if (which.is(slip)) {
        Files.deleteIfExists(slip);
      }
      return true;
    } catch (NoSuchFileException gone) {
      return true; // a spooler took it
    } catch (IOException e) {
      LOG.warn("an old slip in the folder of {} could not be deleted", name, e);
      return false;
    }
  }

  private static void write(Path draft, byte[] pdf) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(pdf);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /**
   * The new name itself must survive a power cut; Windows cannot open a directory and needs not.
   * Where a folder does not let anybody do that, as a drop box does, the slip is there all the
   * same.
   */
  private void keepName() {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException e) {
        LOG.warn("a slip in the folder of {} may not survive a power cut", name, e);
      }
    }
  }

  private static void remove(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      LOG.warn("a half-written slip stays behind", e);
    }
  }

  @Override
  public PrintOutcome recall(Slip slip) {
    remove(directory.resolve(slip.title() + ".part"));
    return Files.exists(file(slip))
        ? new PrintOutcome.Printed()
        : new PrintOutcome.Failed("The slip never reached the directory.");
  }

  @Override
  public PrinterState state() {
    try {
      makeDirectory();
      if (!Files.isWritable(directory)) {
        return PrinterState.stopped(Obstacle.OFFLINE);
      }
      return Files.getFileStore(directory).getUsableSpace() < LEAST_FREE_BYTES
          ? PrinterState.stopped(Obstacle.DISK_FULL)
          : PrinterState.READY;
    } catch (IOException e) {
      return PrinterState.stopped(Obstacle.OFFLINE);
    }
  }
}
