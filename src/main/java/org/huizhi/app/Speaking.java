package org.huizhi.app;

import java.util.Optional;
import org.huizhi.board.BoardView;
import org.huizhi.config.KioskFile;
import org.huizhi.screen.Guide;
import org.huizhi.screen.Spoken;
import org.huizhi.screen.Words;
import org.huizhi.session.State;
import org.huizhi.voice.Clips;
import org.huizhi.voice.Espeak;
import org.huizhi.voice.Prompt;
import org.huizhi.voice.SoundCard;
import org.huizhi.voice.Voice;
import org.huizhi.voice.VoiceChoice;
import org.huizhi.voice.Volume;

/** What this machine's voice has to say and says it with. */
final class Speaking {
  private Speaking() {}

  static Clips clips(VoiceChoice choice) {
    return new Clips(
        choice.recordings(), Home.cache().resolve("voice"), Espeak.find().map(found -> found));
  }

  /** Empty where nothing can be heard. */
  static Optional<Voice> voice(VoiceChoice choice) {
    return SoundCard.isThere()
        ? Optional.of(new Voice(clips(choice), new SoundCard(), choice.volume()))
        : Optional.empty();
  }

  /** Who calls the tickets; empty where nothing can be heard or spoken. */
  static Optional<CallVoice> calls(KioskFile kiosk, Words words) {
    Volume volume = kiosk.voice().volume();
    return SoundCard.isThere() && volume != Volume.MUTE
        ? Espeak.find()
            .map(
                speech ->
                    new CallVoice(
                        words, BoardView.languages(words), speech, new SoundCard(), volume))
        : Optional.empty();
  }

  static Optional<Prompt> prompt(Words words, State state, Guide guide) {
    return Spoken.key(state, guide).map(key -> prompt(words, state.setting().language(), key));
  }

  static Prompt prompt(Words words, String language, String key) {
    return new Prompt(language, key, words.say(language, key));
  }
}
