package org.huizhi.camera.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.huizhi.camera.LampSwitch;
import org.huizhi.card.PseudoTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A relay on a real serial port whose other end is this test. */
@EnabledOnOs(OS.LINUX)
class RelayLampTest {
  /** As makers' manuals print them. */
  private static final String ON = "a00101a2";

  private static final String OFF = "a00100a1";

  /** Reads of a line that nobody has opened yet come back at once. */
  private static final int MOST_EMPTY = 50_000_000;

  @Test
  void switchesOnAndOff() throws Exception {
    try (PseudoTerminal relay = new PseudoTerminal()) {
      try (LampSwitch lamp = new LampSwitch(() -> new RelayLamp(relay.name()))) {
        lamp.want(true);
        assertHears(relay, ON);
        lamp.want(true);
        lamp.want(false);
        assertHears(relay, OFF);
        lamp.want(true);
        assertHears(relay, ON);
        // Before the port closes: a closed line may drop what nobody has read.
        lamp.want(false);
        assertHears(relay, OFF);
      }
    }
  }

  @Test
  void aLampThatComesLateShinesAsItIsWantedThen() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (PseudoTerminal relay = new PseudoTerminal();
        LampSwitch lamp =
            new LampSwitch(
                () -> {
                  if (tries.incrementAndGet() < 3) {
                    throw new IOException("not plugged in yet");
                  }
                  return new RelayLamp(relay.name());
                })) {
      lamp.want(false);
      lamp.want(true);
      assertHears(relay, ON);
    }
  }

  @Test
  void saysThatThereIsNoPort() {
    assertThrows(IOException.class, () -> new RelayLamp("/dev/ttyNoSuchRelay"));
  }

  private static void assertHears(PseudoTerminal relay, String word) {
    byte[] heard = new byte[0];
    int empty = 0;
    while (heard.length < word.length() / 2) {
      byte[] more = relay.read();
      assertTrue(more.length > 0 || empty++ < MOST_EMPTY, "the line was closed");
      byte[] both = Arrays.copyOf(heard, heard.length + more.length);
      System.arraycopy(more, 0, both, heard.length, more.length);
      heard = both;
    }
    assertArrayEquals(HexFormat.of().parseHex(word), heard, HexFormat.of().formatHex(heard));
  }
}
