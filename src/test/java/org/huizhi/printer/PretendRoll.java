package org.huizhi.printer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A thermal printer inside the test: it understands raster dots, cutting and questions. */
final class PretendRoll implements AutoCloseable {
  private final ServerSocket door;
  private final List<byte[]> rows = new ArrayList<>();
  private int cuts;
  private int offline = 0x12;
  private int paperSensor = 0x12;
  private int whenDone;
  private boolean silent;

  PretendRoll() throws IOException {
    door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  synchronized void offline(int answer) {
    offline = answer;
  }

  synchronized void paperSensor(int answer) {
    paperSensor = answer;
  }

  synchronized void endsWithTheSlip() {
    whenDone = 0x0C;
  }

  synchronized void fallsSilent() {
    silent = true;
  }

  synchronized int cuts() {
    return cuts;
  }

  /** What stands on the paper. */
  synchronized BufferedImage paper() {
    int width = rows.getFirst().length * 8;
    BufferedImage paper = new BufferedImage(width, rows.size(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < width; x++) {
        boolean black = (rows.get(y)[x / 8] >> (7 - x % 8) & 1) == 1;
        paper.getRaster().setSample(x, y, 0, black ? 0 : 255);
      }
    }
    return paper;
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        understand(socket.getInputStream(), socket.getOutputStream());
      } catch (IOException e) {
        // the kiosk hung up, or the test is over
      }
    }
  }

  private void understand(InputStream in, OutputStream out) throws IOException {
    for (int command = in.read(); command >= 0; command = in.read()) {
      switch (command) {
        case 0x10 -> { // DLE EOT n
          in.read();
          out.write(in.read() == 2 ? offline() : sensor());
          out.flush();
        }
        case 0x1D -> gs(in, out);
        case 0x1B -> esc(in);
        default -> {} // line feeds
      }
    }
  }

  private synchronized int offline() {
    return offline;
  }

  private synchronized int sensor() {
    return paperSensor;
  }

  private static void esc(InputStream in) throws IOException {
    if (in.read() != '@') {
      in.read(); // all others that are used have one argument
    }
  }

  private synchronized void gs(InputStream in, OutputStream out) throws IOException {
    switch (in.read()) {
      case 'v' -> {
        in.readNBytes(2);
        int bytes = in.read() + 256 * in.read();
        int height = in.read() + 256 * in.read();
        for (int y = 0; y < height; y++) {
          rows.add(in.readNBytes(bytes));
        }
      }
      case 'V' -> {
        in.read();
        cuts++;
      }
      case 'r' -> {
        in.read();
        if (!silent) {
          out.write(whenDone);
          out.flush();
        }
      }
      default -> throw new IOException("an unknown command");
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
