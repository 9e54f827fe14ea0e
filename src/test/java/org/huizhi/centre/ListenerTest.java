package org.huizhi.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.huizhi.centre.PracticePapers.Paper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Peers that send each byte in time and the whole never, on a real line. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class ListenerTest {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration NEVER = Duration.ofHours(1);

  /** The first bytes of a long record in which hands are to be shaken. */
  private static final byte[] HALF_A_HELLO = {0x16, 3, 1, 0x40, 0, 1, 0, 0x3F, (byte) 0xFC};

  @TempDir private Path dir = Path.of("");
  private SSLContext context;
  private HttpsServer server;

  @BeforeEach
  void papers() throws Exception {
    PracticePapers.write(dir, Instant.now(), new Paper("centre", "localhost"));
    context =
        Identity.context(
            dir.resolve("ca.pem"), dir.resolve("centre.pem"), dir.resolve("centre.key"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void listen(Duration longest, int atOnce) throws IOException {
    server = Listener.open(0, context, new Exchanges(longest, atOnce));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
  }

  @Test
  void whoDripsWhileHandsAreShakenIsLeft() throws Exception {
    listen(SOON, 4);
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port())) {
      line.getOutputStream().write(HALF_A_HELLO);
      dripUntilLeft(line);
    }
    assertEquals(204, call());
  }

  @Test
  void whoDripsARequestIsLeft() throws Exception {
    listen(SOON, 4);
    try (SSLSocket line = shaken()) {
      say(line, "POST / HTTP/1.1\r\nHost: localhost\r\nX-Drip: ");
      dripUntilLeft(line);
    }
    try (SSLSocket line = shaken()) {
      say(line, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n");
      dripUntilLeft(line);
    }
    assertEquals(204, call());
  }

  /** Each such peer costs memory and a line; the centre asks again or is asked. */
  @Test
  void noMoreAreHeldThanThereIsRoomFor() throws Exception {
    listen(NEVER, 2);
    try (SSLSocket second = shaken()) {
      say(second, "POST / HTTP/1.1\r\n");
      try (SSLSocket first = shaken()) {
        say(first, "POST / HTTP/1.1\r\n");
        assertThrows(IOException.class, this::call);
      }
      while (!isHeard()) {
        Thread.onSpinWait();
      }
      say(second, "Host: localhost\r\nContent-Length: 0\r\n\r\n");
      byte[] answer = second.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 204", new String(answer, StandardCharsets.US_ASCII));
    }
  }

  private boolean isHeard() throws InterruptedException {
    try {
      return call() == 204;
    } catch (IOException stillFull) {
      return false;
    }
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private SSLSocket shaken() throws IOException {
    SSLSocket line =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port());
    line.startHandshake();
    return line;
  }

  private static void say(Socket line, String words) throws IOException {
    line.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    line.getOutputStream().flush();
  }

  /** A byte every so often, until the other side has hung up. */
  private static void dripUntilLeft(Socket line) throws IOException {
    line.setSoTimeout(50);
    boolean left = false;
    while (!left) {
      try {
        say(line, "1");
        left = line.getInputStream().read() < 0;
      } catch (SocketTimeoutException goesOn) {
        left = false;
      } catch (IOException closed) {
        left = true;
      }
    }
  }

  private int call() throws IOException, InterruptedException {
    try (HttpClient caller = HttpClient.newBuilder().sslContext(context).build()) {
      HttpRequest call =
          HttpRequest.newBuilder(URI.create("https://localhost:" + port() + "/"))
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      return caller.send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
