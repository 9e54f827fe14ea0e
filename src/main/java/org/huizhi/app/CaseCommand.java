package org.huizhi.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.huizhi.config.KioskConfig;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.record.CasePackage;
import org.huizhi.record.CaseStore;
import org.huizhi.record.CaseTravel;
import org.huizhi.record.NumberFormat;
import org.huizhi.record.Vault;
import org.huizhi.storage.Audit;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kiosk case}: takes a case to another machine. */
@Command(
    name = "case",
    description = "Takes a case with photo and slip to another machine, signed and encrypted.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class CaseCommand {
  @Command(
      name = "key",
      description = "Writes the key that others encrypt packages for this machine with.",
      mixinStandardHelpOptions = true)
  int key(
      @Mixin ConfigOption config,
      @Mixin DataOption data,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              required = true,
              description = "Where it is written; anybody may have it.")
          Path out)
      throws Exception {
    try {
      Files.writeString(out, CasePackage.receivingKey(data.in(config.read())));
      System.out.println(out + ", for kiosk case export --for");
      return ExitCode.OK;
    } catch (StorageTrouble | IOException trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  @Command(
      name = "export",
      description = "Packs a case for one receiver; only that one can open it.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {"0:packed", "2:not; the sentence says why"})
  int export(
      @Mixin ConfigOption config,
      @Mixin DataOption data,
      @Option(
              names = "--for",
              paramLabel = "KEY",
              required = true,
              description = "What kiosk case key wrote on the receiving machine.")
          Path receiver,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "A new file.")
          Path out,
      @Parameters(paramLabel = "NUMBER", description = "The image number.") String number)
      throws Exception {
    KioskConfig read = config.read();
    Path folder = data.in(read);
    return with(
        read,
        folder,
        travel -> {
          SlipKeys.Own own = SlipKeys.open(folder, read.kiosk().slipKey());
          String key = Files.readString(receiver, StandardCharsets.UTF_8);
          if (!OwnerOnly.writeNew(
              out, travel.pack(NumberFormat.typed(number), own.secret(), key))) {
            throw new IOException(out + " is there already");
          }
          System.out.println(out + ", signed by " + own.id());
        });
  }

  @Command(
      name = "import",
      description = "Takes a package in that another machine made for this one.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {"0:it is in the record", "2:refused; the sentence says why"})
  int bring(
      @Mixin ConfigOption config,
      @Mixin DataOption data,
      @Option(
              names = "--keys",
              paramLabel = "DIR",
              description =
                  "Public keys (.pub, by kiosk slip-keys --out) of machines whose packages are"
                      + " taken; by default those in the data folder's slip-keys.")
          Optional<Path> keys,
      @Parameters(paramLabel = "FILE", description = "What kiosk case export wrote.") Path file)
      throws Exception {
    KioskConfig read = config.read();
    Path folder = data.in(read);
    return with(
        read,
        folder,
        travel -> {
          Map<String, PublicKey> trusted =
              SlipKeys.trusted(keys.orElse(folder.resolve(SlipKeys.FOLDER)));
          Optional<String> number = travel.unpack(Files.readAllBytes(file), folder, trusted);
          System.out.println(number.map(n -> "took in " + n).orElse("it lies here already"));
        });
  }

  private interface Deed {
    void with(CaseTravel travel) throws IOException;
  }

  private static int with(KioskConfig read, Path folder, Deed deed) throws Refusal {
    Clock clock = Clock.system(read.kiosk().timeZone());
    try (CaseStore store = Records.open(read, folder, clock)) {
      Audit audit = new Audit(read.kiosk().machine() + "/packages", clock);
      deed.with(new CaseTravel(store, Vault.open(folder), audit));
      return ExitCode.OK;
    } catch (StorageTrouble | IOException trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }
}
