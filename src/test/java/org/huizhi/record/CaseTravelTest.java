package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Kind;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseTravelTest {
  @TempDir Path dir;

  private final KeyPair signer = pair();
  private final Map<String, PublicKey> trusted = Map.of("AB12", signer.getPublic());

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Machine(Path data, CaseStore store, CaseTravel travel) implements AutoCloseable {
    @Override
    public void close() {
      store.close();
    }
  }

  private Machine machine(String name, Kind kind) {
    Path data = dir.resolve(name);
    CaseStore store = CaseStore.open(data, kind.storage(), name, Cases.CLOCK);
    Audit audit = new Audit(name + "/packages", Cases.CLOCK);
    return new Machine(data, store, new CaseTravel(store, Vault.open(data), audit));
  }

  private static Issued printed(Machine machine, String id) {
    Issued issued = machine.store().issue(Cases.fresh(id), Cases.PLAIN, Cases::slip);
    machine.store().jobs().sending(issued.job().id(), "folder");
    machine.store().jobs().ended(issued.job().id(), JobState.PRINTED, "");
    return issued;
  }

  /** From either database to the other. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aCaseArrivesAsItWas(Kind kind) throws Exception {
    Kind other = kind == Kind.SQLITE ? Kind.POSTGRESQL : Kind.SQLITE;
    try (Machine from = machine("1", kind);
        Machine to = machine("2", other)) {
      Issued issued = printed(from, "one");
      byte[] sealed = pack(from, to, issued);
      for (byte[] mark : List.of(Cases.NAME.getBytes(StandardCharsets.UTF_8), Cases.JPEG_START)) {
        assertTrue(!PlainTraces.holds(sealed, mark));
      }

      assertEquals(
          Optional.of(issued.imageNumber()), to.travel().unpack(sealed, to.data(), trusted));
      assertEquals(
          Optional.empty(), to.travel().unpack(sealed, to.data(), trusted), "once is enough");

      KeptCase was = from.store().byId("one").orElseThrow();
      KeptCase is = to.store().byNumber(issued.imageNumber()).orElseThrow();
      assertEquals(was.personal(), is.personal());
      assertEquals(was.consent(), is.consent());
      assertEquals(was.shotAt(), is.shotAt());
      assertEquals("1", is.machine());
      assertEquals(was.findings(), is.findings());
      assertArrayEquals(Cases.jpeg(), is.photo().orElseThrow().jpeg());
      PrintJob job = to.store().jobs().of("one").getFirst();
      assertEquals(JobState.PRINTED, job.state());
      assertArrayEquals(
          Cases.slip(issued.imageNumber()), to.store().jobs().slip(job.id()).orElseThrow());
      assertEquals(from.store().jobs().steps(job.id()), to.store().jobs().steps(job.id()));
      assertEquals(List.of(), PlainTraces.in(dir));
      assertEquals(List.of(), Audit.breaks(to.store().database()));
      String next = to.store().reserve("own", Cases.PLAIN);
      assertTrue(!next.equals(issued.imageNumber()), "its number is not given again");
    }
  }

  private byte[] pack(Machine from, Machine to, Issued issued) {
    return from.travel()
        .pack(issued.imageNumber(), signer.getPrivate(), CasePackage.receivingKey(to.data()));
  }

  @Test
  void aChangedByteIsRefusedWhereverItIs() {
    try (Machine from = machine("1", Kind.SQLITE);
        Machine to = machine("2", Kind.SQLITE)) {
      byte[] sealed = pack(from, to, printed(from, "one"));
      for (int at = 0; at < sealed.length; at += 1 + sealed.length / 60) {
        sealed[at] ^= 1;
        assertRefused(() -> to.travel().unpack(sealed, to.data(), trusted));
        sealed[at] ^= 1;
      }
      byte[] shorter = Arrays.copyOf(sealed, sealed.length - 1);
      assertRefused(() -> to.travel().unpack(shorter, to.data(), trusted));
      assertEquals(Optional.empty(), to.store().byId("one"));
    }
  }

  @Test
  void onlyTheReceiverOpensItAndOnlyATrustedSignerIsTaken() {
    try (Machine from = machine("1", Kind.SQLITE);
        Machine to = machine("2", Kind.SQLITE);
        Machine third = machine("3", Kind.SQLITE)) {
      byte[] sealed = pack(from, to, printed(from, "one"));
      assertRefused(() -> third.travel().unpack(sealed, third.data(), trusted));
      assertRefused(
          () -> to.travel().unpack(sealed, to.data(), Map.of("CD34", pair().getPublic())));
    }
  }

  /** The receiver can encrypt for itself, but not sign as somebody else. */
  @Test
  void whatTheReceiverAddsIsNotSigned() {
    try (Machine from = machine("1", Kind.SQLITE);
        Machine to = machine("2", Kind.SQLITE)) {
      CasePackage.Opened opened =
          CasePackage.open(pack(from, to, printed(from, "one")), to.data(), trusted);
      byte[] forged =
          CasePackage.seal(
              opened.files(), pair().getPrivate(), CasePackage.receivingKey(to.data()));
      assertRefused(() -> to.travel().unpack(forged, to.data(), trusted));
    }
  }

  @Test
  void whatIsNotWholeDoesNotTravel() {
    try (Machine from = machine("1", Kind.SQLITE);
        Machine to = machine("2", Kind.SQLITE)) {
      Issued open = from.store().issue(Cases.fresh("open"), Cases.PLAIN, Cases::slip);
      assertRefused(() -> pack(from, to, open));
      Issued gone = printed(from, "gone");
      from.store().delete(gone.imageNumber(), "7", "on demand");
      assertRefused(() -> pack(from, to, gone));
      Issued here = printed(from, "here");
      // Two lone machines with the same pattern have given the same number.
      for (int i = 0; i < 3; i++) {
        printed(to, "other-" + i);
      }
      assertRefused(() -> to.travel().unpack(pack(from, to, here), to.data(), trusted));
      assertEquals(Optional.empty(), to.store().byId("here"));
    }
  }

  private static void assertRefused(Executable doing) {
    assertEquals(StorageTrouble.Kind.REFUSED, assertThrows(StorageTrouble.class, doing).kind());
  }
}
