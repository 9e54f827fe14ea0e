package org.huizhi.camera.device;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** The other end of an {@link ApartCamera}: opens the device here and answers. */
public final class CameraProcess {
  private static final int END = -1;

  private final DataOutputStream answers;
  private final SharedPicture shared;
  private final BlockingQueue<Integer> questions = new LinkedBlockingQueue<>();

  private CameraProcess(DataOutputStream answers, SharedPicture shared) {
    this.answers = answers;
    this.shared = shared;
  }

  /**
   * Serves until nobody asks any more, then halts this process. OpenCV must be loaded.
   *
   * @param words device, demand and the shared picture's file, as {@link ApartCamera} adds them
   */
  public static void serve(List<String> words) throws IOException {
    DataOutputStream answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err); // what libraries say must not stand among the answers
    CameraProcess process = new CameraProcess(answers, SharedPicture.map(Path.of(words.get(2))));
    Thread listener = new Thread(() -> process.listen(System.in), "questions");
    listener.setDaemon(true);
    listener.start();
    try (Camera camera = CameraChoice.parse(words.get(0)).open(Demand.parse(words.get(1)))) {
      Answer.opened(answers, camera.name());
      process.answer(camera);
    } catch (CameraTrouble trouble) {
      Answer.trouble(answers, trouble);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** A driver that hangs would keep an ordinary exit from ever ending. */
  private void listen(InputStream in) {
    try {
      int question = in.read();
      while (question != END) {
        questions.add(question);
        question = in.read();
      }
    } catch (IOException gone) {
      // whoever asked has ended
    }
    Runtime.getRuntime().halt(0);
  }

  private void answer(Camera camera) throws CameraTrouble, IOException, InterruptedException {
    Mat picture = new Mat();
    while (true) {
      switch (questions.take()) {
        case (int) 'r' -> {
          camera.read(picture);
          hand(picture);
        }
        case (int) 's' -> {
          if (camera.still(picture)) {
            hand(picture);
          } else {
            Answer.picture(answers, 0, 0);
          }
        }
        case (int) 'k' -> Answer.skipped(answers, camera.skip());
        case (int) 'h' -> camera.hold(true);
        case (int) 'l' -> camera.hold(false);
        case Integer unknown -> throw new IOException("question " + unknown);
      }
    }
  }

  private void hand(Mat picture) throws IOException, CameraTrouble {
    if (!SharedPicture.hasRoomFor(picture.total() * picture.elemSize())) {
      throw new CameraTrouble(
          CameraTrouble.Kind.FAILING,
          "pictures of %d×%d pixels are too large".formatted(picture.cols(), picture.rows()));
    }
    Mat target = new Mat(picture.rows(), picture.cols(), CvType.CV_8UC3, shared.bytes());
    picture.copyTo(target);
    target.release();
    Answer.picture(answers, picture.cols(), picture.rows());
  }
}
