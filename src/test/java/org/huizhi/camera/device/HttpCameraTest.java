package org.huizhi.camera.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.CameraTrouble.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** A network camera on loopback, with everything that such cameras do wrong. */
class HttpCameraTest {
  private final Mat picture = new Mat();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  private interface Sender {
    void send(OutputStream out) throws IOException, InterruptedException;
  }

  HttpCameraTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** 10, 20, 30, 40 and 50, then silence. */
  private void sendFiveShades(OutputStream out) throws IOException, InterruptedException {
    for (int shade = 10; shade <= 50; shade += 10) {
      part(out, jpeg(shade));
    }
    out.flush();
    over.await();
  }

  @Test
  void readsPictureAfterPicture() throws Exception {
    stream(this::sendFiveShades);
    try (HttpCamera camera = open()) {
      for (int shade = 10; shade <= 50; shade += 10) {
        assertEquals(shade, shade(camera));
      }
      assertEquals(64, picture.cols());
    }
  }

  @Test
  void passesPicturesOver() throws Exception {
    stream(this::sendFiveShades);
    try (HttpCamera camera = open()) {
      assertEquals(10, shade(camera));
      assertTrue(camera.skip());
      assertTrue(camera.skip());
      assertEquals(40, shade(camera));
    }
  }

  /**
   * Noise between pictures, a picture cut in the middle, wrong lengths, no boundary, a thumbnail.
   */
  @Test
  void findsThePicturesAmongGarbage() throws Exception {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == (byte) 0xFF ? 0 : noise[i];
    }
    stream(
        out -> {
          out.write(noise);
          part(out, jpeg(20));
          out.write(Arrays.copyOf(jpeg(90), jpeg(90).length - 9));
          out.write(jpeg(30));
          out.write("--x\r\nContent-Length: 17\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          out.write(jpeg(40));
          out.write(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3});
          out.write(noise);
          out.write(withThumbnail(jpeg(50), jpeg(200)));
          out.flush();
          over.await();
        });
    try (HttpCamera camera = open()) {
      assertEquals(20, shade(camera));
      assertEquals(30, shade(camera));
      assertEquals(40, shade(camera));
      assertEquals(50, shade(camera));
    }
  }

  @Test
  void saysThatAStreamWasCut() throws Exception {
    stream(
        out -> {
          part(out, jpeg(20));
          out.write(Arrays.copyOf(jpeg(30), 300));
          out.flush();
        });
    try (HttpCamera camera = open()) {
      assertEquals(20, shade(camera));
      assertEquals(Kind.FAILING, trouble(camera).kind());
    }
  }

  @Test
  void saysThatAStreamHasStalled() throws Exception {
    stream(
        out -> {
          part(out, jpeg(20));
          out.flush();
          over.await();
        });
    try (HttpCamera camera = open()) {
      assertEquals(20, shade(camera));
      assertEquals(Kind.STALLED, trouble(camera).kind());
    }
  }

  @Test
  void saysThatAllPicturesAreDamaged() throws Exception {
    byte[] tiny = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};
    stream(
        out -> {
          for (int i = 0; i < 200; i++) {
            out.write(tiny);
          }
          out.flush();
          over.await();
        });
    try (HttpCamera camera = open()) {
      assertEquals(Kind.GARBLED, trouble(camera).kind());
    }
  }

  /** A video that is no MJPEG never pauses; each opening would leave a thread at full speed. */
  @Test
  @Timeout(60)
  void aReadThatFindsNoPictureIsAborted() throws Exception {
    CountDownLatch flows = new CountDownLatch(1);
    stream(
        out -> {
          while (over.getCount() > 0) {
            out.write(new byte[100_000]);
            flows.countDown();
          }
        });
    try (HttpCamera camera = open()) {
      Future<CameraTrouble> reads = threads.submit(() -> trouble(camera));
      flows.await();
      camera.abort();
      assertEquals(Kind.FAILING, reads.get(30, TimeUnit.SECONDS).kind());
    }
  }

  @Test
  void asksAgainAndAgainWhereAnAnswerIsOnePicture() throws Exception {
    int[] shade = {0};
    server.createContext(
        "/",
        exchange -> {
          shade[0] += 10;
          byte[] bytes = jpeg(shade[0]);
          exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    try (HttpCamera camera = open()) {
      assertEquals(10, shade(camera));
      assertEquals(20, shade(camera));
      assertEquals(30, shade(camera));
    }
  }

  /** Each byte in time, the whole never: such a server would hold the opening thread for ever. */
  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aServerThatDripsItsAnswerIsLeft() throws Exception {
    try (Dripping drips = new Dripping(threads, over, "")) {
      CameraTrouble slow =
          assertThrows(CameraTrouble.class, () -> new HttpCamera(drips.address()).close());
      assertEquals(Kind.STALLED, slow.kind());
      assertTrue(drips.left.await(30, TimeUnit.SECONDS), "the line stays open");
    }
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aServerThatDripsALaterAnswerIsLeft() throws Exception {
    try (Dripping drips = new Dripping(threads, over, "Content-Type: image/jpeg\r\n");
        HttpCamera camera = new HttpCamera(drips.address())) {
      assertEquals(20, shade(camera));
      assertEquals(Kind.STALLED, trouble(camera).kind());
      assertTrue(drips.left.await(30, TimeUnit.SECONDS), "the line stays open");
    }
  }

  /** Answers once with a picture where a header for it is given, then drips a header for ever. */
  private static final class Dripping implements AutoCloseable {
    final CountDownLatch left = new CountDownLatch(1);
    private final ServerSocket listens = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());

    Dripping(ExecutorService threads, CountDownLatch over, String header) throws IOException {
      threads.execute(
          () -> {
            try {
              if (!header.isEmpty()) {
                picture(header);
              }
              drip(over);
            } catch (IOException gone) {
              left.countDown();
            } catch (InterruptedException stop) {
              Thread.currentThread().interrupt();
            }
          });
    }

    private void picture(String header) throws IOException {
      byte[] jpeg = jpeg(20);
      try (Socket line = listens.accept()) {
        OutputStream out = line.getOutputStream();
        String head = "HTTP/1.1 200 OK\r\nConnection: close\r\n" + header + "Content-Length: ";
        out.write((head + jpeg.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(jpeg);
      }
    }

    private void drip(CountDownLatch over) throws IOException, InterruptedException {
      try (Socket line = listens.accept()) {
        OutputStream out = line.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nX-Drip: ".getBytes(StandardCharsets.US_ASCII));
        while (!over.await(100, TimeUnit.MILLISECONDS)) {
          out.write('.');
        }
      }
    }

    URI address() {
      return URI.create("http://localhost:" + listens.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
      listens.close();
    }
  }

  @Test
  void givesNameAndPassword() throws Exception {
    stream(out -> part(out, jpeg(20)))
        .setAuthenticator(
            new BasicAuthenticator("camera") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals("admin") && password.equals("a:b@c");
              }
            });
    try (HttpCamera camera = new HttpCamera(address("admin:a%3Ab%40c@"))) {
      assertEquals(20, shade(camera));
    }
    CameraTrouble wrong =
        assertThrows(CameraTrouble.class, () -> new HttpCamera(address("admin:1@")).close());
    assertEquals(Kind.NO_PERMISSION, wrong.kind());
    assertFalse(String.valueOf(wrong.getMessage()).contains("admin"));
  }

  @Test
  void tellsAbsentFromBusyFromWrong() {
    server.createContext("/busy", exchange -> refuse(exchange, 503));
    server.createContext("/gone", exchange -> refuse(exchange, 404));
    assertEquals(Kind.BUSY, openingTrouble("busy"));
    assertEquals(Kind.FAILING, openingTrouble("gone"));
    assertTrue(HttpCamera.answers(address("")));
    URI nobody = address("");
    server.stop(0);
    assertEquals(Kind.ABSENT, openingTrouble(""));
    assertFalse(HttpCamera.answers(nobody));
  }

  private static void refuse(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private Kind openingTrouble(String path) {
    URI address = URI.create(address("") + path);
    return assertThrows(CameraTrouble.class, () -> new HttpCamera(address).close()).kind();
  }

  private CameraTrouble trouble(HttpCamera camera) {
    return assertThrows(CameraTrouble.class, () -> camera.read(picture));
  }

  private int shade(HttpCamera camera) throws CameraTrouble {
    camera.read(picture);
    return (int) Math.round(picture.get(24, 32)[0]);
  }

  private HttpCamera open() throws CameraTrouble {
    return new HttpCamera(address(""));
  }

  private URI address(String user) {
    return URI.create("http://%slocalhost:%d/".formatted(user, server.getAddress().getPort()));
  }

  private com.sun.net.httpserver.HttpContext stream(Sender sender) {
    return server.createContext(
        "/",
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Content-Type", "multipart/x-mixed-replace; boundary=frame");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            sender.send(out);
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void part(OutputStream out, byte[] jpeg) throws IOException {
    String head =
        "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n".formatted(jpeg.length);
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(jpeg);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static byte[] jpeg(int shade) {
    Mat plain = new Mat(48, 64, CvType.CV_8UC3, Scalar.all(shade));
    MatOfByte packed = new MatOfByte();
    assertTrue(Imgcodecs.imencode(".jpg", plain, packed));
    return packed.toArray();
  }

  /** As EXIF has it: a whole JPEG, with its own end, inside a segment of another. */
  private static byte[] withThumbnail(byte[] jpeg, byte[] thumbnail) {
    byte[] all = new byte[jpeg.length + thumbnail.length + 4];
    all[0] = (byte) 0xFF;
    all[1] = (byte) 0xD8;
    all[2] = (byte) 0xFF;
    all[3] = (byte) 0xE1;
    int length = thumbnail.length + 2;
    all[4] = (byte) (length >> 8);
    all[5] = (byte) length;
    System.arraycopy(thumbnail, 0, all, 6, thumbnail.length);
    System.arraycopy(jpeg, 2, all, 6 + thumbnail.length, jpeg.length - 2);
    return all;
  }
}
