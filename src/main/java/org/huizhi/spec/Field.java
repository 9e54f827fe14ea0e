package org.huizhi.spec;

/** What an applicant may be asked for. */
public enum Field {
  NAME,
  ID_NUMBER
}
