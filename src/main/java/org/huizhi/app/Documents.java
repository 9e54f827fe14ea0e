package org.huizhi.app;

import java.nio.file.Path;
import org.huizhi.config.KioskConfig;
import org.huizhi.spec.Spec;
import picocli.CommandLine.ExitCode;

/** How commands find a document and name files. */
final class Documents {
  private Documents() {}

  static Spec of(KioskConfig config, String name) throws Refusal {
    try {
      return config.spec(name);
    } catch (IllegalArgumentException unknown) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(unknown.getMessage()));
    }
  }

  /** A file's name without folder and ending. */
  static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
