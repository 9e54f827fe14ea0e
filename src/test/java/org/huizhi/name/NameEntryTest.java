package org.huizhi.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huizhi.name.NameLists.FullName;
import org.junit.jupiter.api.Test;

/** What a hall may expect of the name entry; prints its figures. */
class NameEntryTest {
  private static final Names NAMES = Names.get();

  @Test
  void theCommonestSurnamesStandOnTheFirstPage() throws IOException {
    Readings readings = new Readings();
    List<String> missed = new ArrayList<>();
    List<String> surnames = NameLists.commonestSurnames(readings.surnames().keySet(), 300);
    for (String surname : surnames) {
      String letters = readings.surnames().getOrDefault(surname, "").replace(" ", "");
      if (!firstPage(letters, "").contains(surname)) {
        missed.add(surname);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "names: %d of %d surnames on the first page, missed %s%n",
        surnames.size() - missed.size(),
        surnames.size(),
        missed);
    assertEquals(300, surnames.size());
    assertTrue(missed.size() <= 9, missed::toString);
  }

  @Test
  void fullNamesAreTypedWithFewTaps() throws IOException {
    List<Double> tapsEach = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    List<FullName> names = NameLists.fullNames();
    for (FullName name : names) {
      NameRobot.Typed typed = NameRobot.type(NAMES, name);
      if (typed.firstPage()) {
        tapsEach.add((double) typed.taps() / name.whole().length());
      } else {
        missed.add(name.whole());
      }
    }
    double found = (double) tapsEach.size() / names.size();
    double median = tapsEach.stream().sorted().skip(tapsEach.size() / 2).findFirst().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "names: %d of %d full names from first pages (%.1f %%), median %.2f taps a character,"
            + " missed %s%n",
        tapsEach.size(),
        names.size(),
        100 * found,
        median,
        missed);
    assertTrue(names.size() >= 200, "only " + names.size() + " names");
    assertTrue(names.stream().filter(name -> name.whole().length() >= 3).count() >= 150);
    assertTrue(found >= 0.97, missed::toString);
    assertTrue(median <= 4, () -> "median " + median);
  }

  @Test
  void nothingTypedShowsTheCommonestSurnames() {
    assertTrue(firstPage("", "").containsAll(List.of("李", "王", "张", "刘", "陈")));
    assertTrue(NAMES.find("", "王").isEmpty());
  }

  @Test
  void aWholeNameMayBeTypedInOneGo() {
    assertTrue(firstPage("wangxiaoming", "").contains("王小明"));
    assertEquals("欧阳哲", firstPage("ouyangzhe", "").getFirst());
    assertTrue(firstPage("wxm", "").contains("王小明") || firstPage("xm", "王").contains("小明"));
  }

  @Test
  void surnamesAreReadAsSurnames() {
    assertEquals("单", firstPage("shan", "").getFirst());
    assertEquals("仇", firstPage("qiu", "").stream().filter("仇裘"::contains).findFirst().orElse(""));
    assertTrue(firstPage("moqi", "").contains("万俟"));
    assertEquals("吕", firstPage("lv", "").getFirst());
  }

  @Test
  void aMarkDividesSyllables() {
    assertTrue(firstPage("xi'an", "王").contains("希安"));
    assertTrue(NAMES.find("xian", "王").stream().anyMatch(one -> one.text().equals("贤")));
  }

  @Test
  void whatIsNoPinyinFindsNothing() {
    assertTrue(NAMES.find("vvv", "").isEmpty());
    assertTrue(NAMES.find("'", "王").isEmpty());
  }

  @Test
  void rareCharactersAreFoundByTheirParts() {
    assertEquals("赟", byParts("binbei").getFirst());
    assertEquals("喆", byParts("jiji").getFirst());
    assertEquals("犇", byParts("niuniuniu").getFirst());
    assertEquals("堃", byParts("fangfangtu").getFirst());
    assertTrue(byParts("longtian").containsAll(List.of("龑", "䶮")));
    assertTrue(byParts("wangying").contains("璎"));
    assertTrue(byParts("wangyin").stream().noneMatch("犇"::equals));
  }

  @Test
  void aCandidateSaysHowManyLettersItTakes() {
    Candidate surname =
        NAMES.find("wangxiaoming", "").stream()
            .filter(one -> one.text().equals("王"))
            .findFirst()
            .orElseThrow();
    assertEquals(4, surname.letters());
  }

  private static List<String> firstPage(String letters, String before) {
    return texts(NAMES.find(letters, before));
  }

  private static List<String> byParts(String letters) {
    return texts(NAMES.findByParts(letters));
  }

  private static List<String> texts(List<Candidate> candidates) {
    return CandidatePage.divide(candidates).stream()
        .findFirst()
        .map(page -> page.candidates().stream().map(Candidate::text).toList())
        .orElse(List.of());
  }
}
