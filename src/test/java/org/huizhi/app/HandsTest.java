package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.Test;

/** What staff wait for on a thread that is busy. */
class HandsTest {
  @Test
  void whatWasToldToHaveFailedDoesNotHappenLater() throws Exception {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch busy = new CountDownLatch(1);
    try (ExecutorService printing = Executors.newSingleThreadExecutor()) {
      printing.execute(
          () -> {
            try {
              busy.await();
            } catch (InterruptedException closing) {
              Thread.currentThread().interrupt();
            }
          });
      StorageTrouble told =
          assertThrows(
              StorageTrouble.class,
              () -> Hands.soon(printing, () -> done.add("late"), Duration.ZERO));
      assertEquals(StorageTrouble.Kind.BUSY, told.kind());
      busy.countDown();
      assertTrue(Hands.soon(printing, () -> done.add("next"), Duration.ofSeconds(20)));
      printing.shutdown();
      assertTrue(printing.awaitTermination(20, TimeUnit.SECONDS));
    }
    assertEquals(List.of("next"), done);
  }
}
