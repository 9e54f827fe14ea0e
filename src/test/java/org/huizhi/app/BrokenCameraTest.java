package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.replay.Fault;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.OpenCv;
import org.huizhi.session.CameraFault;
import org.huizhi.session.Event;
import org.huizhi.session.State;
import org.huizhi.spec.Field;
import org.huizhi.spec.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** A camera that breaks in every way, in the whole kiosk; how quickly is {@code bench --faults}. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class BrokenCameraTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir static Path folder;

  private final AtomicReference<Optional<Fault>> fault = new AtomicReference<>(Optional.empty());
  private Spec document;
  private Hall hall;

  @Start
  void start(Stage stage) throws Exception {
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    document = config.offered().getFirst();
    Clock clock = Clock.system(config.kiosk().timeZone());
    CameraChoice wall = new CameraChoice.Replay(wall(), 0, 25, fault::get);
    hall = new Hall(config, wall, true, clock);
    stage.setScene(new Scene(hall.view(), 540, 960));
    stage.show();
    hall.start(config, folder.resolve("data"), clock);
  }

  @Stop
  void stop() {
    hall.close();
  }

  @Test
  void everyFaultIsShownAndTheVisitGoesOnWhereItStood() throws Exception {
    await(() -> hall.tools().isPresent() && hall.engine().state() instanceof State.Welcome);
    breaks(Fault.UNPLUG, CameraFault.ABSENT, State.OutOfOrder.class);
    assertInstanceOf(State.Welcome.class, hall.engine().state());
    enter();
    State.Framing before = assertInstanceOf(State.Framing.class, hall.engine().state());
    for (Fault one : Fault.values()) {
      breaks(one, shownAs(one), State.Framing.class);
    }
    State.Framing after = assertInstanceOf(State.Framing.class, hall.engine().state());
    assertEquals(before.visit(), after.visit());
  }

  private void breaks(Fault one, CameraFault shown, Class<? extends State> during)
      throws Exception {
    fault.set(Optional.of(one));
    await(() -> trouble().equals(Optional.of(shown)));
    assertInstanceOf(during, hall.engine().state());
    fault.set(Optional.empty());
    await(() -> trouble().isEmpty());
  }

  private static CameraFault shownAs(Fault one) {
    return switch (one) {
      case UNPLUG -> CameraFault.ABSENT;
      case STALL -> CameraFault.STALLED;
      case FREEZE -> CameraFault.FROZEN;
      case BLACK -> CameraFault.BLACK;
      case DARK -> CameraFault.DARK;
      case SLOW -> CameraFault.SLOW;
      case WRONG_SIZE -> CameraFault.WRONG_SIZE;
      case NOISE, TORN -> CameraFault.GARBLED;
    };
  }

  private Optional<CameraFault> trouble() {
    return hall.engine().state().setting().cameraTrouble();
  }

  private void enter() throws Exception {
    long visit = hall.engine().state().setting().number();
    hall.engine().tell(new Event.Started(visit));
    hall.engine().tell(new Event.Agreed(visit, "test"));
    hall.engine().tell(new Event.DocumentChosen(visit, document.name()));
    for (Field field : document.asked()) {
      if (field == Field.ID_NUMBER) {
        for (char digit : "11010519491231002X".toCharArray()) {
          hall.engine().tell(new Event.Typed(visit, String.valueOf(digit)));
        }
        hall.engine().tell(new Event.Entered(visit));
      } else {
        hall.engine().tell(new Event.Skipped(visit));
      }
    }
    hall.engine().tell(new Event.Prepared(visit));
    await(() -> hall.engine().state() instanceof State.Framing);
  }

  /** Nobody before a wall, never twice the same, as a sensor sees it. */
  private static Path wall() throws Exception {
    OpenCv.load();
    Path made = Files.createDirectories(folder.resolve("wall"));
    Mat picture = new Mat(480, 640, CvType.CV_8UC3);
    for (int i = 0; i < 10; i++) {
      Core.randn(picture, 150, 12);
      Imgproc.blur(picture, picture, new org.opencv.core.Size(5, 5));
      Imgcodecs.imwrite(made.resolve(i + ".png").toString(), picture);
    }
    return made;
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
  }
}
