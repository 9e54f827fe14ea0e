package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of pictures that people judged: tab-separated, its first line naming the columns, of
 * which {@code file} (beside the table), {@code verdict} (accept, borderline or reject) and {@code
 * reject_reasons} (codes, with commas between) are read.
 */
record Labels(List<Row> rows) {
  record Row(Path file, boolean accepted, Set<String> faults) {}

  static Labels read(Path table) throws IOException, Refusal {
    if (!Files.isReadable(table)) {
      throw new Refusal(2, table + ": no such table of labels");
    }
    List<String> lines = Files.readAllLines(table);
    List<String> columns = lines.isEmpty() ? List.of() : cells(lines.getFirst());
    int file = columns.indexOf("file");
    int verdict = columns.indexOf("verdict");
    int faults = columns.indexOf("reject_reasons");
    if (file < 0 || verdict < 0 || faults < 0) {
      throw new Refusal(2, table + ":1: the columns file, verdict and reject_reasons are needed");
    }
    List<Row> rows = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      List<String> cells = cells(lines.get(line));
      if (cells.size() <= Math.max(file, Math.max(verdict, faults))) {
        throw new Refusal(2, table + ":" + (line + 1) + ": too few columns");
      }
      rows.add(
          new Row(
              table.resolveSibling(cells.get(file)),
              cells.get(verdict).equals("accept"),
              Arrays.stream(cells.get(faults).split(","))
                  .filter(code -> !code.isEmpty())
                  .collect(Collectors.toUnmodifiableSet())));
    }
    return new Labels(rows);
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split("\t", -1));
  }
}
