package org.huizhi;

import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes every Java source of the project in its one format. */
public final class Format {
  private Format() {}

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("node_modules"))
          .sorted()
          .toList();
    }
  }

  static String formatted(Path file) throws Exception {
    return new Formatter().formatSourceAndFixImports(Files.readString(file));
  }

  public static void main(String[] args) throws Exception {
    for (Path file : sources()) {
      String wanted = formatted(file);
      if (!wanted.equals(Files.readString(file))) {
        Files.writeString(file, wanted);
        System.out.println(file);
      }
    }
  }
}
