package org.huizhi.camera.device;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds whole JPEG pictures in a stream, whatever stands between them. It follows the markers of
 * ITU-T T.81 and believes nothing else: boundaries and lengths of multipart headers are often
 * wrong, and a stream that was cut begins anew in the middle of a picture.
 */
final class JpegStream {
  /** Larger than any camera's picture. */
  private static final int MOST_BYTES = 16_000_000;

  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;

  private final InputStream in;
  private final ByteArrayOutputStream picture = new ByteArrayOutputStream(200_000);

  JpegStream(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * The next picture from its first marker to its last.
   *
   * @throws EOFException at the stream's end
   */
  byte[] next() throws IOException {
    seekStart();
    while (true) {
      Part part = readPicture();
      switch (part) {
        case WHOLE -> {
          return picture.toByteArray();
        }
        case NEW_START -> start(); // the last one was cut off; its successor's start is read
        case NONSENSE -> seekStart();
      }
    }
  }

  private enum Part {
    WHOLE,
    NEW_START,
    NONSENSE
  }

  private void start() {
    picture.reset();
    picture.write(0xFF);
    picture.write(SOI);
  }

  /** Reads on until a picture has begun. */
  private void seekStart() throws IOException {
    int before = 0;
    while (true) {
      int now = byteOrEnd();
      if (before == 0xFF && now == SOI) {
        start();
        return;
      }
      before = now;
    }
  }

  private Part readPicture() throws IOException {
    boolean inScan = false;
    while (picture.size() < MOST_BYTES) {
      int now = take();
      if (now != 0xFF) {
        if (!inScan) {
          return Part.NONSENSE;
        }
        continue;
      }
      int marker = take();
      while (marker == 0xFF) {
        marker = take();
      }
      if (marker == EOI) {
        return Part.WHOLE;
      }
      if (marker == SOI) {
        return Part.NEW_START;
      }
      boolean standsAlone = marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= 0xD7);
      if (standsAlone && inScan) {
        continue;
      }
      if (marker < 0xC0) {
        return Part.NONSENSE;
      }
      if (!takeSegment()) {
        return Part.NONSENSE;
      }
      inScan = inScan || marker == SOS;
    }
    return Part.NONSENSE;
  }

  private boolean takeSegment() throws IOException {
    int length = take() << 8 | take();
    for (int i = 2; i < length; i++) {
      take();
    }
    return length >= 2;
  }

  private int take() throws IOException {
    int now = byteOrEnd();
    picture.write(now);
    return now;
  }

  private int byteOrEnd() throws IOException {
    int now = in.read();
    if (now < 0) {
      throw new EOFException("the stream has ended");
    }
    return now;
  }
}
