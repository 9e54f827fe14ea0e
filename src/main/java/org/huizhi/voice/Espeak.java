package org.huizhi.voice;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code espeak-ng}, where it is installed; a program of its own that is only called. Its Mandarin
 * understands pinyin better than characters, so it is given that.
 */
public record Espeak(Path program) implements Speech {
  private static final int PATIENCE_SECONDS = 10;

  /** Slower than usual, for halls with an echo. */
  private static final String WORDS_A_MINUTE = "140";

  /** Looks for it where programs are. */
  public static Optional<Espeak> find() {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .flatMap(
            folder -> Stream.of("espeak-ng", "espeak-ng.exe").map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Espeak::new);
  }

  @Override
  public String name() {
    return "espeak-ng";
  }

  @Override
  public void speak(String language, String text, Path wav) throws IOException {
    boolean mandarin = language.startsWith("zh");
    List<String> command =
        List.of(
            program.toString(),
            "-v",
            mandarin ? "cmn-latn-pinyin" : language,
            "-s",
            WORDS_A_MINUTE,
            "-w",
            wav.toString(),
            "--stdin");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      try (var in = process.getOutputStream()) {
        in.write((mandarin ? pinyin(text) : text).getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("espeak-ng cannot speak " + language);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      throw new IOException("espeak-ng was interrupted", hurry);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A sentence in pinyin with numbered tones; what is not Chinese stays as it is. */
  static String pinyin(String text) {
    StringBuilder said = new StringBuilder();
    List<Pinyin> readings = PinyinDictionary.convertToPinyin(text, true);
    for (int i = 0; i < text.length(); i++) {
      Pinyin reading = i < readings.size() ? readings.get(i) : Pinyin.none5;
      if (reading == Pinyin.none5) {
        said.append(pause(text.charAt(i)));
      } else {
        said.append(' ').append(reading.getPinyinWithoutTone().replace("v", "ü"));
        said.append(reading.getTone()).append(' ');
      }
    }
    return said.toString().replaceAll(" +", " ").replaceAll(" ([,.])", "$1").strip();
  }

  private static String pause(char mark) {
    return switch (mark) {
      case '，', '、', '；', '：' -> ", ";
      case '。', '！', '？' -> ". ";
      case '“', '”', '（', '）' -> "";
      default -> Character.toString(mark);
    };
  }
}
