package org.huizhi.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsServer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.huizhi.PassedTime;
import org.huizhi.centre.PracticePapers.Paper;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Cases;
import org.huizhi.record.Consent;
import org.huizhi.record.KeptCase;
import org.huizhi.record.NewCase;
import org.huizhi.record.NumberState;
import org.huizhi.record.Outbox;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;
import org.huizhi.record.Submission;
import org.huizhi.record.SubmissionState;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Kind;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Photos on their way to a real centre on a real line, on which everything goes wrong. */
class CentreTest {
  private static final int CASES = Integer.getInteger("huizhi.submissions", 100);
  private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final String MARK = "SECRET-OF-";

  @TempDir private Path dir = Path.of("");
  private final PassedTime time = new PassedTime(START);
  private final Clock clock = time.withZone(ZoneId.of("Asia/Shanghai"));
  private final Map<String, Integer> judged = new ConcurrentHashMap<>();

  @ParameterizedTest
  @EnumSource
  void eachPhotoEndsOnceWhateverTheCentreDoes(Kind kind) throws Exception {
    Instant real = Instant.now();
    PracticePapers.write(
        dir.resolve("hall"),
        real,
        new Paper("centre", "localhost"),
        new Paper("kiosk", "localhost"),
        new Paper("stranger", "elsewhere"));
    PracticePapers.write(dir.resolve("other"), real, new Paper("centre", "localhost"));
    int count = kind == Kind.SQLITE ? CASES : CASES / 2;
    try (Wire out = new Wire();
        Wire back = new Wire();
        CaseStore store = CaseStore.open(dir.resolve("data"), kind.storage(), "1", clock)) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ids.add(store(store, i));
      }
      URI callback = URI.create("https://localhost:" + back.port() + "/answers");
      CentreRules rules = rules(out.port(), Optional.of(callback));
      try (HttpsCentre centre = new HttpsCentre(rules)) {
        Courier courier = new Courier(store, centre, rules.giveUp(), clock);
        int listening = free();
        CentreRules listens =
            rules(
                out.port(), Optional.of(URI.create("https://localhost:" + listening + "/answers")));
        try (Callbacks _ = Callbacks.listen(listens, listens.callback().orElseThrow(), courier)) {
          back.lead(listening);
          Set<Reply.Failure> troubles = EnumSet.noneOf(Reply.Failure.class);

          out.lead(0);
          rounds(courier, store, troubles, 4);
          try (ReferenceCentre wrong = centre("other")) {
            out.lead(wrong.port());
            rounds(courier, store, troubles, 4);
          }
          try (ServerSocket slow = new ServerSocket(0)) {
            out.lead(slow.getLocalPort());
            rounds(courier, store, troubles, 2);
          }
          nonsense(courier, store, out, troubles);
          assertEquals(0, ended(store), "nothing of that was an answer");
          assertEquals(
              EnumSet.of(
                  Reply.Failure.AWAY,
                  Reply.Failure.UNTRUSTED,
                  Reply.Failure.SLOW,
                  Reply.Failure.NONSENSE),
              troubles);

          try (ReferenceCentre first = centre("hall")) {
            out.lead(first.port());
            out.cut(true);
            until(courier, () -> ended(store) > count / 4);
          }
          for (int i = 0; i < count; i += 10) {
            store.delete(number(store, ids.get(i)), "1001", "PERSON_DEMANDS");
          }
          out.cut(false);
          nonsense(courier, store, out, troubles);
          try (ReferenceCentre second = centre("hall")) { // it remembers nothing
            out.lead(second.port());
            out.cut(true);
            until(courier, () -> ended(store) > count * 3 / 4);
            out.cut(false);
            until(courier, () -> ended(store) == count && store.outbox().due(1).isEmpty());
          }
          answersThatComeAgain(store, ids, listening);
        }
      }
      assertTrue(out.cuts() > 10, "the line was cut " + out.cuts() + " times");
      eachEndedOnce(store, ids);
      assertClear(out.bytes());
      assertClear(back.bytes());
      if (kind == Kind.SQLITE) {
        assertNothingPlain();
      }
      System.out.printf(
          "detection centre on %s: %d photos, %d calls cut off, %d bytes on the wire, ends %s%n",
          kind, count, out.cuts(), out.bytes().length + back.bytes().length, ends(store, ids));
    }
  }

  private String store(CaseStore store, int i) {
    String id = "case-" + i;
    byte[] photo = (MARK + i).repeat(20).getBytes(StandardCharsets.UTF_8);
    NewCase fresh =
        new NewCase(
            id,
            "hk-macau-permit",
            START,
            Optional.of(new Consent(START, "zh-2-centre")),
            Optional.empty(),
            false,
            new Personal(Optional.of(MARK + "NAME"), Optional.of(MARK + "NUMBER")),
            PhotoFile.of(photo),
            "[]",
            "[]",
            Optional.empty(),
            "[]");
    if (i % 2 == 0) {
      store.hold(fresh, Cases.PLAIN);
    } else {
      store.issue(fresh, Cases.PLAIN, number -> photo, true);
    }
    return id;
  }

  private CentreRules rules(int port, Optional<URI> callback) {
    Path papers = dir.resolve("hall");
    return new CentreRules(
        URI.create("https://localhost:" + port),
        papers.resolve("ca.pem"),
        papers.resolve("kiosk.pem"),
        papers.resolve("kiosk.key"),
        callback,
        ANSWER,
        Duration.ofDays(7));
  }

  /** A centre that refuses every third photo. */
  private ReferenceCentre centre(String papers) throws Exception {
    Path folder = dir.resolve(papers);
    return ReferenceCentre.open(
        0,
        folder.resolve("ca.pem"),
        folder.resolve("centre.pem"),
        folder.resolve("centre.key"),
        (spec, photo) -> {
          String text = new String(photo, StandardCharsets.UTF_8);
          int number = Integer.parseInt(text.split(MARK, -1)[1]);
          judged.merge("case-" + number, 1, Integer::sum);
          return number % 3 == 0
              ? new Reply.Refused("EYES_CLOSED", "open-eyes")
              : new Reply.Passed();
        },
        told -> {});
  }

  private void rounds(Courier courier, CaseStore store, Set<Reply.Failure> troubles, int rounds) {
    for (int i = 0; i < rounds; i++) {
      courier.round();
      for (Submission one : Outbox.shown(store.database(), clock.instant())) {
        if (!one.trouble().isEmpty()) {
          troubles.add(
              Reply.Failure.valueOf(one.trouble().toUpperCase(Locale.ROOT).replace('-', '_')));
        }
      }
      time.pass(Duration.ofSeconds(1));
    }
  }

  /** Whatever it is asked, it answers with another piece of nonsense. */
  private void nonsense(Courier courier, CaseStore store, Wire out, Set<Reply.Failure> troubles)
      throws Exception {
    Path papers = dir.resolve("hall");
    HttpsServer server =
        Listener.open(
            0,
            Identity.context(
                papers.resolve("ca.pem"),
                papers.resolve("centre.pem"),
                papers.resolve("centre.key")));
    List<String> answers =
        List.of(
            "",
            "<html>",
            "[]",
            "{\"state\":\"passed\"}",
            "{\"key\":\"case-1\",\"photo_sha256\":\"0\",\"state\":\"passed\"}",
            "null",
            "{\"key\":7,\"state\":{}}",
            "x".repeat(100_000));
    int[] calls = {0};
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] text = answers.get(calls[0]++ % answers.size()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
          }
        });
    server.start();
    out.lead(server.getAddress().getPort());
    rounds(courier, store, troubles, 3);
    server.stop(0);
  }

  private void until(Courier courier, BooleanSupplier done) {
    for (int i = 0; !done.getAsBoolean(); i++) {
      assertTrue(i < 5_000, "it never ends");
      if (courier.round() == 0) {
        time.pass(Duration.ofSeconds(1));
      }
    }
  }

  private static long ended(CaseStore store) {
    return store
        .database()
        .read(
            "Counting",
            handle ->
                handle
                    .createQuery("select count(*) from submission where ended_at is not null")
                    .mapTo(Long.class)
                    .one());
  }

  private static String number(CaseStore store, String id) {
    return store.byId(id).orElseThrow().imageNumber();
  }

  /** The same answer again, the contrary, and one from somebody else: the end stays as it is. */
  private void answersThatComeAgain(CaseStore store, List<String> ids, int listening)
      throws Exception {
    Map<String, SubmissionState> before = states(store, ids);
    for (String who : List.of("centre", "stranger")) {
      for (String id : ids.subList(1, 3)) {
        String sha256 = store.byId(id).orElseThrow().photoSha256();
        for (Reply reply : List.of(new Reply.Passed(), new Reply.Refused("", ""))) {
          int heard = call(who, listening, Contract.answer(id, sha256, reply));
          assertEquals(who.equals("centre") ? 204 : 403, heard);
        }
      }
    }
    assertEquals(before, states(store, ids));
  }

  private int call(String who, int listening, String answer) throws Exception {
    Path papers = dir.resolve("hall");
    try (HttpClient caller =
        HttpClient.newBuilder()
            .sslContext(
                Identity.context(
                    papers.resolve("ca.pem"),
                    papers.resolve(who + ".pem"),
                    papers.resolve(who + ".key")))
            .build()) {
      HttpRequest call =
          HttpRequest.newBuilder(URI.create("https://localhost:" + listening + "/answers"))
              .POST(HttpRequest.BodyPublishers.ofString(answer))
              .build();
      return caller.send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static Map<String, SubmissionState> states(CaseStore store, List<String> ids) {
    Map<String, SubmissionState> states = new HashMap<>();
    ids.forEach(id -> states.put(id, store.outbox().find(id).orElseThrow().state()));
    return states;
  }

  private static Map<SubmissionState, Integer> ends(CaseStore store, List<String> ids) {
    Map<SubmissionState, Integer> ends = new EnumMap<>(SubmissionState.class);
    states(store, ids).values().forEach(state -> ends.merge(state, 1, Integer::sum));
    return ends;
  }

  private void eachEndedOnce(CaseStore store, List<String> ids) {
    List<String> lines =
        Audit.search(store.database(), "centre ", 10 * ids.size()).stream()
            .filter(line -> !line.what().equals("centre submitted"))
            .map(Audit.Line::subject)
            .toList();
    Set<String> voided = Set.copyOf(store.numbers(NumberState.VOID));
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      KeptCase kept = store.byId(id).orElseThrow();
      Submission end = store.outbox().find(id).orElseThrow();
      boolean gates = i % 2 == 0;
      if (end.state() == SubmissionState.CANCELLED) {
        assertEquals(0, i % 10, "only what was deleted is cancelled");
      } else {
        assertEquals(
            i % 3 == 0 ? SubmissionState.REFUSED : SubmissionState.PASSED, end.state(), id);
        long noted = lines.stream().filter(kept.imageNumber()::equals).count();
        assertEquals(1, noted, "ends of " + id);
        assertTrue(judged.containsKey(id), "no centre saw " + id);
      }
      assertEquals(Optional.empty(), end.nextAt(), "nobody is asked about " + id + " any more");
      if (i % 10 != 0) {
        boolean wiped = gates && end.state() == SubmissionState.REFUSED;
        assertEquals(wiped, kept.photo().isEmpty(), id);
        assertEquals(wiped, voided.contains(kept.imageNumber()), id);
      }
      if (gates && kept.photo().isPresent()) {
        assertEquals(kept.imageNumber(), store.release(id, _ -> new byte[3]).imageNumber());
        assertEquals(1, store.jobs().of(id).size());
        store.release(id, _ -> new byte[3]);
        assertEquals(1, store.jobs().of(id).size(), "a slip is released once");
      } else if (gates) {
        assertThrows(StorageTrouble.class, () -> store.release(id, _ -> new byte[3]));
      }
    }
    assertEquals(List.of(), Audit.breaks(store.database()));
  }

  /**
   * Not a word of what was said is to be read by who listens. Each word is five letters or longer:
   * of three letters, one in some runs stands in the cipher text by chance.
   */
  private static void assertClear(byte[] wire) {
    String text = new String(wire, StandardCharsets.ISO_8859_1);
    for (String word :
        List.of(MARK, "U0VDUkVULU9G", "case-", "photo", "passed", "HTTP/1", "hk-macau")) {
      assertFalse(text.contains(word), word + " is on the wire");
    }
    assertTrue(wire.length > 100_000 || wire.length > CASES, "something was said");
  }

  private void assertNothingPlain() throws Exception {
    try (Stream<Path> files = Files.walk(dir.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(MARK), file + " holds something plain");
      }
    }
  }

  /** Nobody waits for ever, and what may get no slip is wiped when nobody waits any more. */
  @Test
  void aSubmissionIsGivenUpInTime() throws Exception {
    PracticePapers.write(dir.resolve("hall"), Instant.now(), new Paper("kiosk", "kiosk"));
    try (CaseStore store = CaseStore.open(dir.resolve("data"), clock);
        HttpsCentre centre = new HttpsCentre(rules(free(), Optional.empty()))) {
      String id = store(store, 0);
      Courier courier = new Courier(store, centre, Duration.ofHours(1), clock);
      while (!store.outbox().find(id).orElseThrow().state().ended()) {
        courier.round();
        time.pass(Duration.ofMinutes(2));
      }
      assertEquals(SubmissionState.CANCELLED, store.outbox().find(id).orElseThrow().state());
      assertEquals(Optional.empty(), store.byId(id).orElseThrow().photo());
      assertTrue(Duration.between(START, clock.instant()).toMinutes() >= 60);
    }
  }

  /** Two machines behind one name that do not know of each other, say. */
  @Test
  void aCentreThatLosesEachPhotoIsGivenUpInTimeToo() {
    Centre forgetful =
        new Centre() {
          @Override
          public Reply submit(KeptCase kept) {
            return new Reply.Checking();
          }

          @Override
          public Reply ask(KeptCase kept) {
            return new Reply.Unknown();
          }

          @Override
          public Reply cancel(KeptCase kept) {
            return new Reply.Unknown();
          }
        };
    try (CaseStore store = CaseStore.open(dir.resolve("data"), clock)) {
      String id = store(store, 0);
      Courier courier = new Courier(store, forgetful, Duration.ofHours(1), clock);
      int rounds = 0;
      while (!store.outbox().find(id).orElseThrow().state().ended()) {
        assertTrue(rounds++ < 100, "it never ends");
        courier.round();
        time.pass(Duration.ofMinutes(2));
      }
      assertEquals(SubmissionState.CANCELLED, store.outbox().find(id).orElseThrow().state());
      assertEquals(Optional.empty(), store.byId(id).orElseThrow().photo());
    }
  }

  private static int free() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
