package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonArray;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.huizhi.config.KioskConfig;
import org.huizhi.receipt.SlipSamples;
import org.huizhi.record.CaseStore;
import org.huizhi.record.KeptCase;
import org.huizhi.record.Personal;
import org.huizhi.storage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case taken up at a machine with fewer fonts, on a real record. */
class SlipDeskTest {
  /** For private use: no font has it. */
  private static final String NAME = "王" + Character.toString(0xF0000);

  @TempDir private Path dir = Path.of("");

  @Test
  void aNameThatNoFontCanPrintCostsNobodyThePhoto() throws Exception {
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    Clock clock = Clock.system(config.kiosk().timeZone());
    SlipDesk slips = new SlipDesk(config, dir, clock);
    assertFalse(slips.canPrint(NAME));
    Personal told =
        slips.printable(new Personal(Optional.of(NAME), Optional.of("110105194912310021")));
    try (CaseStore store = CaseStore.open(dir, Kind.SQLITE.storage(), "1", clock)) {
      SlipDesk.Application application =
          new SlipDesk.Application(
              "case-1",
              Objects.requireNonNull(config.specs().get("hk-macau-permit")),
              told,
              SlipSamples.photo(),
              new JsonArray(),
              new JsonArray(),
              clock.instant(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              new JsonArray());
      String number = slips.issue(store, application, false).imageNumber();
      KeptCase kept = store.byNumber(number).orElseThrow();
      assertEquals(
          new Personal(Optional.empty(), Optional.of("110105194912310021")), kept.personal());
      assertFalse(kept.photo().isEmpty());
    }
    Personal usual = new Personal(Optional.of("张三"), Optional.empty(), Optional.of("139"));
    assertEquals(usual, slips.printable(usual));
  }
}
