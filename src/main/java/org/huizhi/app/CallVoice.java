package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.huizhi.board.Crier;
import org.huizhi.board.Spelling;
import org.huizhi.queue.Call;
import org.huizhi.screen.Words;
import org.huizhi.voice.Loudspeaker;
import org.huizhi.voice.Speech;
import org.huizhi.voice.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says the calls in the languages of the board, one after the other, each to its end. Any thread.
 * Its clips are not kept: hardly a call comes twice.
 */
final class CallVoice implements Crier, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallVoice.class);

  private final Words words;
  private final List<String> languages;
  private final Speech speech;
  private final Loudspeaker speaker;
  private final Volume volume;
  private final AtomicInteger unsaid = new AtomicInteger();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().name("calls").daemon().unstarted(task));
  private volatile boolean closed;

  CallVoice(
      Words words, List<String> languages, Speech speech, Loudspeaker speaker, Volume volume) {
    this.words = words;
    this.languages = List.copyOf(languages);
    this.speech = speech;
    this.speaker = speaker;
    this.volume = volume;
  }

  @Override
  public void cry(Call call) {
    unsaid.incrementAndGet();
    try {
      thread.execute(() -> say(call));
    } catch (RejectedExecutionException closing) {
      unsaid.decrementAndGet();
    }
  }

  @Override
  public boolean isCrying() {
    return unsaid.get() > 0;
  }

  private void say(Call call) {
    try {
      for (String language : languages) {
        if (!closed) {
          say(language, Spelling.of(call, words, language));
        }
      }
    } finally {
      unsaid.decrementAndGet();
    }
  }

  private void say(String language, String text) {
    try {
      Path clip = Files.createTempFile("huizhi-call", ".wav");
      try {
        speech.speak(language, text, clip);
        speaker.play(Files.readAllBytes(clip), volume.gain(), () -> !closed);
      } finally {
        Files.delete(clip);
      }
    } catch (IOException mute) {
      LOG.warn("a call cannot be heard in {}: {}", language, mute.getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdown();
  }
}
