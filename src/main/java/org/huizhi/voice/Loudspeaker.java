package org.huizhi.voice;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Where clips are heard. */
public interface Loudspeaker {
  /**
   * Plays to the end, or until it may not go on.
   *
   * @param wav a whole WAV file
   * @param gain what samples are multiplied by
   * @throws IOException when nothing can be heard
   */
  void play(byte[] wav, double gain, BooleanSupplier goOn) throws IOException;
}
