package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.config.KioskConfig;
import org.huizhi.spec.Spec;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk specs}: lists the documents, looks for mistakes in them, draws them. */
@Command(
    name = "specs",
    description =
        "Lists the documents that kiosk-config knows; * marks those that the hall offers.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done; no mistake was found",
      "2:mistakes were found and printed with file and line, or a wrong option"
    })
final class SpecsCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--validate",
      paramLabel = "DIR",
      arity = "0..1",
      fallbackValue = "",
      description =
          "Look for mistakes, in kiosk-config or in another folder: a whole kiosk-config, or spec"
              + " files alone.")
  private Optional<String> validate = Optional.empty();

  @Option(
      names = "--show",
      paramLabel = "NAME",
      description = "Draw this document's template: outline, lines and ranges.")
  private Optional<String> show = Optional.empty();

  @Option(
      names = "--try",
      paramLabel = "PHOTO",
      arity = "1..*",
      description =
          "Try these pictures as the photo of every document, and count what becomes of them.")
  private List<Path> tried = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where --show writes its PNG, NAME.png by default; the folder for the photos of --try.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws Exception {
    if (validate.isPresent()) {
      validated(validate.get());
      return ExitCode.OK;
    }
    KioskConfig read = config.read();
    if (!tried.isEmpty()) {
      return tried(read);
    }
    if (show.isPresent()) {
      Spec document = Documents.of(read, show.get());
      draw(document, out.orElseGet(() -> Path.of(document.name() + ".png")));
      return ExitCode.OK;
    }
    list(read);
    return ExitCode.OK;
  }

  private int tried(KioskConfig read) throws IOException {
    if (out.isPresent()) {
      Files.createDirectories(out.get());
    }
    SpecTrial trial = new SpecTrial(read.specs().values(), out);
    boolean all = trial.tryAll(tried);
    trial.print();
    return all ? ExitCode.OK : ExitCode.USAGE;
  }

  private void validated(String folder) throws Exception {
    Path path = Path.of(folder);
    Collection<Spec> specs;
    if (folder.isEmpty()) {
      specs = config.read().specs().values();
    } else if (!Files.isDirectory(path)) {
      throw new Refusal(ExitCode.USAGE, path + " is no folder");
    } else if (Files.exists(path.resolve("kiosk.toml"))
        || Files.isDirectory(path.resolve("specs"))) {
      specs = KioskConfig.read(path).specs().values();
    } else {
      specs = config.read().specsIn(path).values();
    }
    if (specs.isEmpty()) {
      throw new Refusal(ExitCode.USAGE, path + " holds no document");
    }
    System.out.printf("%d documents, no mistake%n", specs.size());
  }

  private static void draw(Spec document, Path file) throws Refusal, IOException {
    Files.write(FreshFile.of(file), SpecPicture.png(document));
    System.out.println(file);
  }

  private static void list(KioskConfig read) {
    for (Spec spec : read.specs().values()) {
      System.out.printf(
          "%s %-24s %d×%d px, %d dpi, %.0f–%.0f KB, %d rules  %s  %s%n",
          read.kiosk().documents().contains(spec.name()) ? "*" : " ",
          spec.name(),
          spec.picture().widthPx(),
          spec.picture().heightPx(),
          spec.picture().dpi(),
          spec.file().bytes().least() / 1000,
          spec.file().bytes().most() / 1000,
          spec.rules().size(),
          spec.title("zh"),
          spec.title("en"));
    }
  }
}
