package org.huizhi.console;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.huizhi.screen.Words;

/** Asks why; the reason that is touched is the deed. */
final class Reasons<T> extends StackPane {
  /**
   * @param reasons each with its sentence, in order
   * @param cancel closes the question
   */
  Reasons(Say say, StaffPhrase title, Map<T, String> reasons, Consumer<T> chosen, Runnable cancel) {
    VBox card = new VBox(say.text(title, "title"));
    reasons.forEach(
        (reason, sentence) -> {
          var button =
              Say.button(
                  "reason-" + Words.kebab((Enum<?>) reason),
                  sentence,
                  "secondary",
                  () -> {
                    cancel.run();
                    chosen.accept(reason);
                  });
          button.setMaxWidth(Double.MAX_VALUE);
          card.getChildren().add(button);
        });
    var none = say.button("reason-none", StaffPhrase.TOP__CANCEL, "primary", cancel);
    none.setMaxWidth(Double.MAX_VALUE);
    card.getChildren().add(none);
    card.getStyleClass().addAll("card", "staff-reasons");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(card);
    getStyleClass().add("veil");
  }
}
