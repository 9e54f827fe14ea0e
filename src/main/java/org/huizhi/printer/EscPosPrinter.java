package org.huizhi.printer;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thermal roll printer that is sent the slip as dots (ESC/POS raster, {@code GS v 0}) over the
 * network or through its device file. Over the network it is asked for its paper before, and after
 * the slip it is asked by {@code GS r}, which stands in line behind the dots: the answer shows that
 * all of them were printed. A device file only takes; there, nobody can tell, and staff look.
 */
public final class EscPosPrinter implements Printer {
  private static final Logger LOG = LoggerFactory.getLogger(EscPosPrinter.class);

  /** Darker grey becomes a dot; the bars are pure black, the photo is screened before. */
  private static final int DOT_BELOW = 128;

  // DLE EOT n (real time): n = 2 what keeps it offline, n = 4 the paper sensor.
  private static final byte[] ASK_OFFLINE = {0x10, 0x04, 2};
  private static final byte[] ASK_PAPER = {0x10, 0x04, 4};
  // GS r 1 (in line): the paper sensor, answered only after everything before it is done.
  private static final byte[] ASK_WHEN_DONE = {0x1D, 0x72, 1};

  private static final byte[] FEED = {0x1B, 'd', 4};

  private static final int COVER_BIT = 0x04;
  private static final int STOPPED_BITS = 0x60; // paper end stops it, or an error
  private static final int PAPER_END_BITS = 0x60;
  private static final int PAPER_LOW_BITS = 0x0C;
  private static final int DONE_PAPER_END_BITS = 0x0C;

  private final String name;
  private final EscPosLine line;

  /** A printer at the end of this line. */
  public EscPosPrinter(String name, EscPosLine line) {
    this.name = name;
    this.line = line;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PrintOutcome print(Slip slip, Runnable began) {
    BufferedImage dots = SlipDots.of(slip);
    boolean sent = false;
    try (EscPosLine.Open open = line.open()) {
      if (open.answers()) {
        PrinterState state = ask(open);
        if (!state.ready()) {
          return new PrintOutcome.Failed("The printer " + name + " reports " + state + ".");
        }
      }
      sent = true;
      began.run();
      send(dots, open);
      return open.answers() ? whenDone(open) : cannotTell();
    } catch (ConnectException e) {
      return new PrintOutcome.Failed("The printer " + name + " does not answer.");
    } catch (IOException e) {
      LOG.warn("the connection to {} broke", name, e);
      return sent
          ? new PrintOutcome.Unknown(
              "The connection to " + name + " was lost while it printed; look at the tray.")
          : new PrintOutcome.Failed("The printer " + name + " does not answer.");
    }
  }

  /** Without paper a printer takes nothing more: only who closes its line wakes who writes. */
  private void send(BufferedImage dots, EscPosLine.Open open) throws IOException {
    CompletableFuture<Void> late =
        CompletableFuture.runAsync(
            () -> close(open),
            CompletableFuture.delayedExecutor(line.patience().toMillis(), TimeUnit.MILLISECONDS));
    try {
      draw(dots, open);
    } finally {
      late.cancel(false);
    }
  }

  private static void close(EscPosLine.Open open) {
    try {
      open.close();
    } catch (IOException gone) {
      LOG.debug("a thermal printer's line was gone when it was closed", gone);
    }
  }

  private static void draw(BufferedImage dots, EscPosLine.Open open) throws IOException {
    EscPos pen = new EscPos(open.out());
    pen.initializePrinter();
    pen.write(
        new RasterBitImageWrapper().setJustification(EscPosConst.Justification.Center),
        new EscPosImage(new CoffeeImageImpl(dots), new BitonalThreshold(DOT_BELOW)));
    pen.write(FEED, 0, FEED.length); // the library's own feed sets letters, too
    pen.cut(EscPos.CutMode.FULL);
    pen.flush();
  }

  private PrintOutcome whenDone(EscPosLine.Open open) throws IOException {
    open.out().write(ASK_WHEN_DONE);
    open.out().flush();
    int answer = answer(open.in());
    return (answer & DONE_PAPER_END_BITS) == DONE_PAPER_END_BITS
        ? new PrintOutcome.Unknown(
            "The paper of " + name + " ended with this slip; look whether it is whole.")
        : new PrintOutcome.Printed();
  }

  private PrintOutcome cannotTell() {
    return new PrintOutcome.Unknown(
        "The printer " + name + " cannot tell whether the slip came out; look at it.");
  }

  private static PrinterState ask(EscPosLine.Open open) throws IOException {
    open.out().write(ASK_OFFLINE);
    open.out().flush();
    int offline = answer(open.in());
    open.out().write(ASK_PAPER);
    open.out().flush();
    int paper = answer(open.in());
    Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
    if ((offline & COVER_BIT) != 0) {
      obstacles.add(Obstacle.COVER_OPEN);
    }
    if ((paper & PAPER_END_BITS) != 0) {
      obstacles.add(Obstacle.PAPER_OUT);
    }
    if ((offline & STOPPED_BITS) != 0 && obstacles.isEmpty()) {
      obstacles.add(Obstacle.OTHER);
    }
    return new PrinterState(
        obstacles, (paper & PAPER_LOW_BITS) != 0 ? Set.of("media-low") : Set.of());
  }

  private static int answer(InputStream in) throws IOException {
    int answer = in.read();
    if (answer < 0) {
      throw new IOException("the printer hung up");
    }
    return answer;
  }

  /** Nothing of a slip can be found again in such a printer. */
  @Override
  public PrintOutcome recall(Slip slip) {
    return new PrintOutcome.Unknown(
        "The program ended while the slip was printing on " + name + "; look at the tray.");
  }

  @Override
  public PrinterState state() {
    try (EscPosLine.Open open = line.open()) {
      return open.answers() ? ask(open) : PrinterState.READY;
    } catch (SocketTimeoutException e) {
      return PrinterState.stopped(Obstacle.UNKNOWN);
    } catch (IOException e) {
      return PrinterState.stopped(Obstacle.OFFLINE);
    }
  }
}
