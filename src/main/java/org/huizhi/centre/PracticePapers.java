package org.huizhi.centre;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.huizhi.storage.OwnerOnly;

/**
 * Certificates to practise with: an authority that is thrown away, and what it signed. For
 * operation a hall takes those of its own authority.
 */
public final class PracticePapers {
  private static final String AUTHORITY = "practice authority";
  private static final Duration VALID = Duration.ofDays(90);
  private static final AlgorithmIdentifier BY =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  private final Path folder;
  private final KeyPair authority;
  private final Instant now;

  private PracticePapers(Path folder, KeyPair authority, Instant now) {
    this.folder = folder;
    this.authority = authority;
    this.now = now;
  }

  /** Whom a certificate is for, and the host that it names. */
  public record Paper(String name, String host) {}

  /**
   * Writes {@code ca.pem} into the folder, and {@code NAME.pem} and {@code NAME.key} for each name.
   * The authority's own key is kept nowhere.
   */
  public static void write(Path folder, Instant now, Paper... wanted) throws IOException {
    OwnerOnly.directory(folder);
    try {
      PracticePapers papers = new PracticePapers(folder, keys(), now);
      papers.save("ca.pem", "CERTIFICATE", papers.own());
      for (Paper paper : wanted) {
        KeyPair own = keys();
        papers.save(
            paper.name() + ".pem", "CERTIFICATE", papers.signed(paper, false, own.getPublic()));
        papers.save(paper.name() + ".key", "PRIVATE KEY", own.getPrivate().getEncoded());
      }
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has elliptic curves", missing);
    }
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private byte[] own() throws GeneralSecurityException, IOException {
    return signed(new Paper(AUTHORITY, "localhost"), true, authority.getPublic());
  }

  private byte[] signed(Paper paper, boolean isAuthority, PublicKey of)
      throws GeneralSecurityException, IOException {
    V3TBSCertificateGenerator plan = new V3TBSCertificateGenerator();
    plan.setSerialNumber(new ASN1Integer(new BigInteger(96, new SecureRandom())));
    plan.setIssuer(new X500Name("CN=" + AUTHORITY));
    plan.setSubject(new X500Name("CN=" + paper.name()));
    plan.setStartDate(new Time(Date.from(now.minus(Duration.ofMinutes(5)))));
    plan.setEndDate(new Time(Date.from(now.plus(VALID))));
    plan.setSignature(BY);
    plan.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(of.getEncoded()));
    ExtensionsGenerator more = new ExtensionsGenerator();
    more.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
    more.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, paper.host())));
    plan.setExtensions(more.generate());
    TBSCertificate body = plan.generateTBSCertificate();
    ASN1EncodableVector whole = new ASN1EncodableVector();
    whole.add(body);
    whole.add(BY);
    whole.add(new DERBitString(signature(body.getEncoded(), authority.getPrivate())));
    return new DERSequence(whole).getEncoded();
  }

  private static byte[] signature(byte[] body, PrivateKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(body);
    return signature.sign();
  }

  private void save(String file, String what, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String pem = "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
    if (!OwnerOnly.writeNew(folder.resolve(file), pem.getBytes(StandardCharsets.US_ASCII))) {
      throw new IOException("there is a " + file + " in " + folder + " already");
    }
  }
}
