package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.huizhi.camera.LatestFrame;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RehearsalTest {
  @Test
  void everyScreenOfAVisitIsDrawnWhileNobodyIsThere() throws Exception {
    List<Event> told = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    KioskView view = WaitForAsyncUtils.asyncFx(() -> view(told)).get();
    Platform.runLater(
        () ->
            new Rehearsal(
                    view,
                    Samples.PASSPORT,
                    Samples.session().first(Samples.NOON, false).setting(),
                    1080,
                    1920)
                .start(
                    () -> {
                      if (asked.get() < 3) {
                        assertNull(view.lookup(".body"), "drawn while somebody is there");
                      }
                      return asked.incrementAndGet() > 3;
                    }));
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(() -> view.lookup("#start") != null).get());
    assertEquals(3 + 12, asked.get());
    assertEquals(List.of(), told);
  }

  private static KioskView view(List<Event> told) throws Exception {
    return new KioskView(
        WordsFiles.read(),
        Samples.session().documents(),
        Samples.session().patience(),
        new Live(new LatestFrame(), () -> Guide.NOTHING_YET),
        Pixels.pictures(),
        told::add);
  }
}
