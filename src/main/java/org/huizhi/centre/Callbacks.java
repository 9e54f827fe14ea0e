package org.huizhi.centre;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the centre answers by itself. Only it is heard: whoever calls must show a certificate that
 * the hall's authority signed and that names the centre's host.
 */
public final class Callbacks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

  private final HttpsServer server;
  private final String host;
  private final Courier courier;

  private Callbacks(HttpsServer server, String host, Courier courier) {
    this.server = server;
    this.host = host;
    this.courier = courier;
  }

  /**
   * Begins to listen.
   *
   * @throws IOException when the port is taken or the certificate cannot be read
   */
  public static Callbacks listen(CentreRules rules, URI here, Courier courier) throws IOException {
    HttpsServer server =
        Listener.open(
            here.getPort(), Identity.context(rules.trust(), rules.certificate(), rules.key()));
    Callbacks callbacks = new Callbacks(server, rules.address().getHost(), courier);
    String path = here.getPath();
    server.createContext(path == null || path.isEmpty() ? "/" : path, callbacks::take);
    server.start();
    return callbacks;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status(exchange), -1);
    }
  }

  private int status(HttpExchange exchange) throws IOException {
    if (!isTheCentre(exchange)) {
      LOG.warn("somebody who is not the detection centre called back");
      return 403;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    byte[] body = exchange.getRequestBody().readNBytes(Contract.LONGEST_ANSWER + 1);
    if (body.length > Contract.LONGEST_ANSWER) {
      return 413;
    }
    try {
      return courier.heard(new String(body, StandardCharsets.UTF_8)) ? 204 : 404;
    } catch (StorageTrouble away) {
      LOG.warn("an answer of the detection centre waits: {}", away.getMessage());
      return 503; // it calls again, or is asked
    }
  }

  private boolean isTheCentre(HttpExchange exchange) {
    try {
      Certificate[] shown =
          exchange instanceof HttpsExchange https
              ? https.getSSLSession().getPeerCertificates()
              : new Certificate[0];
      return shown.length > 0 && Identity.names(shown[0], host);
    } catch (SSLPeerUnverifiedException nobody) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
