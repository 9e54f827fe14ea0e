package org.huizhi.centre;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.huizhi.centre.Contract.Submitted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small detection centre that keeps to the contract, to try a hall against. It keeps answers in
 * memory alone and photos only until they are judged; when it ends, it has forgotten all.
 */
public final class ReferenceCentre implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceCentre.class);
  private static final String PLACE = "/v1/photos/";
  private static final Duration CALL = Duration.ofSeconds(5);

  private final HttpsServer server;
  private final HttpClient caller;
  private final Judging judging;
  private final Consumer<String> told;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final ExecutorService judge =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().name("centre").daemon().unstarted(task));

  /** Looks at a photo; on one thread. */
  public interface Judging {
    /** Passed or refused. */
    Reply judge(String spec, byte[] photo);
  }

  private record Held(String sha256, Reply reply) {}

  private ReferenceCentre(
      HttpsServer server, HttpClient caller, Judging judging, Consumer<String> told) {
    this.server = server;
    this.caller = caller;
    this.judging = judging;
    this.told = told;
  }

  /**
   * Begins to listen.
   *
   * @param port 0 for any that is free
   * @param told hears in a sentence what happens
   */
  public static ReferenceCentre open(
      int port, Path trust, Path certificate, Path key, Judging judging, Consumer<String> told)
      throws IOException {
    SSLContext context = Identity.context(trust, certificate, key);
    HttpsServer server = Listener.open(port, context);
    HttpClient caller =
        HttpClient.newBuilder()
            .sslContext(context)
            .sslParameters(Identity.client())
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CALL)
            .build();
    ReferenceCentre centre = new ReferenceCentre(server, caller, judging, told);
    server.createContext(PLACE, centre::serve);
    server.start();
    return centre;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String key = exchange.getRequestURI().getPath().substring(PLACE.length());
      switch (exchange.getRequestMethod()) {
        case "PUT" -> take(exchange, key);
        case "GET" -> answer(exchange, key);
        case "DELETE" -> {
          held.computeIfPresent(key, (_, one) -> new Held(one.sha256(), new Reply.Cancelled()));
          answer(exchange, key);
        }
        default -> exchange.sendResponseHeaders(405, -1);
      }
    }
  }

  private void take(HttpExchange exchange, String key) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(Contract.LONGEST_SUBMISSION + 1);
    if (body.length > Contract.LONGEST_SUBMISSION) {
      exchange.sendResponseHeaders(413, -1);
      return;
    }
    Optional<Submitted> read = Contract.submitted(key, new String(body, StandardCharsets.UTF_8));
    if (read.isEmpty()) {
      exchange.sendResponseHeaders(422, -1);
      return;
    }
    Submitted photo = read.get();
    Held fresh = new Held(photo.sha256(), new Reply.Checking());
    Held before = held.putIfAbsent(key, fresh);
    if (before == null) {
      told.accept(key + " was handed in for " + photo.spec());
      judge(photo);
    } else if (!before.sha256().equals(photo.sha256())) {
      exchange.sendResponseHeaders(409, -1);
      return;
    }
    answer(exchange, key);
  }

  private void answer(HttpExchange exchange, String key) throws IOException {
    Held one = held.get(key);
    if (one == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    byte[] text = Contract.answer(key, one.sha256(), one.reply()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, text.length);
    exchange.getResponseBody().write(text);
  }

  private void judge(Submitted photo) {
    try {
      judge.execute(
          () -> {
            Reply reply = judging.judge(photo.spec(), photo.photo());
            Held decided = new Held(photo.sha256(), reply);
            held.computeIfPresent(
                photo.key(), (_, one) -> one.reply() instanceof Reply.Checking ? decided : one);
            told.accept(photo.key() + ": " + reply);
            photo.callback().ifPresent(here -> call(photo, here, reply));
          });
    } catch (RejectedExecutionException closing) {
      LOG.debug("a photo came while closing");
    }
  }

  /** Once: who does not hear it asks. */
  private void call(Submitted photo, String here, Reply reply) {
    try {
      HttpRequest call =
          HttpRequest.newBuilder(URI.create(here))
              .timeout(CALL)
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      Contract.answer(photo.key(), photo.sha256(), reply)))
              .build();
      int status = caller.send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
      told.accept(photo.key() + ": called back, answered " + status);
    } catch (IOException | IllegalArgumentException unheard) {
      told.accept(photo.key() + ": nobody hears the callback; it will be asked");
      LOG.debug("a callback was not heard", unheard);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    judge.shutdownNow();
    caller.shutdownNow();
  }
}
