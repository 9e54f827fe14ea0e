package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huizhi.config.KioskConfig;
import org.huizhi.screen.Spoken;
import org.huizhi.voice.Clips;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kiosk voice}: has everything spoken before anybody waits for it. */
@Command(
    name = "voice",
    description =
        "Makes the clips that nobody recorded with the speech engine, and says which are missing.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every prompt can be heard", "1:some cannot"})
final class VoiceCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  private int wrong;

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Clips clips = Speaking.clips(read.kiosk().voice());
    for (String language : read.words().languages()) {
      Map<Clips.Source, Integer> counts = new EnumMap<>(Clips.Source.class);
      for (String key : Spoken.keys()) {
        counts.merge(prepare(clips, read, language, key), 1, Integer::sum);
      }
      System.out.printf(
          "%s: %d recorded, %d made, %d silent%n",
          language,
          counts.getOrDefault(Clips.Source.RECORDED, 0),
          counts.getOrDefault(Clips.Source.MADE, 0),
          counts.getOrDefault(Clips.Source.NONE, 0));
      unused(clips.recordings().resolve(language));
    }
    if (clips.speech().isEmpty()) {
      System.out.println("no speech engine: install espeak-ng, or record the clips");
    }
    return wrong == 0 ? 0 : 1;
  }

  private Clips.Source prepare(Clips clips, KioskConfig read, String language, String key) {
    try {
      Clips.Source source = clips.prepare(Speaking.prompt(read.words(), language, key));
      wrong += source == Clips.Source.NONE ? 1 : 0;
      return source;
    } catch (IOException mute) {
      wrong++;
      System.out.println(language + "/" + key + ": " + mute.getMessage());
      return Clips.Source.NONE;
    }
  }

  /** A misspelt name is never heard. */
  private void unused(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      for (String name : names) {
        if (!name.endsWith(".wav") || !Spoken.keys().contains(name.replaceAll("\\.wav$", ""))) {
          wrong++;
          System.out.println("no prompt is called " + folder.resolve(name));
        }
      }
    }
  }
}
