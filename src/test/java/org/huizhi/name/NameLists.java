package org.huizhi.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Surnames and full names that the ranking was not made from. */
final class NameLists {
  private NameLists() {}

  /**
   * By how many names of three characters bear them in the word list of jieba, which marks names of
   * persons ({@code nr}).
   *
   * @param known what counts as a surname at all, since the list marks many words wrongly
   */
  static List<String> commonestSurnames(Set<String> known, int many) throws IOException {
    Map<String, Integer> bearers = new HashMap<>();
    for (String line : text("/dict.txt").split("\n", -1)) {
      String name = line.split(" ", 2)[0];
      if (line.endsWith(" nr") && name.length() == 3) {
        String two = name.substring(0, 2);
        String surname = known.contains(two) ? two : name.substring(0, 1);
        if (known.contains(surname)) {
          bearers.merge(surname, 1, Integer::sum);
        }
      }
    }
    return bearers.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(many)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A surname and a given name. */
  record FullName(String surname, String given) {
    String whole() {
      return surname + given;
    }
  }

  /** Every given name of faker's Chinese list, each behind another of its surnames. */
  static List<FullName> fullNames() throws IOException {
    String lists = text("/names/zh_CN-2cuaKeu0.js");
    List<String> surnames = list(lists, "last_name:\\{generic:`");
    List<String> given = new ArrayList<>(list(lists, "first_name:\\{generic:`"));
    given.addAll(list(lists, ",female:`"));
    given.addAll(list(lists, ",male:`"));
    List<FullName> names = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      names.add(new FullName(surnames.get(i % surnames.size()), given.get(i)));
    }
    return names;
  }

  private static List<String> list(String text, String before) {
    Matcher found = Pattern.compile(before + "([^`]+)`").matcher(text);
    while (found.find()) {
      if (found.group(1).contains(".") && !found.group(1).contains("{")) {
        return List.of(found.group(1).split("\\."));
      }
    }
    throw new IllegalStateException("no list behind " + before);
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(NameLists.class.getResourceAsStream(resource));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return String.join("\n", reader.lines().toList());
    }
  }
}
