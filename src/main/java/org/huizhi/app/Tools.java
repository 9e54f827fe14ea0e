package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.huizhi.camera.LatestFrame;
import org.huizhi.check.JudgeLoop;
import org.huizhi.check.NetOutlines;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.FaceReader;
import org.huizhi.face.OpenCv;
import org.huizhi.receipt.SlipPreview;
import org.huizhi.record.CaseStore;
import org.huizhi.spec.Spec;

/**
 * Everything that takes a second to open and that a visit needs: models, record, slips, printers.
 * Opened and used on the work thread, but for what says otherwise.
 */
final class Tools implements AutoCloseable {
  private final FaceReader liveReader;
  private final NetOutlines liveOutlines;
  private final JudgeLoop judging;
  private final Studio studio;
  private final Path data;
  private final HallLink hall;
  private final SlipDesk slips;
  private final PrintRoom printing;
  private final Optional<TicketPrinter> tickets;

  Tools(KioskConfig config, Path data, LatestFrame frames, boolean demonstration, Clock clock) {
    OpenCv.load();
    this.data = data;
    hall = new HallLink(config, data, demonstration, clock); // first: it is what may fail
    hall.backUpDaily(data, clock);
    liveReader = FaceReader.open(Home.cache());
    liveOutlines = NetOutlines.open(Home.cache());
    judging = new JudgeLoop(frames, liveReader, liveOutlines, System::nanoTime);
    judging.start();
    slips = new SlipDesk(config, data, clock);
    printing = new PrintRoom(config, data, hall.store(), slips, demonstration, clock);
    tickets =
        config.kiosk().queue().atKiosks() && !demonstration
            ? TicketPrinter.of(config, data, clock)
            : Optional.empty();
    studio = new Studio(Home.cache());
  }

  /** Any thread. */
  JudgeLoop judging() {
    return judging;
  }

  /** The models for stills; the judge of live frames has its own. */
  Studio studio() {
    return studio;
  }

  /** Any thread. */
  CaseStore store() {
    return hall.store();
  }

  /** Any thread. */
  HallLink hall() {
    return hall;
  }

  /** The data folder. */
  Path data() {
    return data;
  }

  SlipDesk slips() {
    return slips;
  }

  /** The printing thread's. */
  PrintRoom printing() {
    return printing;
  }

  /** The printing thread's; empty where tickets are only shown. */
  Optional<TicketPrinter> tickets() {
    return tickets;
  }

  /**
   * Makes a photo and a slip of nobody: what ran before takes a third of the time, and nobody
   * stands before a machine that is being started.
   */
  void rehearse(Spec document) {
    studio.rehearse(document);
    SlipPreview.png(slips.testPage(document), VisitWork.PREVIEW_DPI);
  }

  /** Drops everything of a person that models and judge hold. */
  void forget() {
    judging.rest();
    studio.forget();
  }

  @Override
  public void close() {
    judging.close();
    liveReader.close();
    liveOutlines.close();
    studio.close();
    hall.close();
  }
}
