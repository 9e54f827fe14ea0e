package org.huizhi.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Vault;
import org.huizhi.staff.Person;
import org.huizhi.staff.Staff;
import org.huizhi.staff.StaffRole;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kiosk staff}: who may use the staff's pages. */
@Command(
    name = "staff",
    description = "Says who may use the staff's pages, by staff number and PIN.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class StaffCommand {
  /** In the audit, whoever sits at the machine's own terminal. */
  private static final String TERMINAL = "terminal";

  @Command(
      name = "add",
      description = "Adds somebody; asks for the PIN twice.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {"0:added", "2:not; the sentence says why"})
  int add(
      @Mixin ConfigOption config,
      @Mixin DataOption data,
      @Option(
              names = "--role",
              required = true,
              description =
                  "clerk serves and decides on photos, supervisor may everything, technician mends"
                      + " machines.")
          StaffRole role,
      @Option(names = "--name", description = "The person's name; by default the number.")
          Optional<String> name,
      @Parameters(paramLabel = "NUMBER", description = "The staff number, 1 to 8 digits.")
          String number)
      throws Exception {
    return with(
        config, data, staff -> staff.add(number, name.orElse(number), role, askTwice(), TERMINAL));
  }

  @Command(
      name = "pin",
      description = "Gives somebody another PIN; asks for it twice.",
      mixinStandardHelpOptions = true)
  int pin(
      @Mixin ConfigOption config,
      @Mixin DataOption data,
      @Parameters(paramLabel = "NUMBER") String number)
      throws Exception {
    return with(config, data, staff -> staff.changePin(number, askTwice(), TERMINAL));
  }

  @Command(
      name = "lock",
      description = "Lets somebody in no more.",
      mixinStandardHelpOptions = true)
  int lock(
      @Mixin ConfigOption config,
      @Mixin DataOption data,
      @Parameters(paramLabel = "NUMBER") String number)
      throws Exception {
    return with(config, data, staff -> staff.lock(number, TERMINAL));
  }

  @Command(
      name = "unlock",
      description = "Lets somebody in again, and forgets the tries that failed.",
      mixinStandardHelpOptions = true)
  int unlock(
      @Mixin ConfigOption config,
      @Mixin DataOption data,
      @Parameters(paramLabel = "NUMBER") String number)
      throws Exception {
    return with(config, data, staff -> staff.unlock(number, TERMINAL));
  }

  @Command(name = "list", description = "Lists everybody.", mixinStandardHelpOptions = true)
  int list(@Mixin ConfigOption config, @Mixin DataOption data) throws Exception {
    return with(config, data, staff -> staff.everybody().forEach(StaffCommand::say));
  }

  private static void say(Person person) {
    System.out.printf(
        "%s %s, %s%s%n",
        person.number(),
        person.name(),
        VerdictJson.lower(person.role()),
        person.locked() ? ", locked" : "");
  }

  private static int with(ConfigOption config, DataOption data, Consumer<Staff> deed)
      throws Exception {
    KioskConfig read = config.read();
    Clock clock = Clock.system(read.kiosk().timeZone());
    Path folder = data.in(read);
    try (CaseStore store = Records.open(read, folder, clock)) {
      deed.accept(staff(store, read, folder, clock));
      return ExitCode.OK;
    } catch (StorageTrouble | IllegalArgumentException trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  /** The staff in a record that is open. */
  static Staff staff(CaseStore store, KioskConfig read, Path folder, Clock clock) {
    return new Staff(
        store.database(), store.database(), read.kiosk().machine(), Vault.open(folder), clock);
  }

  /** The PIN, unseen where there is a terminal; else two lines of the input. */
  @SuppressWarnings("SystemConsoleNull") // it is null where the input comes from a pipe
  private static char[] askTwice() {
    Console console = System.console();
    char[] first;
    char[] second;
    if (console != null && console.isTerminal()) {
      first = console.readPassword("PIN, 6 to 12 digits: ");
      second = console.readPassword("once more: ");
    } else {
      try {
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        first = String.valueOf(in.readLine()).toCharArray();
        second = String.valueOf(in.readLine()).toCharArray();
      } catch (IOException unread) {
        throw new IllegalArgumentException("no PIN could be read", unread);
      }
    }
    if (!Arrays.equals(first, second)) {
      throw new IllegalArgumentException("the two PINs differ");
    }
    return first;
  }
}
