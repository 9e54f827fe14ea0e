package org.huizhi.spec;

/** What an applicant may be asked for. */
public enum Field {
  NAME,
  /** Citizens, and residents from Hong Kong, Macau and Taiwan: 18 characters. */
  ID_NUMBER,
  /** Foreigners with a permanent residence card. */
  PERMANENT_RESIDENCE,
  PASSPORT,
  /** 往来港澳通行证. */
  HK_MACAU_PERMIT,
  /** 往来台湾通行证. */
  TAIWAN_PERMIT,
  /** 港澳居民来往内地通行证. */
  HOME_RETURN_PERMIT,
  /** 台湾居民来往大陆通行证. */
  TAIWAN_COMPATRIOT_PERMIT,
  /** A mainland mobile phone, for halls that call whose photo is refused later. */
  PHONE
}
