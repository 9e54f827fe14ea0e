package org.huizhi.camera;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizhi.camera.device.ApartCamera;
import org.huizhi.camera.device.HttpCamera;
import org.huizhi.camera.device.OpenCvCamera;
import org.huizhi.camera.device.V4l2;
import org.huizhi.camera.device.WebcamCaptureCamera;
import org.huizhi.camera.replay.Faults;
import org.huizhi.camera.replay.ReplayCamera;

/** Which camera to open, as {@code --camera} and {@code camera = "…"} say it. */
public sealed interface CameraChoice {
  /** How {@link #parse} is to be asked, for whoever must be told. */
  String GRAMMAR =
      "auto, opencv:NUMBER, webcam:NAME, http://ADDRESS or"
          + " replay:PATH[?width=PX][&pace=FPS|fastest][&fault=KIND@START+LENGTH[/EVERY],…]";

  /** Opens the camera; call it on the thread that will read. */
  Camera open(Demand demand) throws CameraTrouble;

  /** False when it is certain, at no cost, that opening is in vain: no device is plugged in. */
  default boolean isThere() {
    return true;
  }

  /** A device of this machine, behind native code that may crash or never return. */
  sealed interface Native extends CameraChoice {}

  /** The first camera that gives a picture: OpenCV's capture, then webcam-capture. */
  record Any() implements Native {
    @Override
    public Camera open(Demand demand) throws CameraTrouble {
      CameraTrouble first;
      try {
        return new OpenCvCamera(V4l2.first().orElse(0), demand);
      } catch (CameraTrouble trouble) {
        first = trouble;
      }
      if (!isThere()) {
        throw first; // searching would only take time
      }
      try {
        return new WebcamCaptureCamera(Optional.empty(), demand);
      } catch (CameraTrouble trouble) {
        // OpenCV's word is the better one: it knows "busy" and "no permission" apart.
        throw first.kind() == CameraTrouble.Kind.ABSENT ? trouble : first;
      }
    }

    @Override
    public boolean isThere() {
      return !V4l2.isHere() || V4l2.first().isPresent();
    }

    @Override
    public String toString() {
      return "auto";
    }
  }

  /** OpenCV's capture of device number {@code index}. */
  record OpenCv(int index) implements Native {
    @Override
    public Camera open(Demand demand) throws CameraTrouble {
      return new OpenCvCamera(index, demand);
    }

    @Override
    public boolean isThere() {
      return !V4l2.isHere() || V4l2.exists(index);
    }

    @Override
    public String toString() {
      return "opencv:" + index;
    }
  }

  /** The webcam-capture library, the named device or its first. */
  record WebcamCapture(Optional<String> device) implements Native {
    @Override
    public Camera open(Demand demand) throws CameraTrouble {
      return new WebcamCaptureCamera(device, demand);
    }

    @Override
    public boolean isThere() {
      return !V4l2.isHere() || V4l2.first().isPresent();
    }

    @Override
    public String toString() {
      return "webcam" + device.map(name -> ":" + name).orElse("");
    }
  }

  /**
   * A device in a process of its own, which may crash or hang without harm to this one.
   *
   * @param command starts the process that opens {@code device}; see {@link ApartCamera}
   */
  record Apart(Native device, List<String> command) implements CameraChoice {
    public Apart {
      command = List.copyOf(command);
    }

    @Override
    public Camera open(Demand demand) throws CameraTrouble {
      return new ApartCamera(device, command, demand);
    }

    @Override
    public boolean isThere() {
      return device.isThere();
    }
  }

  /** A network camera that sends JPEG pictures over HTTP. */
  record Http(URI address) implements CameraChoice {
    @Override
    public Camera open(Demand demand) throws CameraTrouble {
      return new HttpCamera(address);
    }

    @Override
    public boolean isThere() {
      return HttpCamera.answers(address);
    }
  }

  /**
   * A recorded video (MP4), a folder of pictures or one picture, over and over.
   *
   * @param widthPx scaled to this width; 0 keeps the recorded size
   * @param fps pictures a second; {@link #OWN_PACE} or {@link #FASTEST}
   * @param faults what is wrong with it, and when
   */
  record Replay(Path source, int widthPx, int fps, Faults faults) implements CameraChoice {
    /** As it was recorded. */
    public static final int OWN_PACE = 0;

    /** As fast as it is read. */
    public static final int FASTEST = Integer.MAX_VALUE;

    /**
     * @param paced at the recording's own pace, or else as fast as it is read
     */
    public Replay(Path source, int widthPx, boolean paced) {
      this(source, widthPx, paced ? OWN_PACE : FASTEST, Faults.NONE);
    }

    @Override
    public Camera open(Demand demand) throws CameraTrouble {
      return new ReplayCamera(source, widthPx, fps, faults);
    }

    @Override
    public boolean isThere() {
      return Files.exists(source) && !faults.unplugged();
    }
  }

  /**
   * Reads what {@link #GRAMMAR} says.
   *
   * @throws IllegalArgumentException with a sentence for whoever wrote it
   */
  static CameraChoice parse(String text) {
    String[] parts = text.strip().split(":", 2);
    Optional<String> rest =
        parts.length == 2 && !parts[1].isBlank() ? Optional.of(parts[1].strip()) : Optional.empty();
    return switch (parts[0].toLowerCase(Locale.ROOT) + (rest.isPresent() ? ":" : "")) {
      case "auto" -> new Any();
      case "opencv:" -> new OpenCv(number(rest.orElseThrow()));
      case "webcam", "webcam:" -> new WebcamCapture(rest);
      case "http:", "https:" -> http(text.strip());
      case "replay:" -> replay(rest.orElseThrow());
      default -> throw new IllegalArgumentException("camera \"" + text + "\" is not " + GRAMMAR);
    };
  }

  private static Http http(String text) {
    try {
      URI address = URI.create(text);
      if (address.getHost() != null && address.getPort() <= 65535) {
        return new Http(address);
      }
    } catch (IllegalArgumentException wrong) {
      // said below, with what was written
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is no address; one has no port above 65535");
  }

  private static Replay replay(String text) {
    int question = text.lastIndexOf('?');
    String path = question < 0 ? text : text.substring(0, question);
    int width = 0;
    int fps = Replay.OWN_PACE;
    Faults faults = Faults.NONE;
    for (String option :
        question < 0 ? new String[0] : text.substring(question + 1).split("&", -1)) {
      if (option.startsWith("width=")) {
        width = number(option.substring("width=".length()));
      } else if (option.equals("pace=fastest")) {
        fps = Replay.FASTEST;
      } else if (option.startsWith("pace=")) {
        fps = number(option.substring("pace=".length()));
      } else if (option.startsWith("fault=")) {
        faults = Faults.parse(option.substring("fault=".length()));
      } else {
        throw new IllegalArgumentException(
            "replay option \"" + option + "\" is not width=PX, pace=FPS, pace=fastest or fault=…");
      }
    }
    try {
      return new Replay(Path.of(path), width, fps, faults);
    } catch (InvalidPathException wrong) {
      throw new IllegalArgumentException("\"" + path + "\" is not a path", wrong);
    }
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      // said below, with what was written
    }
    throw new IllegalArgumentException("\"" + text + "\" is not a whole number from 0");
  }
}
