package org.huizhi.camera.device;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import org.huizhi.camera.Lamp;

/**
 * A lamp behind a relay on a serial port, in the four bytes that the usual USB relays (LCUS) take:
 * A0, the relay's number, 1 or 0, and the sum of the three. They answer nothing.
 */
public final class RelayLamp implements Lamp {
  private static final int BAUD = 9600;
  private static final int PATIENCE_MILLIS = 1000;
  private static final int START = 0xA0;
  private static final int FIRST_RELAY = 1;

  private final String name;
  private final SerialPort port;

  /**
   * Opens the port.
   *
   * @param name such as {@code /dev/ttyUSB1} or {@code COM4}
   */
  public RelayLamp(String name) throws IOException {
    this.name = name;
    try {
      port = SerialPort.getCommPort(name);
    } catch (SerialPortInvalidPortException none) {
      throw new IOException("there is no port " + name, none);
    }
    port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setComPortTimeouts(SerialPort.TIMEOUT_WRITE_BLOCKING, 0, PATIENCE_MILLIS);
    if (!port.openPort()) {
      throw new IOException("the port " + name + " cannot be opened");
    }
  }

  @Override
  public void shine(boolean on) throws IOException {
    int state = on ? 1 : 0;
    byte[] word = {(byte) START, FIRST_RELAY, (byte) state, (byte) (START + FIRST_RELAY + state)};
    if (port.writeBytes(word, word.length) != word.length) {
      throw new IOException("the relay on " + name + " takes nothing");
    }
  }

  @Override
  public void close() {
    var _ = port.closePort();
  }
}
