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
  private final Held held = new Held();
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
    try {
      // First: it is what may fail.
      hall = held.keep(new HallLink(config, data, demonstration, clock), HallLink::close);
      studio = held.keep(new Studio(Home.cache()), Studio::close);
      NetOutlines liveOutlines = held.keep(NetOutlines.open(Home.cache()), NetOutlines::close);
      FaceReader liveReader = held.keep(FaceReader.open(Home.cache()), FaceReader::close);
      slips = new SlipDesk(config, data, clock);
      printing =
          new PrintRoom(config, data, hall.store(), slips, demonstration, hall::mayPrint, clock);
      tickets =
          config.kiosk().queue().atKiosks() && !demonstration
              ? TicketPrinter.of(config, data, clock)
              : Optional.empty();
      judging =
          held.keep(
              new JudgeLoop(frames, liveReader, liveOutlines, System::nanoTime), JudgeLoop::close);
    } catch (RuntimeException | Error failed) {
      held.close();
      throw failed;
    }
    judging.start();
    hall.backUpDaily(data, clock);
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
    held.close();
  }
}
