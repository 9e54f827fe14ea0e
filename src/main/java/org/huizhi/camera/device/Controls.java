package org.huizhi.camera.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.huizhi.camera.Demand;
import org.huizhi.camera.Demand.Control;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exposure, white balance and the like, where the driver offers them. Of what no setting fixes the
 * device takes care itself; {@link Linux#hold} stops that for the time of a shot.
 */
sealed interface Controls extends AutoCloseable {
  Logger LOG = LoggerFactory.getLogger(Controls.class);

  /** Fixes what is asked; what the driver does not offer is logged. */
  void fix(Map<Control, Integer> wanted);

  /** Keeps everything as it is now, or lets it go on by itself. */
  void hold(boolean held);

  @Override
  void close();

  private static void refused(Control control) {
    LOG.warn("the camera does not take {}", control);
  }

  /** Through the driver itself: OpenCV knows no power line frequency and no automatic by itself. */
  final class Linux implements Controls {
    private static final int POWER_LINE = 0x00980918;
    private static final int MANUAL_EXPOSURE = 1;

    /** An automatic of the device: its switch, what it drives, and its values off and on. */
    private enum Automatic {
      EXPOSURE(Control.EXPOSURE, 0x009A0901, 0x009A0902, MANUAL_EXPOSURE),
      WHITE_BALANCE(Control.WHITE_BALANCE, 0x0098090C, 0x0098091A, 0),
      FOCUS(Control.FOCUS, 0x009A090C, 0x009A090A, 0),
      GAIN(Control.GAIN, 0x00980912, 0x00980913, 0);

      private final Control control;
      private final int flag;
      private final int value;
      private final int off;

      Automatic(Control control, int flag, int value, int off) {
        this.control = control;
        this.flag = flag;
        this.value = value;
        this.off = off;
      }
    }

    private static final int ZOOM = 0x009A090D;

    private final V4l2 device;

    /** Which switches were on before they were held, and their values. */
    private final List<Held> held = new ArrayList<>();

    private record Held(Automatic automatic, int before) {}

    Linux(V4l2 device) {
      this.device = device;
    }

    @Override
    public void fix(Map<Control, Integer> wanted) {
      for (Automatic automatic : Automatic.values()) {
        Integer value = wanted.get(automatic.control);
        if (value != null) {
          device.set(automatic.flag, automatic.off);
          if (!device.set(automatic.value, value)) {
            refused(automatic.control);
          }
        } else {
          letGo(automatic);
        }
      }
      Integer zoom = wanted.get(Control.ZOOM);
      if (zoom != null && !device.set(ZOOM, zoom)) {
        refused(Control.ZOOM);
      }
      Integer hertz = wanted.get(Control.POWER_LINE_HZ);
      if (hertz != null && !device.set(POWER_LINE, hertz == 0 ? 0 : hertz == 50 ? 1 : 2)) {
        refused(Control.POWER_LINE_HZ);
      }
    }

    /** A process that was ended while it held left this off, and a device remembers. */
    private void letGo(Automatic automatic) {
      OptionalInt usual = device.usual(automatic.flag);
      if (device.get(automatic.flag).equals(OptionalInt.of(automatic.off))
          && usual.isPresent()
          && usual.getAsInt() != automatic.off
          && !device.set(automatic.flag, usual.getAsInt())) {
        refused(automatic.control);
      }
    }

    @Override
    public void hold(boolean wanted) {
      if (!wanted) {
        held.forEach(one -> device.set(one.automatic.flag, one.before));
        held.clear();
        return;
      }
      for (Automatic automatic : Automatic.values()) {
        OptionalInt before = device.get(automatic.flag);
        OptionalInt value = device.get(automatic.value);
        if (before.isPresent() && value.isPresent() && before.getAsInt() != automatic.off) {
          if (device.set(automatic.flag, automatic.off)) {
            device.set(automatic.value, value.getAsInt());
            held.add(new Held(automatic, before.getAsInt()));
          }
        }
      }
    }

    @Override
    public void close() {
      hold(false);
      device.close();
    }
  }

  /** Through OpenCV, on systems whose drivers are not asked here. */
  record Elsewhere(VideoCapture capture) implements Controls {
    @Override
    public void fix(Map<Control, Integer> wanted) {
      wanted.forEach(
          (control, value) -> {
            boolean taken =
                switch (control) {
                  case EXPOSURE ->
                      capture.set(Videoio.CAP_PROP_AUTO_EXPOSURE, 0)
                          && capture.set(Videoio.CAP_PROP_EXPOSURE, value);
                  case GAIN -> capture.set(Videoio.CAP_PROP_GAIN, value);
                  case WHITE_BALANCE ->
                      capture.set(Videoio.CAP_PROP_AUTO_WB, 0)
                          && capture.set(Videoio.CAP_PROP_WB_TEMPERATURE, value);
                  case FOCUS ->
                      capture.set(Videoio.CAP_PROP_AUTOFOCUS, 0)
                          && capture.set(Videoio.CAP_PROP_FOCUS, value);
                  case ZOOM -> capture.set(Videoio.CAP_PROP_ZOOM, value);
                  case POWER_LINE_HZ -> false;
                };
            if (!taken) {
              refused(control);
            }
          });
    }

    @Override
    public void hold(boolean held) {
      // These drivers do not tell what their automatics have chosen.
    }

    @Override
    public void close() {}
  }

  /** What suits this system. */
  static Controls of(int index, VideoCapture capture, Demand demand) {
    Controls controls;
    try {
      controls = V4l2.isHere() ? new Linux(new V4l2(index)) : new Elsewhere(capture);
    } catch (org.huizhi.camera.CameraTrouble gone) {
      controls = new Elsewhere(capture); // the next picture will say so
    }
    controls.fix(demand.controls());
    return controls;
  }
}
