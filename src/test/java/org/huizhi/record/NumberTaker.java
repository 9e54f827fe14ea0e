package org.huizhi.record;

import java.nio.file.Path;
import org.huizhi.storage.Storage;

/** A program that takes image numbers and says them: what {@link HallRecordTest} starts. */
public final class NumberTaker {
  private NumberTaker() {}

  /** Arguments: the data directory, the database, the machine's name and how many to take. */
  public static void main(String[] args) {
    try (CaseStore store =
        CaseStore.open(Path.of(args[0]), Storage.parse(args[1]), args[2], Cases.CLOCK)) {
      for (int i = 0; i < Integer.parseInt(args[3]); i++) {
        System.out.println(store.reserve(args[2] + "-" + i, Cases.PLAIN));
      }
    }
  }
}
