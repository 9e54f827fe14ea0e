package org.huizhi.receipt;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizhi.spec.CentreDemand;

/**
 * One kind of slip as {@code kiosk-config/slips/NAME.toml} states it. Every text is a map from
 * language tag ({@code zh}, {@code en}) to words, and may hold {@code {document}}, {@code
 * {validity}} (such as 6个月), {@code {until}} (the last day) and {@code {unit}}.
 *
 * @param name the file's name without its ending
 * @param version printed small at the foot, so that a slip shows by which rules it was made
 * @param languages in the order in which they stand under each other; the first is the main one
 * @param papers on which this pack may be printed; the first is used when the printer names none
 * @param title headline
 * @param unitLine who captured the photo
 * @param sentences what the photo conforms to, what to bring and where to go
 * @param fields the lines of the information block, in order
 * @param notForOthers says that this slip is for its own document only
 * @param statement above the line on which the applicant signs
 * @param signature label of that line
 * @param detectionCentre when an outside centre must have seen the photo; empty for never
 */
public record SlipPack(
    String name,
    String version,
    List<String> languages,
    List<Paper> papers,
    Map<String, String> title,
    Map<String, String> unitLine,
    List<Sentence> sentences,
    List<Line> fields,
    Map<String, String> notForOthers,
    Map<String, String> statement,
    Map<String, String> signature,
    Barcode barcode,
    PhotoPlace photo,
    Stub stub,
    Optional<CentreDemand> detectionCentre) {

  /** The names in braces that a text may hold. */
  public static final Set<String> PLACEHOLDERS = Set.of("document", "validity", "until", "unit");

  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");

  /**
   * One sentence, or one short paragraph, above the barcode.
   *
   * @param notPassed what stands in its place on a specimen whose photo the rules refuse; empty
   *     where that is true of it too
   */
  public record Sentence(Map<String, String> text, Map<String, String> notPassed) {
    public Sentence {
      text = Map.copyOf(text);
      notPassed = Map.copyOf(notPassed);
    }
  }

  /**
   * A line of the information block. It is left out when the applicant was not asked or did not
   * say.
   *
   * @param value the words of a {@link SlipField#FIXED} line; empty for all others
   */
  public record Line(SlipField field, Map<String, String> label, Map<String, String> value) {
    public Line {
      label = Map.copyOf(label);
      value = Map.copyOf(value);
      if ((field == SlipField.FIXED) == value.isEmpty()) {
        throw new IllegalArgumentException(
            "a field has a value of its own exactly when it is fixed; look at " + field);
      }
    }
  }

  /** What the window's scanner reads. */
  public enum Content {
    IMAGE_NUMBER,
    /** The image number stands in for it where the applicant gave none. */
    ID_NUMBER
  }

  /**
   * The code for the window's scanner.
   *
   * @param heightMm height of the bars, or side of a two-dimensional code
   */
  public record Barcode(Symbology symbology, Content content, double heightMm) {
    public Barcode {
      if (!(heightMm >= 8 && heightMm <= 60)) {
        throw new IllegalArgumentException("a barcode is 8 to 60 mm high, not " + heightMm);
      }
    }
  }

  /**
   * The box for the photo at the right of the information block (above it on a roll). The photo
   * stands in it at its true size, or smaller where the box is smaller; never larger.
   */
  public record PhotoPlace(double widthMm, double heightMm) {
    public PhotoPlace {
      if (!(widthMm >= 15 && widthMm <= 60 && heightMm >= 20 && heightMm <= 80)) {
        throw new IllegalArgumentException(
            "the photo's box is 15–60 × 20–80 mm, not " + widthMm + " × " + heightMm);
      }
    }
  }

  /**
   * The part below the scissors line that the applicant keeps.
   *
   * @param advice stands at the scissors line
   * @param reprintDays how many days the slip can be printed again
   * @param reprint the sentence that says so; may hold {@code {days}}
   * @param hotline label of the telephone line
   * @param hotlineNumber may be empty: then the line is left out
   */
  public record Stub(
      Map<String, String> advice,
      int reprintDays,
      Map<String, String> reprint,
      Map<String, String> hotline,
      String hotlineNumber) {
    public Stub {
      advice = Map.copyOf(advice);
      reprint = Map.copyOf(reprint);
      hotline = Map.copyOf(hotline);
      if (reprintDays < 0 || reprintDays > 3660) {
        throw new IllegalArgumentException("reprint-days is 0 to 3660, not " + reprintDays);
      }
    }
  }

  public SlipPack {
    languages = List.copyOf(languages);
    papers = List.copyOf(papers);
    title = Map.copyOf(title);
    unitLine = Map.copyOf(unitLine);
    sentences = List.copyOf(sentences);
    fields = List.copyOf(fields);
    notForOthers = Map.copyOf(notForOthers);
    statement = Map.copyOf(statement);
    signature = Map.copyOf(signature);
    if (languages.isEmpty() || papers.isEmpty()) {
      throw new IllegalArgumentException("a slip needs at least one language and one paper");
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a slip needs at least one of [[fields]]");
    }
    Set<SlipField> told = new HashSet<>();
    for (Line line : fields) {
      if (!told.add(line.field()) && line.field() != SlipField.FIXED) {
        throw new IllegalArgumentException("fields has " + line.field() + " twice");
      }
    }
    refuse("title", title, languages, PLACEHOLDERS);
    refuse("unit-line", unitLine, languages, PLACEHOLDERS);
    for (Sentence sentence : sentences) {
      refuse("sentences", sentence.text(), languages, PLACEHOLDERS);
      if (!sentence.notPassed().isEmpty()) {
        refuse("not-passed", sentence.notPassed(), languages, PLACEHOLDERS);
      }
    }
    for (Line line : fields) {
      refuse("the label of " + line.field(), line.label(), languages, Set.of());
      if (line.field() == SlipField.FIXED) {
        refuse("the value of a fixed field", line.value(), languages, PLACEHOLDERS);
      }
    }
    refuse("not-for-others", notForOthers, languages, PLACEHOLDERS);
    refuse("statement", statement, languages, PLACEHOLDERS);
    refuse("signature", signature, languages, Set.of());
    refuse("stub.advice", stub.advice(), languages, PLACEHOLDERS);
    refuse("stub.reprint", stub.reprint(), languages, Set.of("days"));
    refuse("stub.hotline", stub.hotline(), languages, Set.of());
  }

  /** The same slip in one of its languages only. */
  public SlipPack in(String language) {
    return with(List.of(language), sentences);
  }

  /** The slip of a photo that the rules refuse: it claims nothing else. */
  public SlipPack notPassed() {
    return with(
        languages,
        sentences.stream()
            .map(one -> one.notPassed().isEmpty() ? one : new Sentence(one.notPassed(), Map.of()))
            .toList());
  }

  private SlipPack with(List<String> others, List<Sentence> said) {
    return new SlipPack(
        name,
        version,
        others,
        papers,
        title,
        unitLine,
        said,
        fields,
        notForOthers,
        statement,
        signature,
        barcode,
        photo,
        stub,
        detectionCentre);
  }

  /** Those words of a text that this slip prints. */
  public List<String> words(Map<String, String> text) {
    return text.entrySet().stream()
        .filter(one -> languages.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** All its words. */
  public List<String> texts() {
    Stream<Map<String, String>> first = Stream.of(title, unitLine, notForOthers, statement);
    Stream<Map<String, String>> last =
        Stream.of(signature, stub.advice(), stub.reprint(), stub.hotline());
    return Stream.of(
            first,
            sentences.stream().flatMap(one -> Stream.of(one.text(), one.notPassed())),
            fields.stream().flatMap(line -> Stream.of(line.label(), line.value())),
            last)
        .flatMap(texts -> texts)
        .flatMap(text -> words(text).stream())
        .toList();
  }

  /** Whether the window's code can hold this number on a paper, at its usual printer's dots. */
  public boolean holds(String number, Paper paper) {
    try {
      Bars _ = Bars.of(number, barcode, paper.usualDpi(), SlipLayout.mostCodeMm(paper));
      return true;
    } catch (IllegalArgumentException tooLong) {
      return false;
    }
  }

  private static void refuse(
      String what, Map<String, String> text, List<String> languages, Set<String> placeholders) {
    for (String language : languages) {
      String words = text.get(language);
      if (words == null || words.isBlank()) {
        throw new IllegalArgumentException(what + " has no words in " + language);
      }
      Matcher braces = BRACES.matcher(words);
      while (braces.find()) {
        if (!placeholders.contains(braces.group(1))) {
          throw new IllegalArgumentException(
              what + " has {" + braces.group(1) + "}; it may hold " + placeholders);
        }
      }
      if (braces.replaceAll("").matches("(?s).*[{}].*")) {
        throw new IllegalArgumentException(
            what + " has a brace without its other in " + language + "; look at { and }");
      }
    }
  }
}
