package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.huizhi.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A video whose table stands before its pictures plays up to where it was cut off. */
class CutVideoTest {
  private static final int SOME_PICTURES = 40_000;

  @TempDir Path folder;

  @Test
  void checkSaysWhereAVideoBreaksOffAndDoesNotEndAsIfItWereWhole() throws Exception {
    byte[] video = tableFirst(Files.readAllBytes(Pictures.file("franck.mp4")));
    int from = find(video, "mdat");
    Path cut = folder.resolve("cut.mp4");
    Files.write(cut, Arrays.copyOf(video, from + SOME_PICTURES));
    PrintStream stdout = System.out;
    PrintStream stderr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      exit = Main.run("check", "--json", cut.toString());
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(2, exit, said);
    assertTrue(said.contains("cut.mp4 breaks off after "), said);
    assertTrue(said.contains(" of 4800 pictures"), said);
    String json = out.toString(StandardCharsets.UTF_8);
    assertTrue(json.lines().count() > 1, "what could be judged is told all the same");
    assertTrue(json.lines().toList().getLast().contains("breaks off"), json);
  }

  /** As web servers want it: moov before mdat, every place in it moved by its own length. */
  private static byte[] tableFirst(byte[] video) {
    int mdat = find(video, "mdat") - 4;
    int moov = find(video, "moov") - 4;
    byte[] table = Arrays.copyOfRange(video, moov, video.length);
    int places = find(table, "stco") + 8;
    ByteBuffer numbers = ByteBuffer.wrap(table);
    for (int i = 0; i < numbers.getInt(places); i++) {
      int at = places + 4 + 4 * i;
      numbers.putInt(at, numbers.getInt(at) + table.length);
    }
    ByteBuffer all = ByteBuffer.allocate(video.length);
    all.put(video, 0, mdat).put(table).put(video, mdat, moov - mdat);
    return all.array();
  }

  private static int find(byte[] bytes, String name) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name);
  }
}
