package org.huizhi.screen;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.voice.Voice;
import org.huizhi.voice.Volume;

/** How loud the voice is, and saying once more what stands on the screen. */
final class SoundPanel extends StackPane {
  private final Wording wording;
  private final Voice voice;
  private final VBox level = new VBox();
  private final Button softer;
  private final Button louder;

  /**
   * @param close what takes the panel away
   */
  SoundPanel(Wording wording, Voice voice, Runnable close) {
    this.wording = wording;
    this.voice = voice;
    softer = button("softer", Phrase.SOUND__SOFTER, () -> set(voice.volume().softer()));
    louder = button("louder", Phrase.SOUND__LOUDER, () -> set(voice.volume().louder()));
    Button again = button("say-again", Phrase.SOUND__AGAIN, voice::again);
    Button mute = button("mute", Phrase.SOUND__MUTE, () -> set(Volume.MUTE));
    Button done =
        wording.button("sound-done", wording.both("action", Phrase.SOUND__DONE), "primary", close);
    VBox card =
        new VBox(
            wording.both("title", Phrase.SOUND__TITLE),
            level,
            new Halves(Optional.of(softer), Optional.of(louder)),
            new Halves(Optional.of(mute), Optional.of(again)),
            new Halves(Optional.empty(), Optional.of(done)));
    card.getStyleClass().add("card");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(card);
    getStyleClass().add("veil");
    setId("sound");
    show();
  }

  private Button button(String id, Phrase phrase, Runnable action) {
    return wording.button(
        id,
        wording.both("action", phrase),
        "secondary",
        () -> {
          wording.told(new Event.Touched(wording.number()));
          action.run();
        });
  }

  private void set(Volume volume) {
    voice.volume(volume);
    show();
  }

  private void show() {
    Volume volume = voice.volume();
    level.getChildren().setAll(wording.both("text", Keys.of(volume)));
    softer.setDisable(volume == volume.softer());
    louder.setDisable(volume == volume.louder());
  }
}
