package org.huizhi.screen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.huizhi.camera.Frame;
import org.huizhi.camera.LatestFrame;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The newest frame as a mirror shows it, filling its place. OpenCV cuts, scales, turns and rounds
 * it straight into the picture's memory, so that JavaFX draws it one to one: a transform or a round
 * clip would cost more than all the rest where there is no graphics card. What the camera gave
 * stays as it is.
 */
final class Mirror extends Region {
  private static final int ROUND_PX = 36;

  private final LatestFrame frames;
  private final ImageView view = new ImageView();
  private final Mat turned = new Mat();
  private final Mat coloured = new Mat();
  private final RoundCorners corners = new RoundCorners(ROUND_PX);
  private Frame seen = Frame.NONE;
  private @Nullable PixelBuffer<IntBuffer> pixels;
  private @Nullable Mat screen;
  private int frameWidth;
  private int frameHeight;
  private double centreX = 0.5;

  Mirror(LatestFrame frames) {
    this.frames = frames;
    view.setManaged(false);
    getStyleClass().add("mirror");
    getChildren().add(view);
  }

  /** Whether there is a picture, and room to show it: a view has none before its first layout. */
  boolean hasPicture() {
    return frameWidth > 0 && getWidth() > 0 && getHeight() > 0;
  }

  /**
   * Draws the newest frame, unless it is the one that is drawn already.
   *
   * @param wantedCentreX which part of the frame's width should be in the middle, 0 to 1
   * @return the frame that is drawn now
   */
  Frame draw(double wantedCentreX) {
    Mat target = screen;
    PixelBuffer<IntBuffer> buffer = pixels;
    if (target == null || buffer == null) {
      return seen;
    }
    Frame newest = frames.take(seen, frame -> cut(frame, wantedCentreX));
    if (newest.number() == seen.number()) {
      return seen;
    }
    seen = newest;
    Imgproc.cvtColor(turned, coloured, Imgproc.COLOR_BGR2BGRA);
    Imgproc.resize(
        coloured, target, new Size(target.cols(), target.rows()), 0, 0, Imgproc.INTER_LINEAR);
    corners.cut(target);
    buffer.updateBuffer(_ -> null);
    return seen;
  }

  private void cut(Mat frame, double wantedCentreX) {
    frameWidth = frame.cols();
    frameHeight = frame.rows();
    centreX = wantedCentreX;
    Mat cut = frame.submat(window());
    Core.flip(cut, turned, 1);
    cut.release();
  }

  /** The part of the frame that the view has room for, in the frame's pixels. */
  private Rect window() {
    double aspect = getWidth() / getHeight();
    double width = Math.min(frameWidth, frameHeight * aspect);
    double height = Math.min(frameHeight, width / aspect);
    double left = Math.clamp(centreX * frameWidth - width / 2, 0, frameWidth - width);
    double top = (frameHeight - height) / 2;
    return new Rect((int) left, (int) top, (int) width, (int) height);
  }

  /** Where a share of the frame's width is seen, in pixels of the view, mirrored. */
  double x(double share) {
    Rect window = window();
    return getWidth() * (1 - (share * frameWidth - window.x) / window.width);
  }

  double y(double share) {
    Rect window = window();
    return getHeight() * (share * frameHeight - window.y) / window.height;
  }

  /** How long a share of the frame's height is in the view. */
  double height(double share) {
    return share * frameHeight * getHeight() / window().height;
  }

  /** Blackens every copy of the picture that this view holds. */
  void forget() {
    for (Mat mat : new @Nullable Mat[] {turned, coloured, screen}) {
      if (mat != null && !mat.empty()) {
        mat.setTo(Scalar.all(0));
      }
    }
    PixelBuffer<IntBuffer> buffer = pixels;
    if (buffer != null) {
      buffer.updateBuffer(_ -> null);
    }
  }

  @Override
  protected void layoutChildren() {
    int width = (int) Math.round(getWidth());
    int height = (int) Math.round(getHeight());
    Mat old = screen;
    if (width <= 0 || height <= 0 || (old != null && old.cols() == width && old.rows() == height)) {
      return;
    }
    ByteBuffer memory = ByteBuffer.allocateDirect(width * height * 4);
    // Whole pixels, for from bytes JavaFX puts them together one by one.
    PixelBuffer<IntBuffer> buffer =
        new PixelBuffer<>(
            width,
            height,
            memory.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer(),
            PixelFormat.getIntArgbPreInstance());
    screen = new Mat(height, width, CvType.CV_8UC4, memory);
    pixels = buffer;
    view.setImage(new WritableImage(buffer));
    seen = Frame.NONE;
    draw(centreX); // no moment without a picture when the place for it changes
  }
}
