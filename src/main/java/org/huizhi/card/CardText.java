package org.huizhi.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 256 bytes of text on a card: 128 characters in UCS-2, low byte first, fields at fixed places
 * filled up with spaces. The character at 124 tells which card it is and so where the fields lie.
 * From the manuals of makers of readers; only citizens' and residents' layouts are widely
 * published.
 */
final class CardText {
  static final int BYTES = 256;

  private static final int KIND_AT = 124;

  private final String text;

  private CardText(String text) {
    this.text = text;
  }

  /**
   * @throws ReaderTrouble when a field that every card has is empty
   */
  static IdCard read(byte[] bytes) throws ReaderTrouble {
    if (bytes.length < BYTES) {
      throw new ReaderTrouble("a card told only " + bytes.length + " bytes of text");
    }
    String text = new String(Arrays.copyOf(bytes, BYTES), StandardCharsets.UTF_16LE);
    CardText card = new CardText(text);
    IdCard read =
        switch (text.charAt(KIND_AT)) {
          case 'I' -> card.with(IdCard.Kind.PERMANENT_RESIDENT, 0, 60, 61, 15);
          case 'Y' -> card.with(IdCard.Kind.PERMANENT_RESIDENT, 26, 35, 61, 18);
          case 'J' -> card.with(IdCard.Kind.HK_MACAU_TAIWAN_RESIDENT, 0, 15, 61, 18);
          default -> card.with(IdCard.Kind.CITIZEN, 0, 15, 61, 18);
        };
    if (read.name().isEmpty() || read.number().isEmpty()) {
      throw new ReaderTrouble("a card told no name or no number");
    }
    return read;
  }

  private IdCard with(IdCard.Kind kind, int nameAt, int nameLength, int numberAt, int length) {
    return new IdCard(kind, field(nameAt, nameLength), field(numberAt, length));
  }

  private String field(int at, int length) {
    return text.substring(at, at + length).replace('\0', ' ').strip();
  }
}
