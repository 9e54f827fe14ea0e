package org.huizhi.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FurtherFontTest {
  private static final String NAME = "王𬎆";
  private static final Path WENKAI =
      Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf");

  @TempDir Path dir;

  /** A font that has 𬎆: the built-in one, with its glyph of 王 under that code point too. */
  @Test
  void aFurtherFontPrintsWhatTheBuiltInOnesLack() throws Exception {
    Path font = dir.resolve("rare.ttf");
    Files.write(font, withRareCharacter(builtIn()));
    printsWith(font, "NotoSansSC");
  }

  /** The font that README names; a distribution's package fonts-lxgw-wenkai brings it. */
  @Test
  void wenKaiPrintsTheRareCharacter() throws Exception {
    assumeTrue(Files.exists(WENKAI), "SKIPPED: fonts-lxgw-wenkai is not installed");
    printsWith(WENKAI, "WenKai");
  }

  private static void printsWith(Path font, String part) throws Exception {
    SlipFonts fonts = SlipFonts.load(List.of(font));
    fonts.check(NAME);
    byte[] pdf =
        new SlipMaker(fonts)
            .pdf(SlipSamples.data(NAME), SlipSamples.pack("exit-entry"), Paper.A4, 300);
    assertTrue(SlipMakerTest.text(pdf).contains(NAME), SlipMakerTest.text(pdf));
    assertTrue(pdf.length <= 150_000, pdf.length + " bytes");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDResources resources = document.getPage(0).getResources();
      List<String> names = new ArrayList<>();
      for (COSName name : resources.getFontNames()) {
        names.add(resources.getFont(name).getName());
      }
      assertEquals(3, names.size(), names.toString());
      assertTrue(names.stream().anyMatch(name -> name.contains(part)), names.toString());
    }
  }

  @Test
  void aFileThatIsNoFontIsNamed() throws Exception {
    Path text = Files.writeString(dir.resolve("font.ttf"), "no font");
    Path gone = dir.resolve("gone.ttf");
    for (Path file : List.of(text, gone)) {
      FontTrouble trouble = assertThrows(FontTrouble.class, () -> SlipFonts.load(List.of(file)));
      assertTrue(String.valueOf(trouble.getMessage()).contains(file.toString()));
    }
  }

  private static byte[] builtIn() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            FurtherFontTest.class.getResourceAsStream(
                "/fonts/400Regular/NotoSansSC_400Regular.ttf"))) {
      return in.readAllBytes();
    }
  }

  /**
   * Puts a character map of one group (format 12: U+2C386 → the glyph of 王) at the end of the file
   * and lets the table directory point to it.
   */
  private static byte[] withRareCharacter(byte[] font) throws IOException {
    int glyph;
    try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      glyph = parsed.getUnicodeCmapLookup().getGlyphId('王');
    }
    int padded = (font.length + 3) / 4 * 4;
    ByteBuffer result = ByteBuffer.allocate(padded + 40);
    result.put(font).position(padded);
    result.putShort((short) 0).putShort((short) 1); // version, one subtable
    result.putShort((short) 3).putShort((short) 10).putInt(12); // Windows, full Unicode, offset
    result.putShort((short) 12).putShort((short) 0).putInt(28).putInt(0).putInt(1);
    result.putInt(0x2C386).putInt(0x2C386).putInt(glyph);
    int tables = result.getShort(4);
    for (int i = 0; i < tables; i++) {
      int entry = 12 + 16 * i;
      byte[] tag = new byte[4];
      result.get(entry, tag);
      if (new String(tag, StandardCharsets.US_ASCII).equals("cmap")) {
        result.putInt(entry + 8, padded).putInt(entry + 12, 40);
      }
    }
    return result.array();
  }
}
