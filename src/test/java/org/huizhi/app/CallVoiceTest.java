package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.huizhi.queue.Call;
import org.huizhi.screen.WordsFiles;
import org.huizhi.voice.Speech;
import org.huizhi.voice.Volume;
import org.junit.jupiter.api.Test;

class CallVoiceTest {
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  /** Writes down what it is to say; it has no Uyghur voice. */
  private static final class Writing implements Speech {
    @Override
    public String name() {
      return "writing";
    }

    @Override
    public void speak(String language, String text, Path wav) throws IOException {
      if (language.equals("ug")) {
        throw new IOException("no such voice");
      }
      Files.writeString(wav, language + ": " + text);
    }
  }

  private static Call call(String number, String machine) {
    return new Call(number, machine, "", 1, Instant.EPOCH, true);
  }

  @Test
  void callsAreSaidOneAfterTheOtherInEachLanguage() throws Exception {
    try (CallVoice voice =
        new CallVoice(
            WordsFiles.read(),
            List.of("ug", "zh", "en"),
            new Writing(),
            (wav, _, _) -> {
              heard.add(new String(wav, StandardCharsets.UTF_8));
              try {
                assertTrue(mayEnd.await(20, TimeUnit.SECONDS));
              } catch (InterruptedException ended) {
                throw new IOException(ended);
              }
            },
            Volume.NORMAL)) {
      assertFalse(voice.isCrying());
      voice.cry(call("A057", "3"));
      voice.cry(call("P012", "11"));
      assertEquals("zh: 请 A 零 五 七 号，到 三 号机", heard.poll(20, TimeUnit.SECONDS));
      assertTrue(voice.isCrying(), "the first is not said to its end");
      assertEquals(null, heard.peek());
      mayEnd.countDown();
      assertEquals(
          "en: Number A zero five seven, please go to machine three",
          heard.poll(20, TimeUnit.SECONDS));
      assertEquals("zh: 请 P 零 一 二 号，到 一 一 号机", heard.poll(20, TimeUnit.SECONDS));
      assertEquals(
          "en: Number P zero one two, please go to machine one one",
          heard.poll(20, TimeUnit.SECONDS));
    }
  }
}
