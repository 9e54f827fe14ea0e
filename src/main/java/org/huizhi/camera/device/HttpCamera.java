package org.huizhi.camera.device;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.CameraTrouble.Kind;
import org.huizhi.camera.PictureFile;
import org.huizhi.camera.TurboJpeg;
import org.opencv.core.Mat;

/**
 * A network camera: an endless stream of JPEG pictures over HTTP (MJPEG), or one picture an answer.
 * A reader of our own, because webcam-capture's IP driver trusts the stream's headers, has no time
 * limit and brings an HTTP client of 2013 with it.
 */
public final class HttpCamera implements Camera {
  private static final int CONNECT_MILLIS = 2000;
  private static final int SILENCE_MILLIS = 1500;
  private static final int PROBE_MILLIS = 300;

  /**
   * From the first word to the answer's body, with name and password: {@link #SILENCE_MILLIS} alone
   * would let a server go on for ever that sends a byte a second.
   */
  private static final Duration OPENING = Duration.ofSeconds(6);

  /** So many damaged pictures in a row are no accident. */
  private static final int MOST_DAMAGED = 30;

  private final URI address;
  private HttpURLConnection connection;
  private JpegStream pictures;
  private volatile boolean aborted;

  /**
   * Connects; a name and password may stand in the address ({@code http://user:password@host/}).
   */
  public HttpCamera(URI address) throws CameraTrouble {
    this.address = address;
    try {
      connection = connect();
      pictures = new JpegStream(new Line(answer(connection)));
    } catch (IOException wrong) {
      throw trouble(wrong);
    }
  }

  /** Whether somebody listens there; takes a third of a second at most. */
  public static boolean answers(URI address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port(address)), PROBE_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  @Override
  public String name() {
    return "camera at " + address.getHost();
  }

  @Override
  public void read(Mat into) throws CameraTrouble {
    for (int damaged = 0; damaged < MOST_DAMAGED; damaged++) {
      try {
        byte[] bytes = next();
        if (!TurboJpeg.decode(bytes, into)) {
          Mat picture = PictureFile.decode(bytes);
          picture.copyTo(into);
          picture.release();
        }
        return;
      } catch (PictureFile.Unreadable skipped) {
        // the next one may be whole
      } catch (IOException wrong) {
        throw trouble(wrong);
      }
    }
    throw new CameraTrouble(Kind.GARBLED, name() + " sends damaged pictures");
  }

  @Override
  public boolean skip() throws CameraTrouble {
    if (answersOneByOne()) {
      return false;
    }
    try {
      return pictures.next().length > 0;
    } catch (IOException wrong) {
      throw trouble(wrong);
    }
  }

  /** A line without pictures may never be silent, so that no time limit ends a read of it. */
  @Override
  public void abort() {
    aborted = true;
  }

  @Override
  public void close() {
    connection.disconnect();
  }

  /** The answer, as long as somebody wants it. */
  private final class Line extends FilterInputStream {
    Line(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (aborted) {
        throw new IOException("nobody wants the pictures any more");
      }
      return super.read(into, from, most);
    }
  }

  /** The next of the stream; where an answer holds one picture, the next answer. */
  private byte[] next() throws IOException {
    try {
      return pictures.next();
    } catch (EOFException end) {
      if (!answersOneByOne()) {
        throw end;
      }
      connection = connect();
      pictures = new JpegStream(new Line(answer(connection)));
      return pictures.next();
    }
  }

  private boolean answersOneByOne() {
    String type = connection.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("image/");
  }

  private HttpURLConnection connect() throws IOException {
    HttpURLConnection made = (HttpURLConnection) withoutUser().toURL().openConnection();
    made.setConnectTimeout(CONNECT_MILLIS);
    made.setReadTimeout(SILENCE_MILLIS);
    made.setUseCaches(false);
    String user = address.getRawUserInfo();
    if (user != null) {
      String[] parts = user.split(":", 2);
      String password = parts.length == 2 ? plain(parts[1]) : "";
      made.setAuthenticator(
          new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
              return new PasswordAuthentication(plain(parts[0]), password.toCharArray());
            }
          });
    }
    return made;
  }

  /**
   * The body of the answer. It is asked for on a virtual thread, for when one is interrupted, the
   * line that it waits on is closed, at whatever step it is.
   */
  private static InputStream answer(HttpURLConnection asked) throws IOException {
    FutureTask<InputStream> opening = new FutureTask<>(asked::getInputStream);
    Thread.ofVirtual().name("camera answer").start(opening);
    try {
      return opening.get(OPENING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      opening.cancel(true);
      asked.disconnect(); // it may have answered in this very moment
      throw new SocketTimeoutException("no whole answer in " + OPENING.toSeconds() + " s");
    } catch (InterruptedException stop) {
      opening.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("nobody waits for the answer any more");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException wrong
          ? wrong
          : new IOException("no answer", failed.getCause());
    }
  }

  private static String plain(String escaped) {
    return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private URI withoutUser() {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String path = address.getRawPath() == null ? "/" : address.getRawPath();
    return URI.create(
        address.getScheme() + "://" + host(address) + ":" + port(address) + path + query);
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost());
  }

  private static int port(URI address) {
    int port = address.getPort();
    return port >= 0 ? port : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  private CameraTrouble trouble(IOException wrong) {
    if (wrong instanceof SocketTimeoutException) {
      return new CameraTrouble(Kind.STALLED, name() + " does not answer", wrong);
    }
    int status = status();
    if (status == 401 || status == 403) {
      return new CameraTrouble(
          Kind.NO_PERMISSION, name() + " wants another name and password", wrong);
    }
    if (status == 503) {
      return new CameraTrouble(Kind.BUSY, name() + " serves others and has no room", wrong);
    }
    if (status >= 400) {
      return new CameraTrouble(Kind.FAILING, name() + " answers with status " + status, wrong);
    }
    return status < 0
        ? new CameraTrouble(Kind.ABSENT, name() + " cannot be reached", wrong)
        : new CameraTrouble(Kind.FAILING, name() + " has broken off", wrong);
  }

  /** The answer's status; below zero where there was none. */
  private int status() {
    try {
      return connection.getResponseCode();
    } catch (IOException none) {
      return -1;
    }
  }
}
