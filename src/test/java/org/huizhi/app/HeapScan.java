package org.huizhi.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for bytes in a dump of all living objects, in one pass for all of them. What is looked for
 * is kept masked, so that the search does not find itself.
 */
final class HeapScan {
  private static final int MASK = 0x5A;
  private static final int CHUNK = 1 << 22;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Wanted(String name, byte[] masked) {}

  /** By the first two bytes. */
  private final Map<Integer, List<Wanted>> wanted = new HashMap<>();

  private final boolean[] begins = new boolean[1 << 16];
  private int longest;

  /** Will look for these bytes, at least two. */
  void add(String name, byte[] bytes) {
    byte[] masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= MASK;
    }
    int start = start(bytes, 0);
    begins[start] = true;
    wanted.computeIfAbsent(start, _ -> new ArrayList<>()).add(new Wanted(name, masked));
    longest = Math.max(longest, bytes.length);
  }

  /** Will look for a text in each form in which Java and files may hold it. */
  void addText(String name, int[] codePoints) {
    for (Charset form :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      add(name + " in " + form, new String(codePoints, 0, codePoints.length).getBytes(form));
    }
  }

  /** The names of what is found among the living objects. */
  Set<String> found() throws IOException {
    Path folder = Files.createTempDirectory("huizhi-heap");
    Path dump = folder.resolve("living.hprof");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpHeap(dump.toString(), true);
      return search(dump);
    } finally {
      Files.deleteIfExists(dump);
      Files.delete(folder);
    }
  }

  private Set<String> search(Path dump) throws IOException {
    Set<String> found = new TreeSet<>();
    byte[] chunk = new byte[CHUNK + longest];
    try (InputStream in = Files.newInputStream(dump)) {
      int kept = 0;
      int read = in.readNBytes(chunk, 0, CHUNK);
      while (read > 0) {
        int end = kept + read;
        search(chunk, end, found);
        kept = Math.min(longest, end);
        System.arraycopy(chunk, end - kept, chunk, 0, kept);
        read = in.readNBytes(chunk, kept, CHUNK);
      }
    }
    return found;
  }

  private void search(byte[] chunk, int end, Set<String> found) {
    for (int at = 0; at < end - 1; at++) {
      int start = start(chunk, at);
      if (begins[start]) {
        for (Wanted each : wanted.getOrDefault(start, List.of())) {
          if (isAt(chunk, at, end, each.masked)) {
            found.add(each.name);
          }
        }
      }
    }
  }

  private static int start(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  private static boolean isAt(byte[] chunk, int at, int end, byte[] masked) {
    if (at + masked.length > end) {
      return false;
    }
    for (int i = 0; i < masked.length; i++) {
      if (chunk[at + i] != (byte) (masked[i] ^ MASK)) {
        return false;
      }
    }
    return true;
  }
}
