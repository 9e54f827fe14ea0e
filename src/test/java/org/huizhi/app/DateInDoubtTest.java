package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.huizhi.record.Backup;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Cases;
import org.huizhi.record.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that delete by the way do it by a date that is believed, too. */
class DateInDoubtTest {
  /** The commands go by the true time, so that to a machine which was last on then it is ahead. */
  private static final Clock THEN =
      Clock.offset(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofDays(-400));

  private static final Retention YEARS = Retention.of(Duration.ofDays(2000));

  @TempDir Path dir;
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path data = Path.of("");
  private Path copy = Path.of("");

  @BeforeEach
  void copy() {
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    data = dir.resolve("data");
    try (CaseStore store = CaseStore.open(data, THEN)) {
      store.issue(Cases.fresh("a", THEN.instant()), Cases.PLAIN, Cases::slip);
      copy = Backup.write(store, data.resolve("backup"), YEARS, THEN);
      store.issue(Cases.fresh("b", THEN.instant()), Cases.PLAIN, Cases::slip);
    }
  }

  @AfterEach
  void release() {
    System.setErr(stderr);
  }

  private int run(String... words) {
    return Main.run(words);
  }

  @Test
  void aBackupDoesNotDeleteTheOlderCopies() {
    assertEquals(2, run("backup", "--data", data.toString()), err::toString);
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("--date-is-right"), err::toString);
    assertTrue(Files.exists(copy));
    assertEquals(0, run("backup", "--data", data.toString(), "--date-is-right"), err::toString);
    assertFalse(Files.exists(copy));
    LocalDate today = LocalDate.now(Clock.system(THEN.getZone()));
    assertTrue(Files.exists(Backup.of(data.resolve("backup"), today)));
  }

  @Test
  void aRestoreDoesNotEmptyWhatItReplaces() throws Exception {
    String from = copy.toString();
    assertEquals(2, run("restore", "--data", data.toString(), from), err::toString);
    try (CaseStore store = CaseStore.open(data, THEN)) {
      assertTrue(store.byId("b").orElseThrow().photo().isPresent());
    }
    assertFalse(Files.exists(data.resolve("cases.db.replaced")));
    assertEquals(
        0, run("restore", "--data", data.toString(), from, "--date-is-right"), err::toString);
    assertTrue(Files.exists(data.resolve("cases.db.replaced")));
  }

  /** It tells no date; the copy does, and what is replaced stays whole. */
  @Test
  void overABrokenRecordTheCopysDateIsTheLastOne() throws Exception {
    Files.write(data.resolve(CaseStore.FILE), new byte[5000]);
    assertEquals(0, run("restore", "--data", data.toString(), copy.toString()), err::toString);
    assertEquals(2, run("purge", "--data", data.toString()), err::toString);
    try (CaseStore store = CaseStore.open(data, THEN)) {
      assertTrue(store.byId("a").orElseThrow().photo().isPresent());
    }
  }
}
