package org.huizhi.app;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.huizhi.centre.Callbacks;
import org.huizhi.centre.CentreRules;
import org.huizhi.centre.Courier;
import org.huizhi.centre.HttpsCentre;
import org.huizhi.check.Advice;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Submission;
import org.huizhi.session.CentreStage;
import org.huizhi.session.Event;
import org.huizhi.session.State;
import org.huizhi.session.State.Issuing.Paper;
import org.huizhi.spec.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the detection centre asked, whoever stands before the machine, and tells the session what
 * it says of the photo that somebody waits for. One thread asks, and may wait for its answer;
 * another looks.
 */
final class CentreDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CentreDesk.class);
  private static final int MILLIS = 250;
  private static final int LISTEN_AGAIN_SECONDS = 30;

  private final Engine engine;
  private final Clock clock;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2, task -> Thread.ofPlatform().name("centre").daemon().unstarted(task));
  private final AtomicReference<Optional<HttpsCentre>> centre =
      new AtomicReference<>(Optional.empty());
  private volatile Optional<Callbacks> callbacks = Optional.empty();

  CentreDesk(Engine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  void start(CaseStore store, CentreRules rules) {
    HttpsCentre asked = new HttpsCentre(rules);
    centre.set(Optional.of(asked));
    Courier courier = new Courier(store, asked, rules.giveUp(), clock);
    every(() -> courier.round());
    every(() -> look(store));
    rules.callback().ifPresent(here -> threads.execute(() -> listen(rules, here, courier)));
  }

  private void every(Runnable deed) {
    var _ =
        threads.scheduleWithFixedDelay(
            () -> Deed.orLater("the detection centre", deed),
            MILLIS,
            MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /** A machine that cannot listen asks, and so hears all the same. */
  private void listen(CentreRules rules, URI here, Courier courier) {
    try {
      callbacks = Optional.of(Callbacks.listen(rules, here, courier));
    } catch (IOException unheard) {
      LOG.warn("nobody hears the detection centre at {}: {}", here, unheard.getMessage());
      var _ =
          threads.schedule(
              () -> listen(rules, here, courier), LISTEN_AGAIN_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void look(CaseStore store) {
    if (engine.state() instanceof State.Issuing issuing
        && issuing.paper() instanceof Paper.AtCentre at) {
      store
          .outbox()
          .ofNumber(at.imageNumber())
          .ifPresent(one -> hear(issuing.setting().number(), at.stage(), one));
    }
  }

  private void hear(long number, CentreStage shown, Submission one) {
    switch (one.state()) {
      case SUBMITTED, CHECKING -> {
        if (stage(one) != shown) {
          engine.tell(new Event.CentreHeard(number, stage(one)));
        }
      }
      case PASSED -> engine.tell(new Event.CentrePassed(number));
      case REFUSED ->
          engine.tell(new Event.CentreRefused(number, code(one.reason()), advice(one.remedy())));
      case CANCELLED ->
          engine.tell(new Event.CentreRefused(number, Optional.empty(), Optional.empty()));
    }
  }

  private static CentreStage stage(Submission one) {
    return switch (one.state()) {
      case SUBMITTED -> one.trouble().isEmpty() ? CentreStage.SENDING : CentreStage.NO_ANSWER;
      case CHECKING, PASSED, REFUSED, CANCELLED ->
          one.trouble().isEmpty() ? CentreStage.CHECKING : CentreStage.NO_ANSWER;
    };
  }

  /** A centre may know rules that this program does not. */
  private static Optional<Code> code(String name) {
    return Arrays.stream(Code.values()).filter(code -> code.name().equals(name)).findFirst();
  }

  private static Optional<Advice> advice(String name) {
    return Arrays.stream(Advice.values())
        .filter(advice -> VerdictJson.lower(advice).equals(name))
        .findFirst();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    callbacks.ifPresent(Callbacks::close);
    centre.get().ifPresent(HttpsCentre::close);
  }
}
