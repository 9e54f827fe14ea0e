package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Cases;
import org.huizhi.record.Due;
import org.huizhi.record.HallPurge;
import org.huizhi.record.HallRecord;
import org.huizhi.record.JobState;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Storage;
import org.huizhi.storage.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a kiosk of a hall: its own record and the server's are two. */
class HallCommandsTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

  @TempDir private Path dir = Path.of("");
  private final PrintStream stdout = System.out;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Path config = Path.of("");
  private Path data = Path.of("");
  private String url = "";

  @BeforeEach
  void capture() throws Exception {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    url = TestServer.url();
    config = dir.resolve("config");
    data = dir.resolve("data");
    new ConfigCopy(config)
        .change("kiosk.toml", "database = \"sqlite\"", "database = \"" + url + "\"");
  }

  @AfterEach
  void release() {
    System.setOut(stdout);
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", config.toString(), "--data", data.toString()));
    return Main.run(all.toArray(String[]::new));
  }

  /** What a kiosk does that is on; gives the case's number. */
  private String issue(CaseStore own, HallRecord record) {
    record.meet(Cases.PLAIN);
    Instant monthAgo = CLOCK.instant().minus(Duration.ofDays(30));
    own.issue(Cases.fresh("a", monthAgo), Cases.PLAIN, Cases::slip);
    own.jobs().sending("a-1", "folder");
    own.jobs().ended("a-1", JobState.UNKNOWN, "nobody knows");
    record.meet(Cases.PLAIN);
    return own.byId("a").orElseThrow().imageNumber();
  }

  @Test
  void theyWorkOnWhatTheKioskWorksOnAndPurgeBoth() {
    try (Database hall = Database.open((Storage.Postgres) Storage.parse(url))) {
      String number;
      try (CaseStore own = CaseStore.openLent(data, "1", CLOCK)) {
        number = issue(own, new HallRecord(own, hall, CLOCK));
      }
      assertEquals(0, run("tasks", "--came-out", number), out::toString);
      try (CaseStore own = CaseStore.openLent(data, "1", CLOCK)) {
        assertEquals(JobState.PRINTED, own.jobs().of("a").getLast().state());
      }
      assertEquals(0, run("purge", "--older-than", "10"), out::toString);
      String said = out.toString(StandardCharsets.UTF_8);
      assertTrue(said.contains("hall: 0 cases that are due hold something personal"), said);
      assertTrue(said.contains("this machine: 0 cases that are due"), said);
      try (CaseStore own = CaseStore.openLent(data, "1", CLOCK)) {
        Due due = Due.before(CLOCK.instant());
        assertEquals(0, own.personal(due));
        new HallRecord(own, hall, CLOCK).meet(Cases.PLAIN);
        assertEquals(0, new HallPurge("look", hall, CLOCK).left(due));
        assertEquals(List.of(), Audit.breaks(own.database()));
      }
      assertEquals(List.of(), Audit.breaks(hall));
    }
  }

  /** The hall's clock is another than this machine's, whose date may be known. */
  @Test
  void aDateOfTheHallIsHeldAgainstThisMachinesRecordWhereNoneWasNoted() throws Exception {
    Clock then = Clock.offset(CLOCK, Duration.ofDays(-400));
    try (Database hall = Database.open((Storage.Postgres) Storage.parse(url))) {
      try (CaseStore own = CaseStore.openLent(data, "1", then)) {
        HallRecord record = new HallRecord(own, hall, then);
        record.meet(Cases.PLAIN);
        own.issue(Cases.fresh("a", then.instant()), Cases.PLAIN, Cases::slip);
        record.meet(Cases.PLAIN);
      }
      Files.writeString(data.resolve("date.seen"), CLOCK.instant() + " PT0S");
      assertEquals(2, run("purge", "--older-than", "10"), out::toString);
      HallPurge left = new HallPurge("look", hall, CLOCK);
      assertEquals(1, left.left(Due.before(CLOCK.instant())));
      assertEquals(0, run("purge", "--older-than", "10", "--date-is-right"), out::toString);
      assertEquals(0, left.left(Due.before(CLOCK.instant())));
    }
  }
}
