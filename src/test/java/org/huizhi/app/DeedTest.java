package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeedTest {
  /** An executor that repeats a deed never does it again after one that threw, and says nothing. */
  @Test
  void whatIsDoneAgainAnyhowOutlivesAnErrorAndShowsIt() throws Exception {
    List<Throwable> shown = new ArrayList<>();
    List<String> done = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              Deed.orLater(
                  "a test",
                  () -> {
                    throw new StackOverflowError("once");
                  });
              done.add("the next");
            });
    thread.setUncaughtExceptionHandler((_, mistake) -> shown.add(mistake));
    thread.start();
    thread.join();
    assertEquals(List.of("the next"), done);
    assertInstanceOf(StackOverflowError.class, shown.getFirst());
  }
}
