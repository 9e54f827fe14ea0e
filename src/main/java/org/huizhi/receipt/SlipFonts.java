package org.huizhi.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that slips are set in, parsed once and shared: Noto Sans SC in two weights, then the
 * further fonts of the configuration for rare characters. Any thread.
 */
public final class SlipFonts {
  private static final String REGULAR = "/fonts/400Regular/NotoSansSC_400Regular.ttf";
  private static final String BOLD = "/fonts/700Bold/NotoSansSC_700Bold.ttf";

  /** Of these the quotes in Latin words are, which a Chinese font has in one width only. */
  private static final String QUOTES = "/fonts/400Regular/NotoNaskhArabic_400Regular.ttf";

  private static final String BOLD_QUOTES = "/fonts/700Bold/NotoNaskhArabic_700Bold.ttf";

  private final Typeface quotes;
  private final Typeface boldQuotes;
  private final List<Typeface> regular;
  private final List<Typeface> bold;

  private SlipFonts(List<Typeface> regular, List<Typeface> bold) {
    this.quotes = builtIn(QUOTES);
    this.boldQuotes = builtIn(BOLD_QUOTES);
    this.regular = List.copyOf(regular);
    this.bold = List.copyOf(bold);
  }

  /**
   * Loads the built-in fonts and {@code further} ones, in the order in which they are asked.
   *
   * @throws FontTrouble when a file is missing or is no TrueType font with outlines of its own
   */
  public static SlipFonts load(List<Path> further) {
    Typeface plain = builtIn(REGULAR);
    Typeface heavy = builtIn(BOLD);
    List<Typeface> regular = new ArrayList<>(List.of(plain));
    List<Typeface> bold = new ArrayList<>(List.of(heavy, plain));
    for (Path file : further) {
      Typeface more = named(file);
      regular.add(more);
      bold.add(more);
    }
    return new SlipFonts(regular, bold);
  }

  private static Typeface builtIn(String resource) {
    try (InputStream in = SlipFonts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FontTrouble("the font " + resource + " is missing in the program");
      }
      return parse(resource, in.readAllBytes());
    } catch (IOException e) {
      throw new FontTrouble("the font " + resource + " cannot be read", e);
    }
  }

  private static Typeface named(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new FontTrouble(
          "the further font " + file + " is missing or is no TrueType font (.ttf)", e);
    }
  }

  private static Typeface parse(String name, byte[] bytes) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    font.setEnableGsub(
        false); // Han and Latin need no substitution, and its tables are slow to read
    if (font.getTableMap().get("glyf") == null) {
      throw new FontTrouble("the font " + name + " has no TrueType outlines; use a .ttf file");
    }
    return new Typeface(name, font);
  }

  /**
   * The first font that can print a character.
   *
   * @throws MissingGlyph when none can
   */
  Typeface typefaceFor(int codePoint, boolean heavy) {
    for (Typeface face : heavy ? bold : regular) {
      if (face.has(codePoint)) {
        return face;
      }
    }
    throw new MissingGlyph(codePoint);
  }

  /**
   * The font of a character where it stands.
   *
   * @throws MissingGlyph when none can print it
   */
  Typeface typefaceAt(String text, int at, boolean heavy) {
    return isLatinQuote(text, at)
        ? heavy ? boldQuotes : quotes
        : typefaceFor(text.codePointAt(at), heavy);
  }

  /** ‘ ’ “ ” between letters and signs of ASCII, or at one end of them. */
  private static boolean isLatinQuote(String text, int at) {
    boolean before = at > 0 && text.charAt(at - 1) < 128;
    boolean after = at + 1 < text.length() && text.charAt(at + 1) < 128;
    return "‘’“”".indexOf(text.charAt(at)) >= 0
        && (before || after)
        && (before || at == 0)
        && (after || at + 1 == text.length());
  }

  /**
   * Tests that all of a text can be printed; call it as soon as a name is known.
   *
   * @throws MissingGlyph names the first character that cannot
   */
  public void check(String text) {
    text.codePoints().forEach(codePoint -> typefaceFor(codePoint, false));
  }

  /** How wide a text is when it is set in {@code sizePt}, in points. */
  double widthPt(String text, boolean heavy, double sizePt) {
    double width = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      width += typefaceAt(text, at, heavy).advance(text.codePointAt(at));
    }
    return width * sizePt;
  }
}
