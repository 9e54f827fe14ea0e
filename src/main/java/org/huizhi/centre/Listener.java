package org.huizhi.centre;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Opens a port on which only who shows a certificate is heard. */
final class Listener {
  private static final int WAITING = 64;

  private Listener() {}

  static HttpsServer open(int port, SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(port), WAITING);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            parameters.setSSLParameters(Identity.mutual());
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return server;
  }
}
