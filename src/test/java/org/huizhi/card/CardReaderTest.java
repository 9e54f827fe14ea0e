package org.huizhi.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The reader's protocol over a real serial port whose other end is played. */
@EnabledOnOs(OS.LINUX)
class CardReaderTest {
  private static final String NUMBER = "11010519491231002X";

  /** As makers' manuals print them. */
  @Test
  void framesAreAsPublished() throws IOException {
    assertEquals("aaaaaa96690003200122", hex(CardFrame.of((byte) 0x20, (byte) 0x01)));
    assertEquals("aaaaaa96690003200221", hex(CardFrame.of((byte) 0x20, (byte) 0x02)));
    assertEquals("aaaaaa96690003300132", hex(CardFrame.of((byte) 0x30, (byte) 0x01)));
    byte[] found = HexFormat.of().parseHex("aaaaaa9669000800009f0000000097");
    assertArrayEquals(
        new byte[] {0, 0, (byte) 0x9F, 0, 0, 0, 0},
        CardFrame.next(new ByteArrayInputStream(found)));
  }

  @Test
  void whatIsNoFrameIsTrouble() {
    assertThrows(ReaderTrouble.class, () -> next("aaaaaa96690003200123"));
    assertThrows(ReaderTrouble.class, () -> next("aaaaaa9669ffff200123"));
    assertThrows(ReaderTrouble.class, () -> next("aaaaaa96690001" + "01"));
    assertThrows(EOFException.class, () -> next("aaaaaa966900082001"));
    assertThrows(ReaderTrouble.class, () -> CardText.read(new byte[20]));
    assertThrows(ReaderTrouble.class, () -> CardText.read(new byte[256]));
  }

  @Test
  void aCardIsReadOnce() throws IOException {
    try (PretendReader pretend = new PretendReader();
        CardReader reader = SdtReader.on(pretend.port())) {
      assertEquals(Optional.empty(), reader.look());
      pretend.lay(PretendReader.citizen("欧阳喆", NUMBER));
      assertEquals(Optional.of(new IdCard(IdCard.Kind.CITIZEN, "欧阳喆", NUMBER)), reader.look());
      assertEquals(Optional.empty(), reader.look());
      pretend.lay(PretendReader.foreigner("DOE, JOHN", "USA110085010203"));
      assertEquals(
          Optional.of(new IdCard(IdCard.Kind.PERMANENT_RESIDENT, "DOE, JOHN", "USA110085010203")),
          reader.look());
    }
  }

  @Test
  void aDamagedAnswerIsTroubleAndTheNextIsReadAgain() throws IOException {
    try (PretendReader pretend = new PretendReader();
        CardReader reader = SdtReader.on(pretend.port())) {
      pretend.damageAnswers(true);
      assertThrows(ReaderTrouble.class, reader::look);
      pretend.damageAnswers(false);
      pretend.lay(PretendReader.citizen("王小明", NUMBER));
      assertTrue(reader.look().isPresent());
    }
  }

  @Test
  void aReaderThatIsSilentOrGoneIsTrouble() throws IOException {
    assertThrows(ReaderTrouble.class, () -> SdtReader.on("/dev/no-such-port"));
    try (PretendReader pretend = new PretendReader();
        CardReader reader = SdtReader.on(pretend.port())) {
      pretend.fallSilent();
      assertThrows(IOException.class, reader::look);
    }
  }

  @Test
  void theWatchReadsOnlyWhenACardIsWantedAndOpensAgain() throws Exception {
    BlockingQueue<IdCard> read = new LinkedBlockingQueue<>();
    BlockingQueue<Integer> opened = new LinkedBlockingQueue<>();
    AtomicInteger times = new AtomicInteger();
    IdCard card = new IdCard(IdCard.Kind.CITIZEN, "王小明", NUMBER);
    CardWatch.Opening opening =
        () -> {
          opened.add(times.incrementAndGet());
          return new CardReader() {
            @Override
            public Optional<IdCard> look() throws IOException {
              if (times.get() == 1) {
                throw new IOException("pulled out");
              }
              return Optional.of(card);
            }

            @Override
            public void close() {}
          };
        };
    try (CardWatch watch = new CardWatch(opening, read::add)) {
      watch.start();
      assertEquals(1, opened.poll(20, TimeUnit.SECONDS));
      assertTrue(read.isEmpty());
      watch.want(true);
      assertEquals(2, opened.poll(30, TimeUnit.SECONDS));
      assertEquals(card, read.poll(30, TimeUnit.SECONDS));
    }
  }

  /** Reading takes seconds; meanwhile one leaves and the next is asked. */
  @Test
  void aCardThatWasReadForAnotherIsNobodys() throws Exception {
    BlockingQueue<IdCard> read = new LinkedBlockingQueue<>();
    CountDownLatch reading = new CountDownLatch(1);
    CompletableFuture<Optional<IdCard>> goOn = new CompletableFuture<>();
    IdCard lefts = new IdCard(IdCard.Kind.CITIZEN, "王小明", NUMBER);
    IdCard theirs = new IdCard(IdCard.Kind.CITIZEN, "李小红", NUMBER);
    CardReader slow =
        reader(
            () -> {
              if (reading.getCount() == 0) {
                return Optional.of(theirs);
              }
              reading.countDown();
              return goOn.orTimeout(30, TimeUnit.SECONDS).join();
            });
    try (CardWatch watch = new CardWatch(() -> slow, read::add)) {
      watch.start();
      watch.want(true);
      assertTrue(reading.await(30, TimeUnit.SECONDS));
      watch.want(false);
      watch.want(true);
      goOn.complete(Optional.of(lefts));
      assertEquals(theirs, read.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void theWatchOutlivesAMistakeOfTheReaders() throws Exception {
    BlockingQueue<IdCard> read = new LinkedBlockingQueue<>();
    AtomicInteger times = new AtomicInteger();
    IdCard card = new IdCard(IdCard.Kind.CITIZEN, "王小明", NUMBER);
    CardReader mistaken =
        reader(
            () -> {
              if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
              }
              return Optional.of(card);
            });
    try (CardWatch watch = new CardWatch(() -> mistaken, read::add)) {
      watch.start();
      watch.want(true);
      assertEquals(card, read.poll(30, TimeUnit.SECONDS));
    }
  }

  private interface Looking {
    Optional<IdCard> look();
  }

  private static CardReader reader(Looking looking) {
    return new CardReader() {
      @Override
      public Optional<IdCard> look() {
        return looking.look();
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void aCardInALogTellsNothing() {
    assertFalse(new IdCard(IdCard.Kind.CITIZEN, "王小明", NUMBER).toString().matches(".*(王|1101).*"));
  }

  private static byte[] next(String hex) throws IOException {
    return CardFrame.next(new ByteArrayInputStream(HexFormat.of().parseHex(hex)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
