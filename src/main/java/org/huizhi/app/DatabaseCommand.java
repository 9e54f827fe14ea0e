package org.huizhi.app;

import java.util.concurrent.Callable;
import org.huizhi.storage.Roles;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk database}: makes the hall's database ready for its machines. */
@Command(
    name = "database",
    description =
        "Brings the hall's PostgreSQL database up to date as its owner, and gives the role"
            + " huizhi_kiosk what a machine needs. Needed once, and after each update.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:it is ready", "2:it is not; the sentence says why"})
final class DatabaseCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--owner",
      paramLabel = "USER",
      required = true,
      description = "The owner's login; its password is read from HUIZHI_DATABASE_PASSWORD.")
  private String owner = "";

  @Override
  public Integer call() throws Exception {
    try {
      switch (config.read().kiosk().database()) {
        case Storage.Sqlite _ ->
            throw new Refusal(
                ExitCode.USAGE, "this machine keeps its record in a file, which needs no roles");
        case Storage.Postgres server -> Roles.grant(server.as(owner));
      }
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
    System.out.println("ready; give each machine's login its rights: grant huizhi_kiosk to LOGIN");
    return ExitCode.OK;
  }
}
