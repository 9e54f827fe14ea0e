package org.huizhi.screen;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huizhi.session.Agreement;
import org.huizhi.session.Company;
import org.huizhi.session.Details;
import org.huizhi.session.Draft;
import org.huizhi.session.Samples;
import org.huizhi.session.Setting;
import org.huizhi.session.State;
import org.huizhi.session.Visit;
import org.huizhi.spec.Field;

/**
 * Everything that an applicant can come to see: each sample state, and what is typed, asked or told
 * within one without another state.
 */
final class Looks {
  /**
   * One of them.
   *
   * @param taps ids of the buttons that lead there from the bare state
   */
  record Look(State state, List<String> taps) {}

  private static final Map<String, Look> ALL = all();

  private Looks() {}

  static Set<String> names() {
    return ALL.keySet();
  }

  static Look of(String name) {
    return Objects.requireNonNull(ALL.get(name), name);
  }

  private static Map<String, Look> all() {
    Map<String, Look> all = new LinkedHashMap<>();
    Samples.states().forEach((name, state) -> all.put(name, new Look(state, List.of())));
    put(all, "choosing-leave", Samples.state("choosing"), "leave");
    put(all, "choosing-languages", Samples.state("choosing"), "languages");
    put(all, "choosing-sound", Samples.state("choosing"), "sound");
    put(all, "name-surnames", asking(Field.NAME, ""));
    put(all, "name-pinyin", asking(Field.NAME, "欧阳"), letters("xiaoming"));
    put(all, "name-parts", asking(Field.NAME, "李"), "writing-parts");
    put(all, "name-parts-found", asking(Field.NAME, "李"), "writing-parts", letters("binbei"));
    put(all, "name-latin", asking(Field.NAME, "阿·O-NEIL"), "writing-latin");
    put(all, "name-code", asking(Field.NAME, "李"), "writing-code", letters("4dae"));
    put(all, "number-passport", asking(Field.PASSPORT, "E1234"));
    put(all, "number-residence", asking(Field.PERMANENT_RESIDENCE, "911124198108030024"));
    put(all, "number-phone", asking(Field.PHONE, "13912345678"));
    put(all, "framing-dark", Samples.state("framing"));
    put(all, "reviewing-warned", late(Samples.state("reviewing-good")));
    put(all, "issuing-declined-warned", late(Samples.state("issuing-declined")));
    return Collections.unmodifiableMap(all);
  }

  private static void put(Map<String, Look> all, String name, State state, String... taps) {
    all.put(
        name,
        new Look(
            state,
            List.of(String.join(" ", taps).split(" ")).stream()
                .filter(id -> !id.isEmpty())
                .toList()));
  }

  private static String letters(String typed) {
    return "letter-" + String.join(" letter-", typed.split(""));
  }

  private static State asking(Field field, String text) {
    Visit visit =
        new Visit(
            new Agreement("zh-1", Samples.NOON, Company.ALONE), Samples.PASSPORT, Details.NONE);
    return new State.Identifying(Samples.state("framing").setting(), visit, new Draft(field, text));
  }

  /** Twelve seconds before the end of its patience. */
  private static State late(State state) {
    return state.with(
        new Setting(
            state.setting().number(),
            state.setting().language(),
            state.setting().comfort(),
            false,
            List.of(),
            Samples.NOON,
            Samples.NOON.plusSeconds(12)));
  }
}
