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
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a printer or a print queue by the Internet Printing Protocol (RFC 8010, 8011). */
final class Ipp {
  private static final Duration CONNECTING = Duration.ofSeconds(2);

  /** More than five hundred jobs take. */
  private static final int LONGEST_ANSWER = 4 << 20;

  /** One for all: each has a thread, which stays until the collector comes by. */
  private static final HttpClient HTTP =
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
    CompletableFuture<HttpResponse<byte[]>> asked =
        HTTP.sendAsync(
            HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/ipp")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      // The request's own limit ends with the answer's head; its body may never come.
      return read(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException slow) {
      throw new HttpTimeoutException("the printer's answer breaks off");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed);
    } finally {
      asked.cancel(true);
    }
  }

  private static IppPacket read(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("the printer answered with HTTP status " + answer.statusCode());
    }
    try {
      return new IppInputStream(new ByteArrayInputStream(answer.body())).readPacket();
    } catch (RuntimeException nonsense) {
      throw new IOException("the printer's answer is none", nonsense); // the library trusts lengths
    }
  }
}
