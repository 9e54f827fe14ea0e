package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.huizhi.config.KioskConfig;
import org.huizhi.storage.DataDirLock;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk demo}: a whole visit that plays itself. */
@Command(
    name = "demo",
    description = "Plays a whole visit on the demonstration camera and keeps what it made.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the visit came to its end", "1:it did not", "2:it could not start"})
final class DemoCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(110);

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where photo, slip, report and screens go: ${DEFAULT-VALUE}.")
  private Path out = Path.of("huizhi-demo");

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Path clip =
        Home.demonstrationClip()
            .orElseThrow(
                () ->
                    new Refusal(
                        ExitCode.USAGE,
                        "this package comes without the demonstration clip; build it from source"));
    Path data = out.resolve("data");
    Files.createDirectories(out.resolve("screens"));
    Clock clock = Clock.system(read.kiosk().timeZone());
    try (DataDirLock _ = DataDirLock.take(data)) {
      Display.start();
      return play(read, clip, data, clock);
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  private int play(KioskConfig read, Path clip, Path data, Clock clock) throws Exception {
    CompletableFuture<String> visit = new CompletableFuture<>();
    Hall hall = Display.make(() -> new Hall(read, Cameras.demonstration(clip), true, clock));
    try (hall) {
      Display.make(
          () -> {
            DemoVisitor visitor =
                new DemoVisitor(open(hall).getScene(), out.resolve("screens"), visit);
            hall.engine().watch(visitor::see);
            hall.start(read, data, clock);
            return visitor;
          });
      String imageNumber = visit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Tools tools = hall.tools().orElseThrow();
      new DemoFiles(out).write(tools.store(), imageNumber);
      System.out.println("image number  " + imageNumber);
      for (String file : new String[] {"photo.jpg", "slip.pdf", "report.json", "screens"}) {
        System.out.println(out.resolve(file));
      }
      return ExitCode.OK;
    } catch (TimeoutException late) {
      throw new Refusal(
          ExitCode.SOFTWARE,
          "the visit did not end within %d seconds; it stands in %s"
              .formatted(PATIENCE.toSeconds(), hall.engine().state().getClass().getSimpleName()));
    } catch (ExecutionException failed) {
      throw new Refusal(ExitCode.SOFTWARE, "the visit failed: " + failed.getCause());
    }
  }

  private static Stage open(Hall hall) {
    if (Display.isHeadless()) {
      return KioskWindow.fullScreen(hall.view());
    }
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double height = screen.getHeight() * 0.9;
    return KioskWindow.window(hall.view(), height * 9 / 16, height, () -> {});
  }
}
