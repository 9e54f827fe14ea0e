package org.huizhi.printer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a thermal printer is reached: {@code escpos:HOST:PORT} or {@code escpos:/dev/usb/lp0}. */
public sealed interface EscPosLine {
  /** A line in use. */
  interface Open extends Closeable {
    OutputStream out();

    /** Only where {@link #answers}. */
    InputStream in();

    boolean answers();
  }

  /**
   * Takes the line.
   *
   * @throws java.net.ConnectException when nobody is there, so that certainly nothing arrived
   */
  Open open() throws IOException;

  /** How long the printer may take for a slip, and for each answer. */
  Duration patience();

  /**
   * Reads an address.
   *
   * @param patience how long the printer may take for a slip, and for each answer
   * @throws IllegalArgumentException with what an address looks like
   */
  static EscPosLine parse(String address, Duration patience) {
    Matcher network = Pattern.compile("escpos:([^/:\\s]+):(\\d{1,5})").matcher(address);
    if (network.matches() && Integer.parseInt(network.group(2)) <= 65535) {
      return new Network(network.group(1), Integer.parseInt(network.group(2)), patience);
    }
    if (address.matches("escpos:/\\S+")) {
      return new Device(Path.of(address.substring("escpos:".length())), patience);
    }
    throw new IllegalArgumentException(
        "the address of a thermal printer looks like escpos:192.168.1.30:9100 or"
            + " escpos:/dev/usb/lp0, not "
            + address);
  }

  /** Over the network, with answers. */
  record Network(String host, int port, Duration patience) implements EscPosLine {
    private static final int CONNECTING_MILLIS = 2_000;

    @Override
    public Open open() throws IOException {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(host, port), CONNECTING_MILLIS);
        socket.setSoTimeout((int) patience.toMillis());
        return new Connected(socket, socket.getOutputStream(), socket.getInputStream());
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }
  }

  /** A connection that may ask. */
  record Connected(Socket socket, OutputStream out, InputStream in) implements Open {
    @Override
    public boolean answers() {
      return true;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** A device file, which only takes. */
  record Device(Path file, Duration patience) implements EscPosLine {
    @Override
    public Open open() throws IOException {
      return new Taking(Files.newOutputStream(file, StandardOpenOption.WRITE));
    }
  }

  /** An open device file. */
  record Taking(OutputStream out) implements Open {
    @Override
    public InputStream in() {
      return InputStream.nullInputStream();
    }

    @Override
    public boolean answers() {
      return false;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
