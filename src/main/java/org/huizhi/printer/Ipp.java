package org.huizhi.printer;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a printer or a print queue by the Internet Printing Protocol (RFC 8010, 8011). */
final class Ipp {
  private static final Duration CONNECTING = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .build();
  private final URI printer;
  private final URI address;

  /** The printer's address, {@code ipp://…} or {@code ipps://…}. */
  Ipp(URI printer) {
    this.printer = printer;
    this.address = URI.create(http(printer));
  }

  private static String http(URI printer) {
    boolean secret = "ipps".equals(printer.getScheme());
    int port = printer.getPort() < 0 ? 631 : printer.getPort();
    return (secret ? "https://" : "http://")
        + printer.getHost()
        + ":"
        + port
        + printer.getRawPath();
  }

  URI printer() {
    return printer;
  }

  /**
   * Sends a request and reads the answer, whatever its status says.
   *
   * @param document follows the request; empty when there is none
   * @throws java.net.ConnectException when nobody listens: the request certainly never arrived
   * @throws IOException when it may have arrived
   */
  IppPacket ask(IppPacket request, byte[] document, Duration patience)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(document.length + 1024);
    new IppOutputStream(body).write(request);
    body.write(document);
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/ipp")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("the printer answered with HTTP status " + answer.statusCode());
    }
    return new IppInputStream(new ByteArrayInputStream(answer.body())).readPacket();
  }
}
