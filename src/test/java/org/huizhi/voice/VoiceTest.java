package org.huizhi.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The voice follows the screen; clips come from the hall, from before, or from the engine. */
@SuppressWarnings("NullAway.Init")
class VoiceTest {
  private static final Prompt LEFT = prompt("advice.move-left", "left");
  private static final Prompt RIGHT = prompt("advice.move-right", "right");
  private static final Prompt HOLD = prompt("framing.hold", "hold");

  @TempDir private Path folder;

  private final HeldSpeaker speaker = new HeldSpeaker();
  private final List<String> spoken = new ArrayList<>();
  private Voice voice;

  @BeforeEach
  void start() {
    voice = new Voice(clips(Optional.of(engine())), speaker, Volume.NORMAL);
    voice.start();
  }

  @AfterEach
  void stop() {
    voice.close();
  }

  @Test
  void whatStandsThereIsSaidOnce() throws Exception {
    voice.follow(Optional.of(LEFT));
    speaker.hears("left@0.5");
    voice.follow(Optional.of(LEFT));
    assertTrue(speaker.letGo());
    voice.follow(Optional.of(LEFT));
    voice.follow(Optional.of(HOLD));
    speaker.hears("hold@0.5");
    assertTrue(speaker.letGo());
    speaker.heardNothingElse();
  }

  /** The one in between was never heard: it was of a picture that is gone. */
  @Test
  void aNewerPromptCutsTheOldAndReplacesTheWaiting() throws Exception {
    voice.follow(Optional.of(LEFT));
    speaker.hears("left@0.5");
    voice.follow(Optional.of(RIGHT));
    voice.follow(Optional.of(HOLD));
    assertFalse(speaker.letGo());
    speaker.hears("hold@0.5");
    assertTrue(speaker.letGo());
    speaker.heardNothingElse();
    assertEquals(List.of("left", "hold"), spoken);
  }

  /**
   * A recording of the hall's whose head claims more than it holds ends neither voice nor visit.
   */
  @Test
  void aClipThatCannotBePlayedIsPassedOver() throws Exception {
    BlockingQueue<String> tried = new LinkedBlockingQueue<>();
    Loudspeaker fails =
        (wav, _, _) -> {
          tried.add(new String(wav, StandardCharsets.UTF_8));
          throw new NegativeArraySizeException("as Java's sound does");
        };
    try (Voice other = new Voice(clips(Optional.of(engine())), fails, Volume.NORMAL)) {
      other.start();
      other.follow(Optional.of(LEFT));
      assertEquals("left", tried.poll(30, TimeUnit.SECONDS));
      other.follow(Optional.of(RIGHT));
      assertEquals("right", tried.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void itRepeatsWhenAsked() throws Exception {
    voice.follow(Optional.of(LEFT));
    speaker.hears("left@0.5");
    speaker.letGo();
    voice.again();
    speaker.hears("left@0.5");
    voice.again();
    assertFalse(speaker.letGo(), "begins anew");
    speaker.hears("left@0.5");
    assertTrue(speaker.letGo());
    speaker.heardNothingElse();
  }

  @Test
  void volumeIsHeardAtOnceAndBackToUsualForTheNext() throws Exception {
    voice.follow(Optional.of(LEFT));
    speaker.hears("left@0.5");
    voice.volume(Volume.LOUD);
    assertFalse(speaker.letGo());
    speaker.hears("left@1.0");
    voice.volume(Volume.MUTE);
    assertFalse(speaker.letGo());
    voice.follow(Optional.of(RIGHT));
    voice.follow(Optional.empty());
    assertEquals(Volume.NORMAL, voice.volume());
    voice.follow(Optional.of(LEFT));
    speaker.hears("left@0.5");
    assertTrue(speaker.letGo());
    speaker.heardNothingElse();
  }

  @Test
  void theHallsOwnRecordingComesFirst() throws Exception {
    Path recorded = folder.resolve("recordings/en/advice.move-left.wav");
    Files.createDirectories(recorded.getParent());
    Files.writeString(recorded, "recorded");
    Clips clips = clips(Optional.of(engine()));
    assertEquals("recorded", text(clips.of(LEFT)));
    assertEquals(Clips.Source.RECORDED, clips.prepare(LEFT));
    assertEquals(List.of(), spoken);
  }

  @Test
  void theEngineSpeaksEachTextOnce() throws Exception {
    Clips clips = clips(Optional.of(engine()));
    assertEquals(Clips.Source.MADE, clips.prepare(LEFT));
    assertEquals("left", text(clips.of(LEFT)));
    assertEquals("to the left", text(clips.of(prompt(LEFT.key(), "to the left"))));
    assertEquals(List.of("left", "to the left"), spoken);
  }

  @Test
  void withoutEngineAndRecordingThereIsSilence() throws Exception {
    Clips clips = clips(Optional.empty());
    assertEquals(Optional.empty(), clips.of(LEFT));
    assertEquals(Clips.Source.NONE, clips.prepare(LEFT));
  }

  @Test
  void anEngineThatFailsLeavesNothingBehind() throws Exception {
    Speech broken =
        new Speech() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public void speak(String language, String text, Path wav) throws IOException {
            Files.writeString(wav, "half");
            throw new IOException("out of breath");
          }
        };
    Clips clips = clips(Optional.of(broken));
    assertThrows(IOException.class, () -> clips.of(LEFT));
    try (Stream<Path> left = Files.walk(folder.resolve("made"))) {
      assertEquals(0, left.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void mandarinIsGivenInPinyinByItsMeaning() {
    assertEquals("qing3 mian4 xiang4 jing4 tou2, chong2 fu4", Espeak.pinyin("请面向镜头，重复"));
    assertEquals("nü3 shi4", Espeak.pinyin("女士"));
    assertEquals("hai2 cha4 3 wei4", Espeak.pinyin("还差3位").replaceAll("\\s+", " "));
  }

  @Test
  void espeakSpeaksBothLanguages() throws Exception {
    Optional<Espeak> espeak = Espeak.find();
    Assumptions.assumeTrue(espeak.isPresent(), "espeak-ng is not installed");
    for (String language : List.of("zh", "en")) {
      Path wav = folder.resolve(language + ".wav");
      espeak.get().speak(language, language.equals("zh") ? "请看镜头" : "Look at the camera", wav);
      assertTrue(Files.size(wav) > 20_000, language + " is only " + Files.size(wav) + " bytes");
    }
    assertThrows(
        IOException.class, () -> espeak.get().speak("tlh-x-no", "", folder.resolve("x.wav")));
  }

  @Test
  void samplesAreSoftened() {
    byte[] samples = {0, 64, 0, -64, 1, 0, 9};
    SoundCard.soften(samples, 6, 0.5);
    assertArrayEquals(new byte[] {0, 32, 0, -32, 1, 0, 9}, samples);
  }

  @Test
  void whatIsNoClipIsNotPlayed() {
    assertThrows(IOException.class, () -> new SoundCard().play(new byte[9], 1, () -> true));
  }

  private Clips clips(Optional<Speech> speech) {
    return new Clips(folder.resolve("recordings"), folder.resolve("made"), speech);
  }

  private Speech engine() {
    return new Speech() {
      @Override
      public String name() {
        return "pretended";
      }

      @Override
      public void speak(String language, String text, Path wav) throws IOException {
        spoken.add(text);
        Files.writeString(wav, text);
      }
    };
  }

  private static String text(Optional<byte[]> clip) {
    return new String(clip.orElseThrow(), StandardCharsets.UTF_8);
  }

  private static Prompt prompt(String key, String text) {
    return new Prompt("en", key, text);
  }
}
