package org.huizhi.app;

import java.nio.file.Path;
import java.util.Optional;
import org.huizhi.config.KioskConfig;
import picocli.CommandLine.Option;

/** The option of every command that uses the record: where it is. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where cases and keys are kept; by default where kiosk-config says.")
  private Optional<Path> folder = Optional.empty();

  Path in(KioskConfig config) {
    return folder.orElseGet(() -> Home.data(config));
  }
}
