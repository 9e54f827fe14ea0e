package org.huizhi.receipt;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Sets one slip from top to bottom: title, unit, sentences, barcode, information with the photo,
 * statement and signature, scissors line, stub. One use.
 */
final class SlipLayout {
  /** The signed code of about 200 characters then has modules of five dots at 203 dpi. */
  private static final double SIGNED_MM = 33.2;

  private static final double BETWEEN_CODES_MM = 2;

  private final Pen pen;
  private final SlipPack pack;
  private final SlipData data;
  private final SlipWords words;
  private final Paper paper;
  private final SlipLook look;
  private final int dpi;
  private final double left;
  private final double width;
  private double y;

  SlipLayout(Pen pen, SlipPack pack, SlipData data, Paper paper, SlipLook look, int dpi) {
    this.pen = pen;
    this.pack = pack;
    this.data = data;
    this.words = new SlipWords(pack, data);
    this.paper = paper;
    this.look = look;
    this.dpi = dpi;
    this.left = paper.marginMm();
    this.width = paper.widthMm() - 2 * paper.marginMm();
    this.y = paper.marginMm();
  }

  /** Draws the slip and returns how far down the page it reaches, in millimetres. */
  double draw() throws IOException {
    copyMark();
    headline(pack.title(), look.title(), look.titleSecond());
    gap(0.6);
    inAll(pack.unitLine(), left, width, look.body(), look.bodySecond());
    gap(0.8);
    for (SlipPack.Sentence sentence : pack.sentences()) {
      inAll(sentence.text(), left, width, look.body(), look.bodySecond());
      gap(0.5);
    }
    gap(0.5);
    barcode();
    gap(1);
    information();
    gap(1);
    inAll(pack.notForOthers(), left, width, look.strong(), look.bodySecond());
    gap(1.2);
    scissors();
    stub();
    if (data.specimen()) {
      pen.tags().decoration();
      double middle = (paper.roll() ? y : paper.heightMm()) / 2;
      pen.stamp("样张 SPECIMEN", paper.widthMm() / 2, middle * 0.9, paper.widthMm() * 0.3);
    }
    return y + paper.marginMm();
  }

  /** How wide the window's code may be. */
  static double mostCodeMm(Paper paper) {
    double width = paper.widthMm() - 2 * paper.marginMm();
    return paper.roll() ? width : width - SIGNED_MM - BETWEEN_CODES_MM;
  }

  private void gap(double times) {
    y += look.gapMm() * times;
  }

  private String main() {
    return pack.languages().getFirst();
  }

  private List<String> seconds() {
    return pack.languages().subList(1, pack.languages().size());
  }

  private void copyMark() throws IOException {
    Optional<String> mark = words.copyMark(main());
    if (mark.isPresent()) {
      StringBuilder all = new StringBuilder(mark.get());
      for (String language : seconds()) {
        words.copyMark(language).ifPresent(more -> all.append(" / ").append(more));
      }
      pen.tags().paragraph(SlipWords.tag(main()));
      y += look.strong().leadingMm();
      double wide = pen.widthMm(all.toString(), look.strong());
      pen.text(all.toString(), left + width - wide, y, look.strong());
    }
  }

  private void headline(Map<String, String> text, Style first, Style second) throws IOException {
    for (String language : pack.languages()) {
      pen.tags().heading(SlipWords.tag(language));
      String title = words.fill(text, language);
      Style style = fitted(title, language.equals(main()) ? first : second);
      for (String line : lines(title, width, style)) {
        y += style.leadingMm();
        pen.text(line, left + (width - pen.widthMm(line, style)) / 2, y, style);
      }
    }
  }

  /** A headline that is a little too long for one line is set a little smaller. */
  private Style fitted(String title, Style style) {
    double share = width / pen.widthMm(title, style);
    return share < 1 && share > 0.7
        ? new Style(style.bold(), style.sizePt() * share * 0.99, style.grey())
        : style;
  }

  /** Sets a text in every language of the slip, the later ones smaller and lighter. */
  private void inAll(Map<String, String> text, double x, double most, Style first, Style second)
      throws IOException {
    for (String language : pack.languages()) {
      Style style = language.equals(main()) ? first : second;
      pen.tags().paragraph(SlipWords.tag(language));
      for (String line : lines(words.fill(text, language), most, style)) {
        y += style.leadingMm();
        pen.text(line, x, y, style);
      }
    }
  }

  private List<String> lines(String text, double most, Style style) {
    return Wrap.lines(text, most, piece -> pen.widthMm(piece, style));
  }

  private void barcode() throws IOException {
    double top = y;
    double most = width;
    double signedEnd = y;
    if (!paper.roll()) {
      Bars signed = signed();
      most -= signed.widthMm() + BETWEEN_CODES_MM;
      signedEnd = signed(signed, left + width - signed.widthMm(), top);
      y = top + look.gapMm();
    }
    Bars bars = Bars.of(words.barcode(), pack.barcode(), dpi, most);
    String number = words.readableBarcode();
    pen.tags().figure(SlipWords.tag(main()), number);
    pen.bars(bars, left + (most - bars.widthMm()) / 2, y);
    y += bars.heightMm() + look.number().leadingMm();
    pen.tags().paragraph(SlipWords.tag(main()));
    pen.text(number, left + (most - pen.widthMm(number, look.number())) / 2, y, look.number());
    y = Math.max(y, signedEnd);
    gap(0.3);
  }

  private Bars signed() {
    return Bars.qr(data.signedCode(), SIGNED_MM, dpi);
  }

  /** Draws the signed code and returns where its caption ends. */
  private double signed(Bars signed, double x, double top) throws IOException {
    pen.tags().figure(SlipWords.tag(main()), SlipWords.signedCode(main()));
    pen.bars(signed, x, top);
    pen.tags().paragraph(SlipWords.tag(main()));
    StringBuilder caption = new StringBuilder(SlipWords.signedCode(main()));
    for (String language : seconds()) {
      caption.append(" / ").append(SlipWords.signedCode(language));
    }
    double bottom = top + signed.heightMm() + look.small().leadingMm() * 0.4;
    double wide = pen.widthMm(caption.toString(), look.small());
    pen.text(caption.toString(), x + (signed.widthMm() - wide) / 2, bottom, look.small());
    return bottom;
  }

  private void information() throws IOException {
    PDImageXObject photo = pen.image(data.photo().jpeg());
    SlipPack.PhotoPlace box = pack.photo();
    double top = y;
    if (paper.roll()) {
      Bars signed = signed();
      double side = (width - box.widthMm() - signed.widthMm()) / 3;
      if (side >= 0) { // evenly beside each other
        photo(photo, left + side, top);
        double down = Math.max(0, box.heightMm() - signed.heightMm() - 4) / 2;
        double end = signed(signed, left + 2 * side + box.widthMm(), top + down);
        y = Math.max(top + box.heightMm(), end);
      } else {
        photo(photo, left + (width - box.widthMm()) / 2, top);
        y = signed(signed, left + (width - signed.widthMm()) / 2, top + box.heightMm() + 1);
      }
      gap(1);
      rows(width);
      signature(left, width);
      return;
    }
    double x = left + width - box.widthMm();
    photo(photo, x, top);
    rows(width - box.widthMm() - 8);
    double rowsEnd = y;
    y = top + box.heightMm();
    gap(0.3);
    y = Math.max(y, rowsEnd);
    signature(left, width);
  }

  /** True size, or as large as the box allows; a photo is never blown up. */
  private void photo(PDImageXObject photo, double x, double top) throws IOException {
    SlipPack.PhotoPlace box = pack.photo();
    double trueWidth = photo.getWidth() * 25.4 / data.photoDpi();
    double trueHeight = photo.getHeight() * 25.4 / data.photoDpi();
    double scale = Math.min(1, Math.min(box.widthMm() / trueWidth, box.heightMm() / trueHeight));
    double wide = trueWidth * scale;
    double high = trueHeight * scale;
    double photoLeft = x + (box.widthMm() - wide) / 2;
    pen.tags().figure(SlipWords.tag(main()), SlipWords.photo(main()));
    pen.draw(photo, photoLeft, top, wide, high);
    pen.frame(photoLeft, top, wide, high); // a white background needs an edge on white paper
    if (data.specimen()) {
      pen.stamp("样张", photoLeft + wide / 2, top + high / 2, wide * 1.1);
    }
  }

  private void rows(double most) throws IOException {
    double valueLeft = left + look.labelMm();
    double valueWidth = most - look.labelMm();
    for (SlipPack.Line line : pack.fields()) {
      Optional<String> value = words.value(line, main());
      if (value.isEmpty()) {
        continue;
      }
      double top = y;
      inAll(line.label(), left, look.labelMm() - 2, look.label(), look.small());
      double labelEnd = y;
      y = top;
      Style style = line.field() == SlipField.IMAGE_NUMBER ? look.strong() : look.value();
      pen.tags().paragraph(SlipWords.tag(main()));
      set(value.get(), valueLeft, valueWidth, style);
      for (String language : seconds()) {
        Optional<String> other = words.value(line, language);
        if (other.isPresent() && !other.equals(value)) {
          pen.tags().paragraph(SlipWords.tag(language));
          set(other.get(), valueLeft, valueWidth, look.bodySecond());
        }
      }
      y = Math.max(y, labelEnd);
      gap(0.3);
    }
  }

  private void set(String text, double x, double most, Style style) throws IOException {
    for (String line : lines(text, most, style)) {
      y += style.leadingMm();
      pen.text(line, x, y, style);
    }
  }

  private void signature(double x, double most) throws IOException {
    gap(0.6);
    inAll(pack.statement(), x, most, look.body(), look.bodySecond());
    gap(1.6);
    String label = words.fill(pack.signature(), main());
    pen.tags().paragraph(SlipWords.tag(main()));
    y += look.body().leadingMm();
    double lineLeft = x + most * (paper.roll() ? 0.3 : 0.55);
    double wide = pen.widthMm(label, look.body());
    pen.text(label, Math.max(x, lineLeft - wide - 2), y, look.body());
    pen.line(lineLeft, y + 0.8, x + most, y + 0.8, 0.25, 0);
    for (String language : seconds()) {
      String second = words.fill(pack.signature(), language);
      pen.tags().paragraph(SlipWords.tag(language));
      y += look.small().leadingMm();
      double secondWidth = pen.widthMm(second, look.small());
      pen.text(second, Math.max(x, lineLeft - secondWidth - 2), y, look.small());
    }
  }

  private void scissors() throws IOException {
    gap(0.5);
    pen.tags().decoration();
    double x = left + 1.2;
    pen.line(x, y - 1.1, x + 4.6, y + 1.2, 0.3, 0.25);
    pen.line(x, y + 1.1, x + 4.6, y - 1.2, 0.3, 0.25);
    pen.circle(x - 0.9, y - 1.5, 1);
    pen.circle(x - 0.9, y + 1.5, 1);
    pen.dashed(x + 6, left + width, y);
    gap(0.2);
    inAll(pack.stub().advice(), left + 6, width - 6, look.small(), look.small());
    gap(0.8);
  }

  private void stub() throws IOException {
    SlipPack.Stub stub = pack.stub();
    String document = words.fill(Map.of(main(), "{document}"), main());
    pen.tags().paragraph(SlipWords.tag(main()));
    y += look.number().leadingMm();
    pen.text(data.readableNumber(), left, y, look.number());
    double wide = pen.widthMm(words.takenAt(), look.value());
    pen.text(words.takenAt(), left + width - wide, y, look.value());
    gap(0.3);
    set(document, left, width, look.value());
    if (stub.reprintDays() > 0) {
      inAll(stub.reprint(), left, width, look.label(), look.small());
    }
    if (!stub.hotlineNumber().isEmpty()) {
      StringBuilder label = new StringBuilder(words.fill(stub.hotline(), main()));
      for (String language : seconds()) {
        label.append(" / ").append(words.fill(stub.hotline(), language));
      }
      set(label + " " + stub.hotlineNumber(), left, width, look.label());
    }
    gap(0.5);
    set(pack.name() + " " + pack.version(), left, width, look.small());
  }
}
