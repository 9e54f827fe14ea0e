package org.huizhi.printer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A private CUPS with one queue, SLIP, and behind it the simulated printer of the CUPS project,
 * which can be told to wait or to be slow. Needs root and the packages cups, cups-client,
 * cups-filters, cups-ipp-utils, dbus and avahi-daemon (running); where they are missing the test is
 * skipped.
 */
final class CupsLab implements AutoCloseable {
  private static final String SCRIPT =
      """
      #!/bin/sh
      read -r what why < CONTROL
      if [ "$what" = waits ]; then
        reason=$why
        echo "STATE: +$reason" >&2
        while [ "$what" = waits ]; do
          sleep 0.1
          read -r what why < CONTROL
        done
        echo "STATE: -$reason" >&2
      fi
      [ "$what" = slow ] && sleep "$why"
      cp "$1" OUT/
      echo "ATTR: job-impressions-completed=1" >&2
      """;
  private static final String SERVER =
      """
      LogLevel warn
      Listen localhost:PORT
      Listen SOCKET
      Browsing No
      WebInterface No
      DefaultAuthType Basic
      <Location />
        Order allow,deny
        Allow localhost
      </Location>
      <Policy default>
        JobPrivateAccess default
        JobPrivateValues default
        <Limit Cancel-Job>
          Require user @OWNER @SYSTEM
          Order deny,allow
        </Limit>
        <Limit All>
          Order deny,allow
        </Limit>
      </Policy>
      """;
  private static final String FILES =
      """
      ServerRoot DIR/etc
      StateDir DIR/state
      CacheDir DIR/cache
      RequestRoot DIR/requests
      TempDir DIR/requests/tmp
      ErrorLog DIR/error_log
      AccessLog DIR/access_log
      PageLog DIR/page_log
      """;

  private final Path dir;
  private final int queuePort = freePort();
  private final int devicePort = freePort();
  private final List<Process> processes = new ArrayList<>();

  private CupsLab(Path dir) {
    this.dir = dir;
  }

  /** Starts everything below an empty directory, or skips the calling test. */
  static CupsLab start(Path dir) throws IOException, InterruptedException {
    for (String needed : List.of("cupsd", "ippeveprinter", "lpadmin")) {
      assumeTrue(installed(needed), "SKIPPED: " + needed + " is not installed");
    }
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String part : List.of("out", "spool", "requests/tmp", "etc", "state", "cache")) {
      Files.createDirectories(dir.resolve(part));
    }
    CupsLab lab = new CupsLab(dir);
    boolean whole = false;
    try {
      lab.works();
      lab.plugIn();
      lab.startQueue();
      whole = true;
      return lab;
    } finally {
      if (!whole) {
        lab.close();
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean installed(String command) {
    return Stream.of("/usr/sbin/", "/usr/bin/")
        .anyMatch(place -> Files.isExecutable(Path.of(place + command)));
  }

  void plugIn() throws IOException, InterruptedException {
    Path script = dir.resolve("print.sh");
    Files.writeString(
        script,
        SCRIPT
            .replace("CONTROL", dir.resolve("control").toString())
            .replace("OUT", out().toString()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Process started =
        start(
            "ippeveprinter",
            "-k",
            "-d",
            dir.resolve("spool").toString(),
            "-p",
            "" + devicePort,
            "-n",
            "localhost",
            "-r",
            "off",
            "-f",
            "application/pdf",
            "-c",
            script.toString(),
            "Slip");
    SystemPrinter direct = direct(Duration.ofSeconds(1));
    boolean answers = false;
    for (int i = 0; i < 50 && started.isAlive() && !answers; i++) {
      answers = !direct.state().obstacles().contains(Obstacle.OFFLINE);
      started.waitFor(100, TimeUnit.MILLISECONDS);
    }
    assumeTrue(answers, "SKIPPED: ippeveprinter does not start; is avahi-daemon running?");
  }

  private void startQueue() throws IOException, InterruptedException {
    Path socket = dir.resolve("cups.sock");
    Files.writeString(
        dir.resolve("cupsd.conf"),
        SERVER.replace("PORT", "" + queuePort).replace("SOCKET", socket.toString()));
    Files.writeString(dir.resolve("cups-files.conf"), FILES.replace("DIR", dir.toString()));
    start(
        "/usr/sbin/cupsd",
        "-f",
        "-c",
        dir.resolve("cupsd.conf").toString(),
        "-s",
        dir.resolve("cups-files.conf").toString());
    boolean added = false;
    for (int i = 0; i < 20 && !added; i++) {
      Process lpadmin =
          start(
              "lpadmin",
              "-h",
              socket.toString(),
              "-p",
              "SLIP",
              "-E",
              "-v",
              "ipp://localhost:" + devicePort + "/ipp/print",
              "-m",
              "everywhere");
      added = lpadmin.waitFor() == 0;
      processes.getLast().waitFor(200, TimeUnit.MILLISECONDS);
    }
    assumeTrue(added, "SKIPPED: the private cupsd took no queue; it needs root");
    // CUPS takes the queue first and asks the printer later; a slip sent in between is cancelled.
    Path learned = dir.resolve("etc/ppd/SLIP.ppd");
    for (int i = 0; i < 50 && Files.notExists(learned); i++) {
      processes.getFirst().waitFor(100, TimeUnit.MILLISECONDS);
    }
    processes.getFirst().waitFor(500, TimeUnit.MILLISECONDS);
  }

  private Process start(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve(Path.of(command[0]).getFileName() + ".log").toFile())
            .start();
    processes.add(process);
    return process;
  }

  /** The printer without a queue between. */
  SystemPrinter direct(Duration patience) {
    return new SystemPrinter(
        "direct", URI.create("ipp://localhost:" + devicePort + "/ipp/print"), patience);
  }

  SystemPrinter queue(Duration patience) {
    return SystemPrinter.queue("SLIP", queuePort, patience);
  }

  void works() throws IOException {
    control("ok\n");
  }

  /** From now on the printer waits for somebody, and says why in the words of IPP. */
  void waits(String reason) throws IOException {
    control("waits " + reason + "\n");
  }

  void isSlow(int seconds) throws IOException {
    control("slow " + seconds + "\n");
  }

  private void control(String text) throws IOException {
    Path written = Files.writeString(dir.resolve("control.new"), text);
    Files.move(written, dir.resolve("control"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Stops the queue, as its administrator does, or lets it go on. */
  void pause(boolean stop) throws IOException, InterruptedException {
    start(stop ? "cupsdisable" : "cupsenable", "-h", dir.resolve("cups.sock").toString(), "SLIP")
        .waitFor();
  }

  void unplug() {
    Process device = processes.removeFirst();
    device.descendants().forEach(ProcessHandle::destroyForcibly);
    device.destroyForcibly();
    device.onExit().join();
  }

  /** What came out, each as the PDF that the printer was given. */
  List<byte[]> printed() throws IOException {
    List<byte[]> sheets = new ArrayList<>();
    try (Stream<Path> files = Files.list(out())) {
      for (Path file : files.toList()) {
        sheets.add(Files.readAllBytes(file));
      }
    }
    return sheets;
  }

  private Path out() {
    return dir.resolve("out");
  }

  @Override
  public void close() {
    for (Process process : processes.reversed()) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
    }
  }
}
