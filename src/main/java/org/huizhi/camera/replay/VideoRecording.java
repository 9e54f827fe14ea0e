package org.huizhi.camera.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import org.huizhi.camera.CameraTrouble;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.api.PictureWithMetadata;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * An H.264 video in MP4, decoded in pure Java because the OpenCV build reads none. The decoder
 * gives pictures in the order in which they are stored; here they are put into that of their times.
 */
final class VideoRecording implements Recording {
  /** More pictures H.264 does not allow to be stored before an earlier one. */
  private static final int MOST_EARLY = 16;

  /**
   * A picture that waits for earlier ones.
   *
   * @param seconds its time
   */
  private record Waiting(Mat bgr, double seconds, double lasts) {}

  private final Path file;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparingDouble(Waiting::seconds));
  private final Deque<Mat> spare = new ArrayDeque<>();
  private double due;
  private boolean atEnd;
  private int decoded;
  private final Mat planes = new Mat();
  private byte[] bytes = new byte[0];
  private @Nullable SeekableByteChannel channel;
  private @Nullable FrameGrab decoder;

  VideoRecording(Path file) throws CameraTrouble {
    this.file = file;
    rewind();
  }

  @Override
  public void rewind() throws CameraTrouble {
    close();
    due = 0;
    decoded = 0;
    atEnd = false;
    try {
      channel = NIOUtils.readableChannel(file.toFile());
      decoder = FrameGrab.createFrameGrab(channel);
    } catch (IOException | JCodecException | RuntimeException wrong) {
      // jcodec answers a broken file with whatever it stumbles over
      throw broken(wrong);
    }
  }

  @Override
  public Optional<Duration> next(Mat into) throws CameraTrouble {
    while (!atEnd && !isNextThere()) {
      decode();
    }
    Waiting first = waiting.poll();
    if (first == null) {
      return Optional.empty();
    }
    first.bgr().copyTo(into);
    spare.add(first.bgr());
    due = first.seconds() + first.lasts();
    return Optional.of(Duration.ofNanos((long) (first.lasts() * 1e9)));
  }

  private boolean isNextThere() {
    Waiting first = waiting.peek();
    return first != null
        && (first.seconds() < due + first.lasts() / 2 || waiting.size() > MOST_EARLY);
  }

  private void decode() throws CameraTrouble {
    try {
      PictureWithMetadata frame = Objects.requireNonNull(decoder).getNativeFrameWithMetadata();
      if (frame == null) {
        atEnd = true;
        return;
      }
      decoded++;
      Mat bgr = spare.isEmpty() ? new Mat() : spare.poll();
      toBgr(frame.getPicture().cropped(), bgr);
      waiting.add(new Waiting(bgr, frame.getTimestamp(), frame.getDuration()));
    } catch (IOException | RuntimeException wrong) {
      throw broken(wrong);
    }
  }

  @Override
  public Optional<String> lack() {
    int all = Objects.requireNonNull(decoder).getVideoTrack().getMeta().getTotalFrames();
    if (decoded < all) {
      return Optional.of("breaks off after %d of %d pictures".formatted(decoded, all));
    }
    return Mp4Boxes.reachBeyond(file)
        ? Optional.of("breaks off in its last picture")
        : Optional.empty();
  }

  @Override
  public boolean isOnePicture() {
    return false;
  }

  @Override
  public void close() {
    NIOUtils.closeQuietly(channel);
    waiting.forEach(picture -> picture.bgr().release());
    waiting.clear();
    spare.forEach(Mat::release);
    spare.clear();
    planes.release();
  }

  private CameraTrouble broken(Exception cause) {
    return new CameraTrouble(
        CameraTrouble.Kind.FAILING, file + " is no whole MP4 video with H.264", cause);
  }

  private void toBgr(Picture picture, Mat into) throws CameraTrouble {
    if (picture.getColor() != ColorSpace.YUV420 && picture.getColor() != ColorSpace.YUV420J) {
      throw new CameraTrouble(CameraTrouble.Kind.FAILING, file + " is not 4:2:0");
    }
    int size = picture.getWidth() * picture.getHeight() * 3 / 2;
    if (bytes.length != size) {
      bytes = new byte[size];
    }
    int to = 0;
    for (int plane = 0; plane < 3; plane++) {
      // jcodec's arrays may be longer than the plane that lies in them.
      int samples = picture.getPlaneWidth(plane) * picture.getPlaneHeight(plane);
      byte[] data = picture.getPlaneData(plane);
      for (int from = 0; from < samples && to < size; from++) {
        bytes[to++] = (byte) (data[from] + 128); // jcodec keeps samples around zero
      }
    }
    planes.create(picture.getHeight() * 3 / 2, picture.getWidth(), CvType.CV_8UC1);
    planes.put(0, 0, bytes);
    Imgproc.cvtColor(planes, into, Imgproc.COLOR_YUV2BGR_I420);
  }
}
