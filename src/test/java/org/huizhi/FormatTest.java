package org.huizhi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void everySourceIsFormatted() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Path file : Format.sources()) {
      if (!Format.formatted(file).equals(Files.readString(file))) {
        wrong.add(file.toString());
      }
    }
    assertEquals(List.of(), wrong, "mend with: mvn -q test-compile exec:exec@format");
  }
}
