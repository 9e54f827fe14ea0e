package org.huizhi.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Cases for tests, each recognisable in a file that should not hold it. */
public final class Cases {
  static final String NAME = "欧阳测试喆·买买提";
  static final String ID_NUMBER = "11010519491231002X";
  static final String PHONE = "13912345678";
  static final byte[] JPEG_START = {
    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'
  };
  static final ZoneId HALL = ZoneId.of("Asia/Shanghai");
  static final Instant NOW = Instant.parse("2026-11-26T02:30:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, HALL);

  private Cases() {}

  static Clock later(Duration time) {
    return Clock.offset(CLOCK, time);
  }

  /** What matters of a JPEG here: how it starts and that it has a photo's size. */
  static byte[] jpeg() {
    byte[] jpeg = new byte[43_000];
    new Random(7).nextBytes(jpeg);
    System.arraycopy(JPEG_START, 0, jpeg, 0, JPEG_START.length);
    return jpeg;
  }

  static NewCase fresh(String id) {
    return fresh(id, NOW);
  }

  public static NewCase fresh(String id, Instant shotAt) {
    return new NewCase(
        id,
        "hk-macau-permit",
        shotAt,
        Optional.of(new Consent(shotAt.minusSeconds(60), "1-zh")),
        Optional.empty(),
        false,
        new Personal(Optional.of(NAME), Optional.of(ID_NUMBER), Optional.of(PHONE)),
        PhotoFile.of(jpeg()),
        "{\"verdict\":\"pass\"}",
        "[\"crop\"]",
        Optional.empty(),
        "[]");
  }

  public static byte[] slip(String number) {
    byte[] head = ("%PDF slip of " + number + " for " + NAME).getBytes(StandardCharsets.UTF_8);
    byte[] jpeg = jpeg();
    byte[] pdf = Arrays.copyOf(head, head.length + jpeg.length);
    System.arraycopy(jpeg, 0, pdf, head.length, jpeg.length);
    return pdf;
  }

  /** Numbers such as T20261126-0000001. */
  public static final NumberFormat PLAIN =
      new NumberFormat() {
        @Override
        public String series() {
          return "T";
        }

        @Override
        public String number(LocalDate businessDay, long serial) {
          return "T" + businessDay.toString().replace("-", "") + String.format("%07d", serial);
        }
      };
}
