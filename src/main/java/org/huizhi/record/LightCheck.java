package org.huizhi.record;

import java.time.Instant;
import java.util.List;
import org.huizhi.storage.Database;

/** How the light fell before a machine's camera when staff checked it, in thousandths. */
public record LightCheck(
    Instant at, int leftRight, int topBottom, int red, int blue, int brightness) {
  /** Keeps a check. */
  public static void keep(Database database, String machine, LightCheck check) {
    database.write(
        "Keeping a check of the light",
        handle ->
            handle.execute(
                "insert into light_check (machine, at, left_right, top_bottom, red, blue,"
                    + " brightness) values (?, ?, ?, ?, ?, ?, ?) on conflict (machine, at) do"
                    + " nothing",
                machine,
                check.at().toEpochMilli(),
                check.leftRight(),
                check.topBottom(),
                check.red(),
                check.blue(),
                check.brightness()));
  }

  /** The last checks of a machine, the oldest first. */
  public static List<LightCheck> last(Database database, String machine, int most) {
    return database
        .read(
            "Reading the checks of the light",
            handle ->
                handle
                    .createQuery(
                        "select * from light_check where machine = :machine"
                            + " order by at desc limit :most")
                    .bind("machine", machine)
                    .bind("most", most)
                    .map(
                        (row, context) ->
                            new LightCheck(
                                Instant.ofEpochMilli(row.getLong("at")),
                                row.getInt("left_right"),
                                row.getInt("top_bottom"),
                                row.getInt("red"),
                                row.getInt("blue"),
                                row.getInt("brightness")))
                    .list())
        .reversed();
  }
}
