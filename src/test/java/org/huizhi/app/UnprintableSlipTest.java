package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprintableSlipTest {
  /** Else the first applicant's slip would tell. */
  @Test
  void doctorNamesACharacterOfASlipThatNoFontHas(@TempDir Path folder) throws Exception {
    Path config = folder.resolve("config");
    new ConfigCopy(config)
        .change("kiosk.toml", "~/huizhi", folder.resolve("data").toString())
        .change("slips/exit-entry.toml", "咨询电话", "𬎆电话");
    PrintStream stdout = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      assertEquals(1, Main.run("doctor", "--config", config.toString()));
    } finally {
      System.setOut(stdout);
    }
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("ILL  fonts     the slip exit-entry: "), said);
    assertTrue(said.contains("U+2C386"), said);
  }
}
