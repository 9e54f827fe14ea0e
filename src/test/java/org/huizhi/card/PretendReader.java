package org.huizhi.card;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Answers on a pseudo-terminal as an SDT reader does; its card lies there until it is read. */
final class PretendReader implements AutoCloseable {
  private final PseudoTerminal terminal = new PseudoTerminal();
  private final Thread thread = Thread.ofPlatform().name("pretend-reader").unstarted(this::serve);
  private volatile Optional<byte[]> card = Optional.empty();
  private volatile boolean damage;
  private volatile boolean silent;

  PretendReader() {
    thread.setDaemon(true);
    thread.start();
  }

  String port() {
    return terminal.name();
  }

  /** Lays a card on: its text, with spaces up to the end. */
  void lay(byte[] text) {
    card = Optional.of(text);
  }

  void damageAnswers(boolean damaged) {
    damage = damaged;
  }

  void fallSilent() {
    silent = true;
  }

  /** A citizen's card. */
  static byte[] citizen(String name, String number) {
    return text(name, 15, "2011949" + "1231", 26, number, 61, ' ');
  }

  /** An older permanent residence card. */
  static byte[] foreigner(String name, String number) {
    return text(name, 60, "1", 60, number, 61, 'I');
  }

  private static byte[] text(
      String name,
      int nameLength,
      String more,
      int moreAt,
      String number,
      int numberAt,
      char kind) {
    char[] text = new char[128];
    Arrays.fill(text, ' ');
    more.getChars(0, more.length(), text, moreAt);
    name.getChars(0, Math.min(name.length(), nameLength), text, 0);
    number.getChars(0, number.length(), text, numberAt);
    text[124] = kind;
    return new String(text).getBytes(StandardCharsets.UTF_16LE);
  }

  private void serve() {
    byte[] asked = terminal.read();
    while (asked.length > 0) {
      if (!silent) {
        answer(asked);
      }
      asked = terminal.read();
    }
  }

  private void answer(byte[] asked) {
    String command;
    try {
      command = HexFormat.of().formatHex(CardFrame.next(new ByteArrayInputStream(asked)));
    } catch (IOException part) {
      throw new IllegalStateException(part);
    }
    byte[] frame =
        switch (command) {
          case "2001" -> CardFrame.of(status(card.isPresent() ? 0x9F : 0x80, new byte[4]));
          case "2002" -> CardFrame.of(status(card.isPresent() ? 0x90 : 0x81, new byte[8]));
          case "3001" -> CardFrame.of(base());
          default -> CardFrame.of(status(0x21, new byte[0]));
        };
    if (damage) {
      frame[frame.length - 1] ^= 0x55;
    }
    byte[] noise = {0x00, (byte) 0xAA, (byte) 0xAA}; // the first mark may come after noise
    terminal.write(noise);
    terminal.write(frame);
  }

  private byte[] base() {
    Optional<byte[]> text = card;
    if (text.isEmpty()) {
      return status(0x41, new byte[0]);
    }
    card = Optional.empty();
    byte[] body = new byte[4 + 256 + 1024];
    body[0] = 1;
    body[2] = 4;
    System.arraycopy(text.get(), 0, body, 4, 256);
    Arrays.fill(body, 4 + 256, body.length, (byte) 0xAA); // a picture full of marks
    return status(0x90, body);
  }

  private static byte[] status(int status, byte[] body) {
    byte[] content = new byte[3 + body.length];
    content[2] = (byte) status;
    System.arraycopy(body, 0, content, 3, body.length);
    return content;
  }

  @Override
  public void close() {
    terminal.close();
  }
}
