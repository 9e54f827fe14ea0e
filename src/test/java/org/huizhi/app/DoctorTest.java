package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.CaseStore;
import org.huizhi.staff.Health;
import org.huizhi.staff.Heartbeats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir Path folder;

  /** Only the program that runs sees them, and its screen goes on as if nothing were. */
  @Test
  void doctorTellsOfMistakesThatTheRunningKioskMakesAgainAndAgain() throws Exception {
    Path config = folder.resolve("config");
    new ConfigCopy(config).change("kiosk.toml", "~/huizhi", folder.resolve("data").toString());
    assertTrue(doctor(config).contains("ok   kiosk     does not run just now"));
    beat(config, Optional.of(HealthWatch.MISTAKE));
    String said = doctor(config);
    assertTrue(said.contains("ILL  kiosk     it makes a mistake again and again"), said);
    assertTrue(said.contains("[MODELS]"), said);
    beat(config, Optional.empty());
    assertTrue(doctor(config).contains("ok   kiosk     runs"));
  }

  private void beat(Path config, Optional<String> trouble) throws Exception {
    KioskConfig read = KioskConfig.read(config);
    Instant now = Instant.now();
    Health.Part models =
        new Health.Part(Health.Kind.MODELS, "", trouble, trouble.map(_ -> now), Map.of());
    try (CaseStore store = Records.open(read, folder.resolve("data"), Clock.systemUTC())) {
      new Heartbeats(store.database())
          .beat(new Health(read.kiosk().machine(), now, List.of(models), Map.of()));
    }
  }

  private static String doctor(Path config) {
    PrintStream stdout = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      Main.run("doctor", "--config", config.toString());
    } finally {
      System.setOut(stdout);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
