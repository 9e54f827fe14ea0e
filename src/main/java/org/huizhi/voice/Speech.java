package org.huizhi.voice;

import java.io.IOException;
import java.nio.file.Path;

/** A speech engine. */
public interface Speech {
  /** What it is, as part of the names of what it made. */
  String name();

  /** Speaks a sentence into a WAV file. */
  void speak(String language, String text, Path wav) throws IOException;
}
