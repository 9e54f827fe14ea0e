package org.huizhi.face;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converted parts of one network, kept on disk so that a start need not convert again. Each file
 * ends in the SHA-256 of what comes before; one that does not fit is made anew. Without a writable
 * folder everything still works, only slower at start.
 */
final class ConvertedNets {
  private static final Logger LOG = LoggerFactory.getLogger(ConvertedNets.class);

  /** Counts up whenever the conversion changes, so that old files are not read. */
  private static final int VERSION = 1;

  private static final int SEAL = 64;

  private final Path folder;
  private final String model;
  private @Nullable TfliteGraph graph;

  ConvertedNets(Path folder, String model) {
    this.folder = folder;
    this.model = model;
  }

  byte[] part(String part, String input, List<String> outputs) {
    String hash = Models.hash(model).substring(0, 16);
    Path file =
        folder.resolve(hash + "-" + VERSION + "-" + part.toLowerCase(Locale.ROOT) + ".onnx");
    byte[] kept = read(file);
    if (kept.length > 0) {
      return kept;
    }
    if (graph == null) {
      graph = new TfliteGraph(Models.read(model));
    }
    byte[] made = TfliteToOnnx.part(graph, input, outputs);
    write(file, made);
    return made;
  }

  private static byte[] read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try {
      byte[] sealed = Files.readAllBytes(file);
      if (sealed.length > SEAL) {
        byte[] net = Arrays.copyOf(sealed, sealed.length - SEAL);
        byte[] seal = Arrays.copyOfRange(sealed, net.length, sealed.length);
        if (Arrays.equals(seal, seal(net))) {
          return net;
        }
      }
      LOG.warn("The kept network {} is damaged and will be made again.", file.getFileName());
    } catch (IOException unreadable) {
      LOG.warn("The kept network {} cannot be read: {}", file.getFileName(), unreadable.toString());
    }
    return new byte[0];
  }

  private static void write(Path file, byte[] net) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "net", ".part");
      byte[] sealed = Arrays.copyOf(net, net.length + SEAL);
      System.arraycopy(seal(net), 0, sealed, net.length, SEAL);
      Files.write(draft, sealed);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      LOG.warn("The converted network could not be kept: {}", unwritable.toString());
    }
  }

  private static byte[] seal(byte[] net) {
    return Models.sha256(net).getBytes(StandardCharsets.US_ASCII);
  }
}
