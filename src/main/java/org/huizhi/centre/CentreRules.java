package org.huizhi.centre;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the detection centre is reached.
 *
 * @param address of its contract, such as {@code https://centre.example:8443/}
 * @param trust PEM file of who signed the centre's certificate
 * @param certificate PEM file of this machine's own certificate, by which the centre knows it
 * @param key PEM file (PKCS#8) of that certificate's key, for the kiosk's account alone
 * @param callback where the centre may answer by itself; this machine listens on its port. Without
 *     it the centre is only asked
 * @param answer how long the centre may take for one answer
 * @param giveUp after how long without an end a submission is cancelled
 */
public record CentreRules(
    URI address,
    Path trust,
    Path certificate,
    Path key,
    Optional<URI> callback,
    Duration answer,
    Duration giveUp) {
  public CentreRules {
    refuseClear("address", address);
    callback.ifPresent(
        here -> {
          refuseClear("callback", here);
          if (here.getPort() < 0) {
            throw new IllegalArgumentException("callback needs a port, on which to listen");
          }
        });
    if (!answer.isPositive() || !giveUp.isPositive()) {
      throw new IllegalArgumentException("answer and give-up must be longer than nothing");
    }
  }

  private static void refuseClear(String key, URI uri) {
    if (uri.getPort() > 65535 || uri.getPort() == 0) {
      throw new IllegalArgumentException(key + " has no port above 65535 and none of 0");
    }
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          key + " begins with https:// and a host's name: no photo travels in the clear");
    }
  }

  /** The same with its files found from a folder. */
  public CentreRules in(Path folder) {
    return new CentreRules(
        address,
        folder.resolve(trust),
        folder.resolve(certificate),
        folder.resolve(key),
        callback,
        answer,
        giveUp);
  }
}
