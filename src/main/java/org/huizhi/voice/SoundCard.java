package org.huizhi.voice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The machine's own sound, by {@code javax.sound}. */
public final class SoundCard implements Loudspeaker {
  private static final AudioFormat USUAL = new AudioFormat(22_050, 16, 1, true, false);

  /** So soon does a voice that may not go on fall silent. */
  private static final int PIECES_A_SECOND = 20;

  /** Whether this machine can be heard at all. */
  public static boolean isThere() {
    return AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, USUAL));
  }

  @Override
  public void play(byte[] wav, double gain, BooleanSupplier goOn) throws IOException {
    try (AudioInputStream told = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav));
        AudioInputStream in = AudioSystem.getAudioInputStream(sixteenBits(told), told);
        SourceDataLine line = AudioSystem.getSourceDataLine(in.getFormat())) {
      int frame = in.getFormat().getFrameSize();
      byte[] piece = new byte[(int) in.getFormat().getFrameRate() / PIECES_A_SECOND * frame];
      line.open(in.getFormat(), piece.length * 2);
      line.start();
      int read = in.read(piece);
      while (read > 0 && goOn.getAsBoolean()) {
        soften(piece, read, gain);
        line.write(piece, 0, read);
        read = in.read(piece);
      }
      if (goOn.getAsBoolean()) {
        line.drain();
      } else {
        line.flush();
      }
    } catch (UnsupportedAudioFileException
        | LineUnavailableException
        | IllegalArgumentException no) {
      throw new IOException("cannot be played: " + no.getMessage(), no);
    }
  }

  private static AudioFormat sixteenBits(AudioInputStream told) {
    AudioFormat format = told.getFormat();
    return new AudioFormat(format.getSampleRate(), 16, format.getChannels(), true, false);
  }

  /** The same samples with less in them; 16 bits, low byte first. */
  static void soften(byte[] samples, int count, double gain) {
    for (int i = 0; i + 1 < count; i += 2) {
      int sample = (samples[i] & 0xFF) | samples[i + 1] << 8;
      int softer = (int) Math.round(sample * gain);
      samples[i] = (byte) softer;
      samples[i + 1] = (byte) (softer >> 8);
    }
  }
}
