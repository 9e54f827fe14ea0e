package org.huizhi.camera;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Which camera to open, as {@code --camera} and {@code camera = "…"} say it. */
public sealed interface CameraChoice {
  /** Opens the camera; call it on the thread that will read. */
  Camera open() throws CameraTrouble;

  /** The first camera that gives a picture: OpenCV's capture, then webcam-capture. */
  record Any() implements CameraChoice {
    @Override
    public Camera open() throws CameraTrouble {
      CameraTrouble first;
      try {
        return new OpenCvCamera(0);
      } catch (CameraTrouble trouble) {
        first = trouble;
      }
      try {
        return new WebcamCaptureCamera(Optional.empty());
      } catch (CameraTrouble trouble) {
        // OpenCV's word is the better one: it knows "busy" and "no permission" apart.
        throw first.kind() == CameraTrouble.Kind.ABSENT ? trouble : first;
      }
    }
  }

  /** OpenCV's capture of device number {@code index}. */
  record OpenCv(int index) implements CameraChoice {
    @Override
    public Camera open() throws CameraTrouble {
      return new OpenCvCamera(index);
    }
  }

  /** The webcam-capture library, the named device or its first. */
  record WebcamCapture(Optional<String> device) implements CameraChoice {
    @Override
    public Camera open() throws CameraTrouble {
      return new WebcamCaptureCamera(device);
    }
  }

  /**
   * A recorded video (MP4), a folder of pictures or one picture, over and over.
   *
   * @param widthPx scaled to this width; 0 keeps the recorded size
   * @param paced at the recording's own pace, or else as fast as it is read
   */
  record Replay(Path source, int widthPx, boolean paced) implements CameraChoice {
    @Override
    public Camera open() throws CameraTrouble {
      return new ReplayCamera(source, widthPx, paced);
    }
  }

  /**
   * Reads {@code auto}, {@code opencv[:NUMBER]}, {@code webcam[:NAME]} or {@code
   * replay:PATH[?width=PX][&pace=fastest]}.
   *
   * @throws IllegalArgumentException with a sentence for whoever wrote it
   */
  static CameraChoice parse(String text) {
    String[] parts = text.strip().split(":", 2);
    Optional<String> rest =
        parts.length == 2 && !parts[1].isBlank() ? Optional.of(parts[1].strip()) : Optional.empty();
    return switch (parts[0]) {
      case "auto" -> new Any();
      case "opencv" -> new OpenCv(rest.map(CameraChoice::number).orElse(0));
      case "webcam" -> new WebcamCapture(rest);
      case "replay" ->
          replay(rest.orElseThrow(() -> new IllegalArgumentException("replay: needs a path")));
      default ->
          throw new IllegalArgumentException(
              "camera \"" + text + "\" is not auto, opencv:NUMBER, webcam:NAME or replay:PATH");
    };
  }

  private static Replay replay(String text) {
    int question = text.lastIndexOf('?');
    String path = question < 0 ? text : text.substring(0, question);
    int width = 0;
    boolean paced = true;
    for (String option :
        question < 0 ? new String[0] : text.substring(question + 1).split("&", -1)) {
      if (option.startsWith("width=")) {
        width = number(option.substring("width=".length()));
      } else if (option.equals("pace=fastest")) {
        paced = false;
      } else {
        throw new IllegalArgumentException(
            "replay option \"" + option + "\" is not width=PX or pace=fastest");
      }
    }
    try {
      return new Replay(Path.of(path), width, paced);
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
