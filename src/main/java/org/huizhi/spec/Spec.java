package org.huizhi.spec;

import java.time.Period;
import java.util.List;
import java.util.Map;

/**
 * One document's demands, as {@code kiosk-config/specs/NAME.toml} states them.
 *
 * @param name the file's name without its ending, such as {@code hk-macau-permit}
 * @param title the document's name by language tag ({@code zh}, {@code en})
 * @param background the colour behind the person in the finished photo
 * @param mostUpscale how many pixels of the photo one pixel of the shot may become along one side
 * @param asked fields to ask the applicant for, in order
 * @param required those of {@code asked} that cannot be skipped
 * @param slip name of the slip pack
 * @param validity how long the slip is good for from the day of the shot
 * @param rules every rule by code; a check without a rule here is not run
 */
public record Spec(
    String name,
    Map<String, String> title,
    Picture picture,
    Geometry geometry,
    Rgb background,
    FileWindow file,
    double mostUpscale,
    List<Field> asked,
    List<Field> required,
    String slip,
    Period validity,
    Map<Code, Rule> rules) {
  public Spec {
    title = Map.copyOf(title);
    asked = List.copyOf(asked);
    required = List.copyOf(required);
    rules = Map.copyOf(rules);
  }

  /** The title in a language, or in Chinese where the spec has no other. */
  public String title(String language) {
    return title.getOrDefault(language, title.getOrDefault("zh", name));
  }
}
