package org.huizhi.app;

import java.util.function.Consumer;
import org.huizhi.session.Event;
import org.huizhi.session.Trouble;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that a thread of the kiosk does. */
interface Deed {
  Logger LOG = LoggerFactory.getLogger(Deed.class);

  void run() throws InterruptedException;

  /**
   * Does it. This is the one place where what goes wrong becomes a trouble that people see.
   *
   * @return true when it was done
   */
  static boolean orTrouble(Consumer<Event> tell, Deed deed) {
    try {
      deed.run();
      return true;
    } catch (StorageTrouble trouble) {
      LOG.error("the record failed", trouble);
      if (trouble.kind() == StorageTrouble.Kind.BUSY) {
        return false; // somebody else writes just now; the next round does it
      }
      tell.accept(
          new Event.TroubleArose(
              trouble.kind() == StorageTrouble.Kind.FULL
                  ? new Trouble.DiskFull()
                  : new Trouble.RecordTrouble()));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error mistake) {
      String code = Mistakes.code(mistake);
      LOG.error("mistake {}", code, mistake);
      tell.accept(new Event.TroubleArose(new Trouble.Mistake(code)));
    }
    return false;
  }

  /**
   * Does what the next round does again anyhow: while the record is away, who waits goes on
   * waiting. A mistake of ours goes where all of them go, to the screen with its code; an executor
   * would swallow it.
   *
   * @param what that waits meanwhile, for the log
   */
  static void orLater(String what, Runnable deed) {
    try {
      deed.run();
    } catch (StorageTrouble away) {
      LOG.warn("{} waits for the record: {}", what, away.getMessage());
    } catch (RuntimeException | Error mistake) {
      Thread here = Thread.currentThread();
      here.getUncaughtExceptionHandler().uncaughtException(here, mistake);
    }
  }
}
