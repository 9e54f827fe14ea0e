package org.huizhi.card;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.InputStream;
import java.io.OutputStream;

/** A serial port as SDT readers want it: 115200 baud, 8 bits, no parity, one stop bit. */
record SerialLine(SerialPort port) {
  private static final int BAUD = 115_200;

  /** A card takes a second to read. */
  private static final int PATIENCE_MILLIS = 2_000;

  static SerialLine open(String name) throws ReaderTrouble {
    try {
      SerialPort port = SerialPort.getCommPort(name);
      port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, PATIENCE_MILLIS, 0);
      if (port.openPort()) {
        return new SerialLine(port);
      }
    } catch (SerialPortInvalidPortException none) {
      throw new ReaderTrouble("there is no port " + name);
    }
    throw new ReaderTrouble("the port " + name + " cannot be opened");
  }

  InputStream in() {
    return port.getInputStream();
  }

  OutputStream out() {
    return port.getOutputStream();
  }

  void close() {
    var _ = port.closePort();
  }
}
