package org.huizhi.centre;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Opens a port on which only who shows a certificate is heard, and nobody for ever. */
final class Listener {
  private static final int WAITING = 64;

  /** A photo comes within a second; whoever sends a byte a second would stay for ever. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private static final int AT_ONCE = 64;

  private Listener() {}

  static HttpsServer open(int port, SSLContext context) throws IOException {
    return open(port, context, new Exchanges(LONGEST, AT_ONCE));
  }

  static HttpsServer open(int port, SSLContext context, Exchanges exchanges) throws IOException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(port), WAITING);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            parameters.setSSLParameters(Identity.mutual());
          }
        });
    server.setExecutor(exchanges);
    return server;
  }
}
