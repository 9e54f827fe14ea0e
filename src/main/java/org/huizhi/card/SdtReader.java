package org.huizhi.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Second-generation card readers (SDT) as their makers publish them: find a card, select it, read
 * its base information. The first three bytes of each answer are its status.
 */
public final class SdtReader implements CardReader {
  private static final byte[] FIND = CardFrame.of((byte) 0x20, (byte) 0x01);
  private static final byte[] SELECT = CardFrame.of((byte) 0x20, (byte) 0x02);
  private static final byte[] READ = CardFrame.of((byte) 0x30, (byte) 0x01);
  private static final int FOUND = 0x9F;
  private static final int DONE = 0x90;

  /** Behind the status: how long the text is and how long the picture, two bytes each. */
  private static final int TEXT_AT = 7;

  private final InputStream in;
  private final OutputStream out;
  private final Runnable close;

  /**
   * @param in gives up with an IOException when nothing comes in time
   */
  SdtReader(InputStream in, OutputStream out, Runnable close) {
    this.in = in;
    this.out = out;
    this.close = close;
  }

  /**
   * The reader on a serial port; readers on USB show as one.
   *
   * @param port such as {@code /dev/ttyUSB0} or {@code COM3}
   * @throws ReaderTrouble when there is no such port or somebody else has it
   */
  public static SdtReader on(String port) throws ReaderTrouble {
    SerialLine line = SerialLine.open(port);
    return new SdtReader(line.in(), line.out(), line::close);
  }

  /** A reader does not find a card again before it was taken away. */
  @Override
  public Optional<IdCard> look() throws IOException {
    if (status(ask(FIND)) != FOUND || status(ask(SELECT)) != DONE) {
      return Optional.empty();
    }
    byte[] answer = ask(READ);
    if (status(answer) != DONE) {
      return Optional.empty(); // it was taken away too soon
    }
    int length = answer.length < TEXT_AT ? 0 : ((answer[3] & 0xFF) << 8) | (answer[4] & 0xFF);
    int end = Math.min(answer.length, TEXT_AT + length);
    try {
      return Optional.of(CardText.read(Arrays.copyOfRange(answer, Math.min(TEXT_AT, end), end)));
    } finally {
      Arrays.fill(answer, (byte) 0);
    }
  }

  private byte[] ask(byte[] command) throws IOException {
    in.skipNBytes(in.available()); // what an earlier question left behind
    out.write(command);
    out.flush();
    byte[] answer = CardFrame.next(in);
    if (answer.length < 3) {
      throw new ReaderTrouble("an answer without a status");
    }
    return answer;
  }

  private static int status(byte[] answer) {
    return answer[0] == 0 && answer[1] == 0 ? answer[2] & 0xFF : -1;
  }

  @Override
  public void close() {
    close.run();
  }
}
