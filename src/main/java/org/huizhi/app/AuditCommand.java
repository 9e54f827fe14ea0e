package org.huizhi.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.CaseStore;
import org.huizhi.storage.Audit;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code kiosk audit}: the book of what was done. */
@Command(
    name = "audit",
    description = "Looks after the book of what was done.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

  @Command(
      name = "verify",
      description =
          "Checks that no line was changed or taken out, and says each chain's last line: kept"
              + " elsewhere, it shows whether an end was cut off.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {"0:it is whole", "1:it was tampered with", "2:it could not be read"})
  int verify(@Mixin ConfigOption config, @Mixin DataOption data) throws Exception {
    KioskConfig read = config.read();
    Clock clock = Clock.system(read.kiosk().timeZone());
    try (CaseStore store = Records.open(read, data.in(read), clock)) {
      List<String> breaks = Audit.breaks(store.database());
      for (Audit.Line end : Audit.ends(store.database())) {
        System.out.printf(
            "%s: %d lines, the last of %s, hash %s%n",
            end.chain(), end.seq(), Instant.ofEpochMilli(end.at()), end.hash());
      }
      breaks.forEach(System.out::println);
      System.out.println(breaks.isEmpty() ? "the audit is whole" : "the audit was tampered with");
      return breaks.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }
}
