package org.huizhi.camera.device;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * A camera in a process of its own. Native code that crashes ends that process and not the kiosk,
 * and one that hangs is ended with it. Pictures come through shared memory without a name on the
 * disk; questions and answers go through the process's pipes, one picture for one question.
 */
public final class ApartCamera implements Camera {
  /** As long as the loop waits for an opening; Windows may take so long. */
  private static final Duration OPENING = Duration.ofSeconds(25);

  private final Process process;
  private final OutputStream questions;
  private final DataInputStream answers;
  private final SharedPicture shared;
  private final String name;

  /**
   * Starts the process and opens the camera in it.
   *
   * @param command starts a program that calls {@link CameraProcess#serve} with its last three
   *     arguments, which are added here
   */
  public ApartCamera(CameraChoice.Native device, List<String> command, Demand demand)
      throws CameraTrouble {
    this(device, command, demand, OPENING);
  }

  /**
   * The same.
   *
   * @param opening how long the device may take to open, before its process is ended
   */
  ApartCamera(CameraChoice.Native device, List<String> command, Demand demand, Duration opening)
      throws CameraTrouble {
    List<String> words = new ArrayList<>(command);
    try {
      Path file = SharedPicture.newFile();
      try {
        shared = SharedPicture.map(file);
        words.addAll(List.of(device.toString(), demand.toString(), file.toString()));
        process = started(words);
        questions = process.getOutputStream();
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        // Nobody can abort a camera that they have not got yet, and its process would stay for
        // ever.
        CompletableFuture<Void> late =
            CompletableFuture.runAsync(
                process::destroyForcibly,
                CompletableFuture.delayedExecutor(opening.toMillis(), TimeUnit.MILLISECONDS));
        try {
          name = Answer.await(answers, Answer.OPENED).readUTF();
        } catch (IOException | CameraTrouble trouble) {
          close();
          throw trouble;
        } finally {
          late.cancel(false);
        }
      } finally {
        Files.deleteIfExists(file); // both sides have it open by now
      }
    } catch (IOException broken) {
      throw new CameraTrouble(
          CameraTrouble.Kind.FAILING, "the camera's process does not start or has ended", broken);
    }
  }

  private Process started(List<String> words) throws IOException {
    try {
      return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException none) {
      shared.close();
      throw none;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void read(Mat into) throws CameraTrouble {
    if (!ask('r', into)) {
      throw new CameraTrouble(CameraTrouble.Kind.FAILING, name + " gives no more pictures");
    }
  }

  @Override
  public boolean skip() throws CameraTrouble {
    try {
      tell('k');
      return Answer.await(answers, Answer.SKIPPED).readBoolean();
    } catch (IOException ended) {
      throw ended(ended);
    }
  }

  @Override
  public boolean still(Mat into) throws CameraTrouble {
    return ask('s', into);
  }

  @Override
  public void hold(boolean held) {
    try {
      tell(held ? 'h' : 'l');
    } catch (IOException gone) {
      // the next picture will say so
    }
  }

  @Override
  public void abort() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    shared.close();
  }

  private boolean ask(char question, Mat into) throws CameraTrouble {
    try {
      tell(question);
      DataInputStream answer = Answer.await(answers, Answer.PICTURE);
      int width = answer.readInt();
      int height = answer.readInt();
      if (width == 0) {
        return false;
      }
      Mat picture = new Mat(height, width, CvType.CV_8UC3, shared.bytes());
      picture.copyTo(into);
      picture.release();
      return true;
    } catch (IOException ended) {
      throw ended(ended);
    }
  }

  private CameraTrouble ended(IOException how) {
    return new CameraTrouble(
        CameraTrouble.Kind.FAILING, "the process of " + name + " has ended", how);
  }

  private void tell(char word) throws IOException {
    questions.write(word);
    questions.flush();
  }
}
