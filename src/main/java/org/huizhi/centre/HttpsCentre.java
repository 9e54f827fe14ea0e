package org.huizhi.centre;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.huizhi.record.KeptCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The centre over HTTPS with a certificate on each side. One thread at a time. */
public final class HttpsCentre implements Centre, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpsCentre.class);

  /** What Java says when the other side does not take a certificate. */
  private static final String ALERT = "Received fatal alert";

  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVERS_FAULT = 500;

  private final CentreRules rules;
  private Optional<HttpClient> client = Optional.empty();

  public HttpsCentre(CentreRules rules) {
    this.rules = rules;
  }

  @Override
  public Reply submit(KeptCase kept) {
    return Contract.submission(kept, rules)
        .map(
            body ->
                spoken(
                    request(kept.id())
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)),
                    kept))
        .orElseGet(Reply.Cancelled::new); // its photo is wiped
  }

  @Override
  public Reply ask(KeptCase kept) {
    return spoken(request(kept.id()).GET(), kept);
  }

  @Override
  public Reply cancel(KeptCase kept) {
    return spoken(request(kept.id()).DELETE(), kept);
  }

  private HttpRequest.Builder request(String key) {
    String path = rules.address().getPath();
    String folder = path == null || path.isEmpty() ? "/" : path.endsWith("/") ? path : path + "/";
    URI place = rules.address().resolve(folder + "v1/photos/" + key);
    return HttpRequest.newBuilder(place).timeout(rules.answer());
  }

  /** Whether it is there and takes this machine for what it is: then it knows no such photo. */
  public Reply knock() {
    return speak(request("knock").GET().build(), "knock", "");
  }

  private Reply spoken(HttpRequest.Builder request, KeptCase kept) {
    Reply reply = speak(request.build(), kept.id(), kept.photoSha256());
    if (reply instanceof Reply.Failed failed && failed.why() == Reply.Failure.UNTRUSTED) {
      close(); // whoever mends it puts other certificates there
    }
    return reply;
  }

  private Reply speak(HttpRequest request, String key, String sha256) {
    CompletableFuture<HttpResponse<byte[]>> asked;
    try {
      asked =
          opened()
              .sendAsync(
                  request,
                  HttpResponse.BodyHandlers.limiting(
                      HttpResponse.BodyHandlers.ofByteArray(), Contract.LONGEST_ANSWER));
    } catch (IOException keys) {
      LOG.warn("the detection centre: {}", keys.getMessage());
      return new Reply.Failed(Reply.Failure.KEYS);
    }
    try {
      // The request's own limit ends with the answer's head; a body may drip for ever.
      return read(asked.get(rules.answer().toMillis(), TimeUnit.MILLISECONDS), key, sha256);
    } catch (TimeoutException slow) {
      asked.cancel(true);
      return new Reply.Failed(Reply.Failure.SLOW);
    } catch (ExecutionException failed) {
      return new Reply.Failed(why(failed));
    } catch (InterruptedException closing) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Failed(Reply.Failure.AWAY);
    }
  }

  private HttpClient opened() throws IOException {
    if (client.isEmpty()) {
      client =
          Optional.of(
              HttpClient.newBuilder()
                  .sslContext(Identity.context(rules.trust(), rules.certificate(), rules.key()))
                  .sslParameters(Identity.client())
                  .version(HttpClient.Version.HTTP_1_1)
                  .followRedirects(HttpClient.Redirect.NEVER)
                  .connectTimeout(rules.answer())
                  .build());
    }
    return client.get();
  }

  private static Reply read(HttpResponse<byte[]> answer, String key, String sha256) {
    int status = answer.statusCode();
    if (status == NOT_FOUND) {
      return new Reply.Unknown();
    }
    if (status == TOO_MANY || status >= SERVERS_FAULT) {
      return new Reply.Failed(Reply.Failure.BUSY);
    }
    if (status >= 400) {
      return new Reply.Failed(Reply.Failure.TURNED_AWAY);
    }
    return Contract.read(new String(answer.body(), StandardCharsets.UTF_8), key, sha256);
  }

  private static Reply.Failure why(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTimeoutException) {
        return Reply.Failure.SLOW;
      }
      // Whoever breaks off while hands are shaken is away; only a wrong paper is distrust.
      if (cause instanceof CertificateException
          || (cause instanceof SSLException
              && String.valueOf(cause.getMessage()).contains(ALERT))) {
        return Reply.Failure.UNTRUSTED;
      }
    }
    return Reply.Failure.AWAY;
  }

  @Override
  public void close() {
    client.ifPresent(HttpClient::shutdownNow);
    client = Optional.empty();
  }
}
