package org.huizhi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Files and directories that nobody but the kiosk's own account may open. */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private OwnerOnly() {}

  /** Makes the directory where it is missing; one that is there keeps its rights. */
  public static void directory(Path dir) {
    try {
      if (!Files.isDirectory(dir)) {
        Files.createDirectories(dir, posix(dir) ? attributes("rwx------") : attributes());
      }
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The data directory " + dir + " cannot be made.", e);
    }
  }

  /**
   * Writes a new file so that it is either whole or absent, whoever looks and whenever the power
   * goes.
   *
   * @return false when the file was already there; it is left as it is
   */
  public static boolean writeNew(Path file, byte[] content) throws IOException {
    return write(file, content, draft -> publish(draft, file));
  }

  /** Puts another content into a file: whoever looks and whenever the power goes, old or new. */
  public static void replace(Path file, byte[] content) throws IOException {
    write(
        file,
        content,
        draft -> {
          Files.move(
              draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
          return true;
        });
  }

  private interface Publishing {
    boolean publish(Path draft) throws IOException;
  }

  private static boolean write(Path file, byte[] content, Publishing publishing)
      throws IOException {
    Path dir = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(dir, file.getFileName() + ".", ".draft", fileAttributes(file));
    try {
      closeToOthers(draft);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      return publishing.publish(draft);
    } finally {
      Files.deleteIfExists(draft);
      sync(dir);
    }
  }

  /** A new name is only on the disk once its directory is. Windows does that by itself. */
  static void sync(Path dir) throws IOException {
    if (posix(dir)) {
      try (FileChannel names = FileChannel.open(dir, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** A link, unlike a rename, never replaces what is there. */
  private static boolean publish(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file); // without replacing, on file systems that know no links
      return true;
    }
  }

  /** Whether somebody else may read or write the file. Windows inherits its list, see README. */
  public static boolean openToOthers(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    return view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
  }

  private static void closeToOthers(Path file) throws IOException {
    AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (acl == null || posix(file)) {
      return;
    }
    AclEntry owner =
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(acl.getOwner())
            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
            .build();
    acl.setAcl(List.of(owner));
  }

  private static FileAttribute<?>[] fileAttributes(Path file) {
    return posix(file) ? attributes("rw-------") : attributes();
  }

  private static FileAttribute<?>[] attributes(String... permissions) {
    FileAttribute<?>[] result = new FileAttribute<?>[permissions.length];
    for (int i = 0; i < permissions.length; i++) {
      result[i] =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions[i]));
    }
    return result;
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
