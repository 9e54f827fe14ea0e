package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.PretendPrinter;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.Paper;
import org.huizhi.receipt.SlipPreview;
import org.huizhi.receipt.SlipSamples;
import org.huizhi.record.CaseStore;
import org.huizhi.record.NewCase;
import org.huizhi.record.Personal;
import org.huizhi.record.PrintStep;
import org.huizhi.session.PaperFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault of a printer, from the press on the screen to the sheet: see fault-matrix.txt. */
class FaultMatrixTest {
  private static final Instant AT_NOON = Instant.parse("2026-11-26T04:00:00Z");
  private static final Clock NOON = Clock.fixed(AT_NOON, ZoneId.of("Asia/Shanghai"));

  private static final byte[] PDF = SlipSamples.pdf();
  private static final ImageNumbers NUMBERS = ImageNumbers.of(ImageNumbers.DEFAULT_PATTERN, "1");
  private static final NewCase CASE =
      new NewCase(
          "case-1",
          "hk-macau-permit",
          AT_NOON,
          Optional.empty(),
          Optional.empty(),
          false,
          Personal.NONE,
          SlipSamples.photo(),
          "[]",
          "[]",
          Optional.empty(),
          "[]");

  @TempDir Path folder;
  private final List<String> table = new ArrayList<>();

  /** What is wrong, and how it is made right. */
  private interface Fault {
    void with(PretendPrinter printer);
  }

  @Test
  void eachFaultIsSeenAndEachSlipComesOutOnce() throws Exception {
    SlipDesk slips = new SlipDesk(KioskConfig.read(Path.of("kiosk-config")), folder, NOON);
    row(slips, "none", printer -> {}, printer -> {});
    row(slips, "paper out", printer -> printer.has("media-empty-error"), PretendPrinter::mended);
    row(slips, "jam", printer -> printer.has("media-jam-error"), PretendPrinter::mended);
    row(slips, "door open", printer -> printer.has("door-open-error"), PretendPrinter::mended);
    row(slips, "paused", PretendPrinter::stands, PretendPrinter::mended);
    row(slips, "offline", PretendPrinter::unplug, printer -> {});
    row(
        slips,
        "paper out once sent",
        printer -> printer.onceSent("media-empty"),
        PretendPrinter::mended);
    row(slips, "jam once sent", printer -> printer.onceSent("media-jam"), PretendPrinter::mended);
    row(
        slips,
        "door opened once sent",
        printer -> printer.onceSent("door-open"),
        PretendPrinter::mended);
    row(slips, "slower than patience", printer -> printer.onceSent("busy"), PretendPrinter::mended);
    row(slips, "disconnected in the middle", PretendPrinter::hangsUp, printer -> {});
    row(slips, "refused", PretendPrinter::refuses, PretendPrinter::mended);
    assertEquals(golden(), String.join("\n", table));
  }

  private static String golden() throws Exception {
    try (var in =
        Objects.requireNonNull(FaultMatrixTest.class.getResourceAsStream("fault-matrix.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private void row(SlipDesk slips, String name, Fault fault, Fault mending) throws Exception {
    Path data = folder.resolve(name.replace(' ', '-'));
    try (PretendPrinter printer = new PretendPrinter();
        CaseStore store = CaseStore.open(data, NOON)) {
      KioskConfig config = config(data, ipp(printer));
      PrintRoom room = new PrintRoom(config, data, store, slips, false, NOON);
      store.issue(CASE, NUMBERS, number -> PDF);
      fault.with(printer);
      table.add(name);
      press(room, store);
      mending.with(printer);
      press(room, store);
      table.add("  slips on paper: " + printer.sheets());
    }
  }

  private void press(PrintRoom room, CaseStore store) {
    String admission = room.fault().map(why -> "nobody begins, " + why).orElse("open");
    PrintOutcome outcome = room.printFor("case-1");
    String applicant =
        switch (outcome) {
          case PrintOutcome.Printed _ -> "takes the slip";
          case PrintOutcome.Failed _ -> "can press again or go with the number";
          case PrintOutcome.Unknown _ -> "is sent to staff with the number";
        };
    String staff =
        switch (outcome) {
          case PrintOutcome.Printed _ -> "";
          case PrintOutcome.Failed failed -> " | " + failed.reason();
          case PrintOutcome.Unknown unknown -> " | " + unknown.reason();
        };
    String steps =
        store.jobs().of("case-1").stream()
            .map(
                job ->
                    store.jobs().steps(job.id()).stream()
                        .map(PrintStep::state)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining(" / "));
    table.add("  " + admission + " | " + applicant + staff + " | " + steps);
  }

  @Test
  void aPrinterThatRefusesIsStoodInForOnTheOthersPaper() throws Exception {
    Path data = folder.resolve("fallback");
    try (PretendPrinter printer = new PretendPrinter().refuses();
        CaseStore store = CaseStore.open(data, NOON)) {
      KioskConfig config =
          config(data, ipp(printer) + "[[printers]]\n" + FOLDER + "paper = \"roll-80\"\n");
      SlipDesk slips = new SlipDesk(config, data, NOON);
      PrintRoom room = new PrintRoom(config, data, store, slips, false, NOON);
      store.issue(CASE, NUMBERS, number -> PDF);
      assertEquals(new PrintOutcome.Printed(), room.printFor("case-1"));
      assertEquals(
          List.of("slips FAILED", "spare PRINTED"),
          store.jobs().of("case-1").stream()
              .map(job -> job.printer().orElseThrow() + " " + job.state())
              .toList());
      assertEquals(0, printer.sheets());
      try (Stream<Path> files = Files.list(data.resolve("out"))) {
        List<Path> came = files.toList();
        assertEquals(1, came.size());
        assertEquals(Paper.ROLL_80, SlipPreview.paper(Files.readAllBytes(came.getFirst())));
      }
    }
  }

  @Test
  void aPrinterWhoseCountIsAtNoughtTakesNobodyUntilItIsFilled() throws Exception {
    Path data = folder.resolve("counted");
    try (CaseStore store = CaseStore.open(data, NOON)) {
      KioskConfig config = config(data, "[[printers]]\n" + FOLDER + "sheets = 1\n");
      SlipDesk slips = new SlipDesk(config, data, NOON);
      PrintRoom room = new PrintRoom(config, data, store, slips, false, NOON);
      store.issue(CASE, NUMBERS, number -> PDF);
      assertEquals(Optional.empty(), room.fault());
      assertEquals(new PrintOutcome.Printed(), room.printFor("case-1"));
      assertEquals(Optional.of(PaperFault.NO_PAPER), room.fault());
      store.sheets().filled(PrintRoom.sheetsOf("1", "spare"), 1);
      assertEquals(Optional.empty(), room.fault());
    }
  }

  private static final String FOLDER = "kind = \"folder\"\nname = \"spare\"\nfolder = \"out\"\n";

  private static String ipp(PretendPrinter printer) {
    return "[[printers]]\nkind = \"ipp\"\nname = \"slips\"\npatience = \"700 ms\"\naddress = \""
        + printer.address()
        + "\"\n\n";
  }

  private KioskConfig config(Path data, String printers) throws Exception {
    Path copy = data.resolve("kiosk-config");
    Path ours = Path.of("kiosk-config");
    try (Stream<Path> files = Files.walk(ours)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(ours.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Path kiosk = copy.resolve("kiosk.toml");
    String text = Files.readString(kiosk);
    int from = text.indexOf("[[printers]]");
    int to = text.indexOf("# Tickets and calls");
    Files.writeString(kiosk, text.substring(0, from) + printers + "\n" + text.substring(to));
    return KioskConfig.read(copy);
  }
}
