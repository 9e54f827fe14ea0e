package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Rotation;
import org.huizhi.record.Vault;
import org.huizhi.storage.Database;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code kiosk keys}: changes the key that everything personal is sealed with. */
@Command(
    name = "keys",
    description = "Changes the key that everything personal is sealed with.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {
  @Command(
      name = "add",
      description =
          "Adds a key to vault.key that does not seal yet. In a hall, copy the file to every"
              + " machine and start them anew before one of them rotates.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {"0:done, or one waits already", "2:not; the sentence says why"})
  int add(@Mixin ConfigOption config, @Mixin DataOption data) throws Exception {
    Path folder = data.in(config.read());
    try (Held _ = Role.alone(folder)) {
      boolean added = Rotation.addKey(folder);
      System.out.println(
          (added ? "added to " : "one waits already in ")
              + folder.resolve(Vault.FILE)
              + "; keep a copy of the file");
      return ExitCode.OK;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  @Command(
      name = "rotate",
      description =
          "Seals the whole record with the newest key, while nothing runs on this data folder."
              + " Broken off, it goes on when it is called again. Older keys stay in vault.key, for"
              + " the backups.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {"0:done", "2:not; the sentence says why"})
  int rotate(@Mixin ConfigOption config, @Mixin DataOption data) throws Exception {
    KioskConfig read = config.read();
    Clock clock = Clock.system(read.kiosk().timeZone());
    Path folder = data.in(read);
    List<Database> open = new ArrayList<>();
    try (Held _ = Role.alone(folder)) {
      open.add(Database.open(folder.resolve(CaseStore.FILE)));
      boolean shared =
          switch (read.kiosk().database()) {
            case Storage.Sqlite _ -> false;
            case Storage.Postgres server -> open.add(Database.open(server));
          };
      Rotation.Done done = new Rotation(folder, open, read.kiosk().machine(), clock).rotate(shared);
      System.out.println(
          "key "
              + done.key()
              + " seals now; "
              + done.values()
              + " values sealed anew; keep a copy of "
              + folder.resolve(Vault.FILE));
      return ExitCode.OK;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    } finally {
      open.forEach(Database::close);
    }
  }
}
