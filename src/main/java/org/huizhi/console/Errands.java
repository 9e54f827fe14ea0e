package org.huizhi.console;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the desk what takes its time, on a thread of its own, and answers on the JavaFX thread.
 *
 * @param thread where the desk is asked
 * @param failed hears that something could not be done, where whoever asked does not
 */
record Errands(Executor thread, Runnable failed) {
  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

  <T> void ask(Supplier<T> question, Consumer<T> answer) {
    ask(question, answer, failed);
  }

  /**
   * @param unanswered runs instead of the answer, on the JavaFX thread
   */
  <T> void ask(Supplier<T> question, Consumer<T> answer, Runnable unanswered) {
    thread.execute(
        () -> {
          try {
            T answered = question.get();
            Platform.runLater(() -> show(answer, answered, unanswered));
          } catch (StorageTrouble trouble) {
            LOG.warn("a staff page: {}", trouble.getMessage());
            Platform.runLater(unanswered);
          } catch (RuntimeException mistake) {
            LOG.error("a staff page failed", mistake);
            Platform.runLater(unanswered);
          }
        });
  }

  /** A mistake on a page of the staff's is no reason to end an applicant's visit. */
  private static <T> void show(Consumer<T> answer, T answered, Runnable unanswered) {
    try {
      answer.accept(answered);
    } catch (RuntimeException mistake) {
      LOG.error("a staff page failed", mistake);
      unanswered.run();
    }
  }
}
