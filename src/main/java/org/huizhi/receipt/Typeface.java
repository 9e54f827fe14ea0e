package org.huizhi.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** One parsed font with its character map. */
final class Typeface {
  private final String name;
  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;

  Typeface(String name, TrueTypeFont font) throws IOException {
    this.name = name;
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  String name() {
    return name;
  }

  TrueTypeFont font() {
    return font;
  }

  boolean has(int codePoint) {
    return characters.getGlyphId(codePoint) != 0;
  }

  /** The character's width as a share of the type size. */
  double advance(int codePoint) {
    try {
      return font.getAdvanceWidth(characters.getGlyphId(codePoint)) / unitsPerEm;
    } catch (IOException e) {
      throw new UncheckedIOException("the font " + name + " lies in memory and cannot fail", e);
    }
  }
}
