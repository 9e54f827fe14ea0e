package org.huizhi.voice;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the screen: says what stands there now, once, and falls silent as soon as something else
 * does. So prompts never overlap, none waits in a line, and none is said of a picture that is gone.
 * One thread speaks; the methods are for any.
 */
public final class Voice implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Voice.class);

  private final Clips clips;
  private final Loudspeaker speaker;
  private final Volume usual;
  private final Thread thread = Thread.ofPlatform().name("voice").daemon().unstarted(this::live);
  private Optional<Prompt> shown = Optional.empty();
  private Optional<Prompt> said = Optional.empty();
  private Volume volume;
  private boolean cut;
  private boolean closed;

  /**
   * @param usual how loud every visit begins
   */
  public Voice(Clips clips, Loudspeaker speaker, Volume usual) {
    this.clips = clips;
    this.speaker = speaker;
    this.usual = usual;
    this.volume = usual;
  }

  public void start() {
    thread.start();
  }

  /**
   * What stands on the screen now; to be told as often as the screen is.
   *
   * @param now empty when nothing is to be said, as when nobody is there: the next person hears
   *     everything anew and as loud as usual
   */
  public synchronized void follow(Optional<Prompt> now) {
    if (now.equals(shown)) {
      return;
    }
    if (now.isEmpty()) {
      said = Optional.empty();
      volume = usual;
    }
    shown = now;
    notifyAll();
  }

  /** Says once more what stands there. */
  public synchronized void again() {
    said = Optional.empty();
    cut = true;
    notifyAll();
  }

  public synchronized Volume volume() {
    return volume;
  }

  /** From the next prompt on; what stands there is said once more, so that one hears it. */
  public synchronized void volume(Volume wanted) {
    volume = wanted;
    again();
  }

  private void live() {
    try {
      Optional<Prompt> next = next();
      while (next.isPresent()) {
        speak(next.get());
        next = next();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for something to say; empty at the end. */
  private synchronized Optional<Prompt> next() throws InterruptedException {
    while (!closed && (volume == Volume.MUTE || shown.isEmpty() || shown.equals(said))) {
      wait();
    }
    said = shown;
    cut = false;
    return closed ? Optional.empty() : shown;
  }

  private void speak(Prompt prompt) {
    try {
      Optional<byte[]> clip = clips.of(prompt);
      if (clip.isPresent() && stands(prompt)) {
        speaker.play(clip.get(), volume().gain(), () -> stands(prompt));
      }
    } catch (IOException | RuntimeException | Error mute) {
      LOG.warn("the prompt {} cannot be heard: {}", prompt.key(), mute.toString());
    }
  }

  private synchronized boolean stands(Prompt prompt) {
    return !closed && !cut && volume != Volume.MUTE && shown.equals(Optional.of(prompt));
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    thread.interrupt();
  }
}
