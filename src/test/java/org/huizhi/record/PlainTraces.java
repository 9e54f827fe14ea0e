package org.huizhi.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Searches files for what should only be there sealed. */
final class PlainTraces {
  /** FF D8 FF alone comes up by chance in every 16 MB of sealed bytes; this start does not. */
  private static final List<byte[]> MARKS =
      List.of(
          Cases.NAME.getBytes(StandardCharsets.UTF_8),
          Cases.NAME.getBytes(StandardCharsets.UTF_16LE),
          Cases.ID_NUMBER.getBytes(StandardCharsets.UTF_8),
          Cases.PHONE.getBytes(StandardCharsets.UTF_8),
          Cases.JPEG_START);

  private PlainTraces() {}

  /** Each mark found, as "file: mark's number". */
  static List<String> in(Path dir) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(dir)) {
      byte[] content = read(file);
      for (int i = 0; i < MARKS.size(); i++) {
        if (holds(content, MARKS.get(i))) {
          found.add(file.getFileName() + ": " + i);
        }
      }
    }
    return found;
  }

  /** Those that stay: {@link Files#walk} fails at one that is deleted while it is listed. */
  private static List<Path> files(Path dir) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        dir,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (why instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw why;
          }
        });
    files.sort(null);
    return files;
  }

  /** A database server at work deletes files while they are listed: those hold nothing. */
  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException deleted) {
      return new byte[0];
    }
  }

  static boolean holds(byte[] content, byte[] mark) {
    for (int at = 0; at + mark.length <= content.length; at++) {
      int i = 0;
      while (i < mark.length && content[at + i] == mark[i]) {
        i++;
      }
      if (i == mark.length) {
        return true;
      }
    }
    return false;
  }
}
