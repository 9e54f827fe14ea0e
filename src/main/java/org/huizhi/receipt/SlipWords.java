package org.huizhi.receipt;

import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The words of one slip: a pack's texts with this applicant's values in their places. */
final class SlipWords {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final SlipPack pack;
  private final SlipData data;

  SlipWords(SlipPack pack, SlipData data) {
    this.pack = pack;
    this.data = data;
  }

  String fill(Map<String, String> text, String language) {
    return in(text, language)
        .replace("{document}", in(data.document(), language))
        .replace("{validity}", period(data.validity(), language))
        .replace("{until}", data.until().toString())
        .replace("{days}", Integer.toString(pack.stub().reprintDays()))
        .replace("{unit}", in(data.unit(), language));
  }

  /** Empty where there is nothing to tell. */
  Optional<String> value(SlipPack.Line line, String language) {
    return switch (line.field()) {
      case IMAGE_NUMBER -> Optional.of(data.imageNumber());
      case DOCUMENT -> Optional.of(in(data.document(), language));
      case NAME -> data.personal().name();
      case ID_NUMBER -> data.personal().idNumber();
      case TAKEN_AT -> Optional.of(takenAt());
      case VALID_UNTIL -> Optional.of(data.until().toString());
      case UNIT -> Optional.of(in(data.unit(), language));
      case FIXED -> Optional.of(fill(line.value(), language));
    };
  }

  String takenAt() {
    return TIME.format(data.takenAt());
  }

  /** The language by its full name, as readers of PDF files and browsers know it. */
  static String tag(String language) {
    return language.equals("zh") ? "zh-CN" : language;
  }

  /** What stands below the signed code. */
  static String signedCode(String language) {
    return switch (script(language)) {
      case SIMPLIFIED -> "防伪码";
      case TRADITIONAL -> "防偽碼";
      case OTHER -> "signed code";
    };
  }

  /** What a reading voice says for the photo. */
  static String photo(String language) {
    return switch (script(language)) {
      case SIMPLIFIED, TRADITIONAL -> "相片";
      case OTHER -> "photo";
    };
  }

  /** What the window's scanner is to read. */
  String barcode() {
    return switch (pack.barcode().content()) {
      case IMAGE_NUMBER -> data.imageNumber();
      case ID_NUMBER -> data.personal().idNumber().orElse(data.imageNumber());
    };
  }

  /** The same for people. */
  String readableBarcode() {
    String code = barcode();
    return code.equals(data.imageNumber()) ? data.readableNumber() : code;
  }

  /** Says which reprint this is; empty on the first print. */
  Optional<String> copyMark(String language) {
    if (data.copy() == 1) {
      return Optional.empty();
    }
    int reprint = data.copy() - 1;
    return Optional.of(
        switch (script(language)) {
          case SIMPLIFIED -> "第" + reprint + "次补打";
          case TRADITIONAL -> "第" + reprint + "次補打";
          case OTHER -> "copy " + data.copy();
        });
  }

  /** A text in a language, or in the nearest there is. */
  private static String in(Map<String, String> text, String language) {
    String exact = text.get(language);
    if (exact != null) {
      return exact;
    }
    String chinese = text.get("zh");
    return chinese != null ? chinese : text.values().iterator().next();
  }

  private enum Script {
    SIMPLIFIED,
    TRADITIONAL,
    OTHER
  }

  private static Script script(String language) {
    if (language.startsWith("zh-Hant")) {
      return Script.TRADITIONAL;
    }
    return language.startsWith("zh") ? Script.SIMPLIFIED : Script.OTHER;
  }

  /** Halls say 90天 and 6个月, never a mixture, so the first unit that is not nought is used. */
  static String period(Period period, String language) {
    long months = period.toTotalMonths();
    boolean years = months > 0 && months % 12 == 0;
    long number = years ? months / 12 : months > 0 ? months : period.get(ChronoUnit.DAYS);
    return switch (script(language)) {
      case SIMPLIFIED -> number + (years ? "年" : months > 0 ? "个月" : "天");
      case TRADITIONAL -> number + (years ? "年" : months > 0 ? "個月" : "天");
      case OTHER ->
          number + (years ? " year" : months > 0 ? " month" : " day") + (number == 1 ? "" : "s");
    };
  }
}
