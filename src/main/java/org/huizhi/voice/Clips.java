package org.huizhi.voice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Finds what a prompt sounds like: the hall's own recording, or what a speech engine made of its
 * text before or makes now.
 *
 * @param recordings a folder of {@code LANGUAGE/KEY.wav}
 * @param made where the engine's clips are kept, named by their text, so that changed words are
 *     spoken anew
 */
public record Clips(Path recordings, Path made, Optional<Speech> speech) {
  /** Where a clip comes from. */
  public enum Source {
    RECORDED,
    MADE,
    NONE
  }

  /** The prompt's WAV file; empty when it was not recorded and nothing can speak it. */
  public Optional<byte[]> of(Prompt prompt) throws IOException {
    Path recorded = recorded(prompt);
    if (Files.isRegularFile(recorded)) {
      return Optional.of(Files.readAllBytes(recorded));
    }
    return make(prompt) ? Optional.of(Files.readAllBytes(spoken(prompt))) : Optional.empty();
  }

  /** Makes sure that the prompt need not be spoken in front of somebody. */
  public Source prepare(Prompt prompt) throws IOException {
    if (Files.isRegularFile(recorded(prompt))) {
      return Source.RECORDED;
    }
    return make(prompt) ? Source.MADE : Source.NONE;
  }

  private boolean make(Prompt prompt) throws IOException {
    if (speech.isEmpty()) {
      return false;
    }
    Path clip = spoken(prompt);
    if (!Files.isRegularFile(clip)) {
      Files.createDirectories(clip.getParent());
      Path unfinished = Files.createTempFile(clip.getParent(), "clip", ".part");
      try {
        speech.get().speak(prompt.language(), prompt.text(), unfinished);
        Files.move(unfinished, clip, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
    return true;
  }

  private Path recorded(Prompt prompt) {
    return recordings.resolve(prompt.language()).resolve(prompt.key() + ".wav");
  }

  private Path spoken(Prompt prompt) {
    String engine = speech.map(Speech::name).orElse("");
    return made.resolve(prompt.language())
        .resolve(hash(engine + "\n" + prompt.text()) + ".wav")
        .toAbsolutePath();
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
