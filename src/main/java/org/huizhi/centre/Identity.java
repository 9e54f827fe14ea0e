package org.huizhi.centre;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.huizhi.storage.OwnerOnly;

/** Who this side is and whom it trusts: both sides show a certificate, or nothing is said. */
final class Identity {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final char[] IN_MEMORY = new char[0];

  private Identity() {}

  /**
   * Reads the three PEM files.
   *
   * @throws IOException when one cannot be read, does not fit the others, or others may read the
   *     key
   */
  static SSLContext context(Path trust, Path certificate, Path key) throws IOException {
    if (OwnerOnly.openToOthers(key)) {
      throw new IOException("others may open the key " + key + "; chmod 600 closes it");
    }
    try {
      KeyStore trusted = empty();
      int count = 0;
      for (Certificate one : certificates(trust)) {
        trusted.setCertificateEntry("ca-" + count++, one);
      }
      TrustManagerFactory trusting =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusting.init(trusted);
      Certificate[] chain = certificates(certificate).toArray(Certificate[]::new);
      if (chain.length == 0) {
        throw new IOException("no certificate stands in " + certificate);
      }
      KeyStore own = empty();
      own.setKeyEntry("own", key(key, chain[0].getPublicKey().getAlgorithm()), IN_MEMORY, chain);
      KeyManagerFactory showing =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      showing.init(own, IN_MEMORY);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(showing.getKeyManagers(), trusting.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new IOException("the certificate " + certificate + " or its key is damaged", wrong);
    }
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  private static PrivateKey key(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    String pem = Files.readString(file, StandardCharsets.US_ASCII);
    String base64 = pem.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----|-----END.*|\\s", "");
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  /** Without the old versions, and with a certificate of the other side. */
  static SSLParameters mutual() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setNeedClientAuth(true);
    return parameters;
  }

  static SSLParameters client() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(PROTOCOLS);
    return parameters;
  }

  /**
   * Whether a certificate is that of a host; of all who hold one of the hall, only it may answer.
   */
  static boolean names(Certificate certificate, String host) {
    try {
      if (!(certificate instanceof X509Certificate x509)
          || x509.getSubjectAlternativeNames() == null) {
        return false;
      }
      for (List<?> name : x509.getSubjectAlternativeNames()) {
        if (host.equalsIgnoreCase(String.valueOf(name.get(1)))) {
          return true;
        }
      }
      return false;
    } catch (CertificateException unreadable) {
      return false;
    }
  }
}
