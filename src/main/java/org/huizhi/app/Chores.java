package org.huizhi.app;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.huizhi.record.HallPurge;
import org.huizhi.record.Purged;
import org.huizhi.record.Retention;
import org.huizhi.session.Event;
import org.huizhi.session.PaperFault;
import org.huizhi.session.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done again and again, whoever stands before the machine: looking after the paper,
 * deleting what is due, here and in the hall. On the printing thread.
 */
final class Chores {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
  private static final int PAPER_SECONDS = 3;
  private static final int PURGE_SECONDS = 30;
  private static final int HALL_PURGE_SECONDS = 120;

  private final Tools tools;
  private final Consumer<Event> tell;
  private final Clock clock;
  private final Retention keep;
  private Optional<PaperFault> lastFault = Optional.empty();

  /**
   * @param keep how long what is personal stays in the record
   */
  Chores(Tools tools, Consumer<Event> tell, Clock clock, Retention keep) {
    this.tools = tools;
    this.tell = tell;
    this.clock = clock;
    this.keep = keep;
  }

  void start(ScheduledExecutorService thread) {
    thread.execute(() -> done(() -> tools.printing().resume()));
    every(thread, PAPER_SECONDS, this::watchPaper);
    every(thread, PURGE_SECONDS, this::purge);
    if (tools.hall().hall() != tools.store().database()) {
      HallPurge hall = tools.hall().hallPurge(clock);
      every(thread, HALL_PURGE_SECONDS, () -> purge(hall));
    }
  }

  private void every(ScheduledExecutorService thread, int seconds, Deed deed) {
    var _ = thread.scheduleWithFixedDelay(() -> done(deed), 0, seconds, TimeUnit.SECONDS);
  }

  private void done(Deed deed) {
    var _ = Deed.orTrouble(tell, deed);
  }

  private void watchPaper() {
    Optional<PaperFault> fault = fault();
    if (fault.equals(lastFault)) {
      return;
    }
    lastFault.ifPresent(old -> tell.accept(new Event.Mended(new Trouble.PrinterTrouble(old))));
    fault.ifPresent(now -> tell.accept(new Event.TroubleArose(new Trouble.PrinterTrouble(now))));
    lastFault = fault;
  }

  private Optional<PaperFault> fault() {
    try {
      return tools.printing().fault();
    } catch (RuntimeException wrong) {
      // Whatever a printer answers, it is a printer's trouble and no reason to end a visit.
      LOG.error("a printer's state cannot be read", wrong);
      return Optional.of(PaperFault.OTHER);
    }
  }

  /** Deletes what is due. It writes, so when it succeeds the record works again too. */
  private void purge() {
    Purged purged = tools.hall().purge(keep);
    tools.printing().forget(purged.due().files());
    if (purged.cases() > 0) {
      LOG.info("deleted what was personal of {} cases", purged.cases());
    }
    tell.accept(new Event.Mended(new Trouble.RecordTrouble()));
    tell.accept(new Event.Mended(new Trouble.DiskFull()));
  }

  /** A machine that took a photo may never be there again to delete it. */
  private void purge(HallPurge hall) {
    if (!tools.hall().away()) {
      Deed.orLater(
          "what is due in the hall",
          () -> {
            Purged purged = hall.some(keep);
            if (purged.cases() > 0) {
              LOG.info("deleted what was personal of {} cases of the hall", purged.cases());
            }
          });
    }
  }
}
