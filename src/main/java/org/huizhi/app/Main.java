package org.huizhi.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.logging.LogManager;
import org.huizhi.camera.CameraChoice;
import org.huizhi.config.ConfigMistakes;
import org.huizhi.face.LateDeletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.TypeConversionException;

/** The command {@code kiosk}. */
@Command(
    name = "kiosk",
    description = "Huizhi, the self-service photo kiosk.",
    mixinStandardHelpOptions = true,
    version = "Huizhi 0.1.0",
    subcommands = {
      RunCommand.class,
      DemoCommand.class,
      CheckCommand.class,
      MakeCommand.class,
      SheetCommand.class,
      VerifyCommand.class,
      MarkCommand.class,
      ReprintCommand.class,
      VerifySlipCommand.class,
      SlipKeysCommand.class,
      SlipsCommand.class,
      TasksCommand.class,
      PrintersCommand.class,
      SpecsCommand.class,
      VoiceCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      PurgeCommand.class,
      AuditCommand.class,
      KeysCommand.class,
      CaseCommand.class,
      StaffCommand.class,
      DatabaseCommand.class,
      DetectionCentreCommand.class,
      DoctorCommand.class,
      CamerasCommand.class,
      CalibrateCameraCommand.class,
      BenchCommand.class,
      FirstScreenCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    LateDeletion.install();
    setUpLogging();
    System.exit(run(args));
  }

  /** Carries a command out and gives its exit code. */
  static int run(String... args) {
    return new CommandLine(new Main())
        .registerConverter(CameraChoice.class, Main::camera)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::explain)
        .execute(args);
  }

  private static CameraChoice camera(String text) {
    try {
      return CameraChoice.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }

  /**
   * Turns what a user can mend into sentences; anything else is a mistake of ours, with its trace.
   */
  private static int explain(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (exception instanceof ConfigMistakes mistakes) {
      System.err.println("kiosk-config has mistakes:\n" + mistakes.getMessage());
      return ExitCode.USAGE;
    }
    if (exception instanceof Refusal refusal) {
      System.err.println("kiosk: " + refusal.getMessage());
      return refusal.exitCode();
    }
    if (exception instanceof IOException wrong) {
      System.err.println("kiosk: " + sentence(wrong));
      return ExitCode.USAGE;
    }
    throw exception;
  }

  /** What a disk or folder did not let happen. */
  private static String sentence(IOException wrong) {
    return switch (wrong) {
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      case NoSuchFileException none -> none.getFile() + " is not there";
      case AccessDeniedException closed -> closed.getFile() + " is not to be read or written";
      case FileSystemException other ->
          other.getFile()
              + ": "
              + Objects.requireNonNullElse(other.getReason(), "cannot be read or written");
      case CharacterCodingException _ -> "a file that should be UTF-8 text is not";
      default -> String.valueOf(wrong.getMessage());
    };
  }

  static void setUpLogging() {
    try (InputStream settings = Main.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException wrong) {
      System.err.println("kiosk: logging keeps its defaults: " + wrong.getMessage());
    }
  }
}
