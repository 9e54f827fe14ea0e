package org.huizhi.card;

/**
 * What the kiosk takes from a card. Address, nation, issuer and picture are on it too and are not
 * even decoded. Its text form tells nothing, so that no log can.
 *
 * @param name as the card writes it, foreigners in Latin letters
 * @param number 18 characters, or 15 of an older permanent residence card
 */
public record IdCard(Kind kind, String name, String number) {
  /** Which card it is. */
  public enum Kind {
    CITIZEN,
    PERMANENT_RESIDENT,
    HK_MACAU_TAIWAN_RESIDENT
  }

  @Override
  public String toString() {
    return "IdCard[" + kind + "]";
  }
}
