package org.huizhi.console;

import java.util.List;

/**
 * A table of a report in the words of who reads it.
 *
 * @param rows the first is its head
 */
public record ReportTable(String title, List<List<String>> rows) {
  public ReportTable {
    rows = List.copyOf(rows);
  }
}
