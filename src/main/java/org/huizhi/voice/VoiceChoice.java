package org.huizhi.voice;

import java.nio.file.Path;

/**
 * How this machine speaks.
 *
 * @param volume how loud every visit begins
 * @param recordings the hall's own clips, {@code LANGUAGE/KEY.wav}; relative to kiosk.toml
 */
public record VoiceChoice(Volume volume, Path recordings) {
  /** The same with the folder found from this one. */
  public VoiceChoice in(Path folder) {
    return new VoiceChoice(volume, folder.resolve(recordings));
  }
}
