package org.huizhi.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huizhi.receipt.SlipPack;

/** The languages that a hall can mean: those of the words files and of the slips. */
record Languages(Set<String> known) {
  static Languages of(Path words, Collection<SlipPack> slips) {
    Set<String> known = new TreeSet<>();
    slips.forEach(slip -> known.addAll(slip.languages()));
    try (Stream<Path> files = Files.list(words)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".toml"))
          .forEach(name -> known.add(name.substring(0, name.length() - ".toml".length())));
    } catch (IOException wrong) {
      // said where the words are read
    }
    return new Languages(known);
  }

  /** What is wrong with the languages of a text. */
  Optional<String> mistake(String what, Map<String, String> text) {
    return text.keySet().stream()
        .filter(language -> !known.contains(language))
        .sorted()
        .findFirst()
        .map(
            language ->
                "%s is in %s, which no words are in%s"
                    .formatted(
                        what,
                        language,
                        Nearest.to(language, known)
                            .map(near -> ", did you mean " + near + "?")
                            .orElse("; there are " + String.join(", ", known))));
  }

  /** What kiosk.toml says in languages that nobody speaks, or not in the one to begin with. */
  void check(KioskFile kiosk, Place file, List<Mistake> mistakes) {
    look(file, List.of("unit"), kiosk.unit(), mistakes);
    look(file, List.of("queue", "direction"), kiosk.queue().direction(), mistakes);
    look(file, List.of("queue", "notice"), kiosk.queue().notice(), mistakes);
    for (int i = 0; i < kiosk.queue().kinds().size(); i++) {
      Map<String, String> title = kiosk.queue().kinds().get(i).title();
      Optional<String> wrong = mistake("title under [[queue.kinds]]", title);
      if (wrong.isEmpty() && !title.containsKey(kiosk.languages().getFirst())) {
        wrong =
            Optional.of(
                "title under [[queue.kinds]] says nothing in " + kiosk.languages().getFirst());
      }
      if (wrong.isPresent()) {
        mistakes.add(file.mistake(List.of("queue", "kinds"), i, "title", wrong.get()));
      }
    }
  }

  private void look(
      Place file, List<String> key, Map<String, String> text, List<Mistake> mistakes) {
    mistake(key.getLast(), text).map(wrong -> file.mistake(key, wrong)).ifPresent(mistakes::add);
  }
}
