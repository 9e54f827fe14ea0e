package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.huizhi.printer.SmallDisk;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @Test
  void aFullDiskIsSaidAndWhatWasIssuedStays(@TempDir Path dir) throws Exception {
    try (SmallDisk disk = SmallDisk.mount(dir, "2m")) {
      Path data = disk.path().resolve("data");
      int issued = 0;
      try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
        StorageTrouble trouble = null;
        while (trouble == null) {
          try {
            store.issue(Cases.fresh("case-" + issued), Cases.PLAIN, Cases::slip);
            issued++;
          } catch (StorageTrouble full) {
            trouble = full;
          }
        }
        assertEquals(StorageTrouble.Kind.FULL, trouble.kind(), String.valueOf(trouble));
        assertTrue(issued > 0);
        assertEquals(issued, store.numbers(NumberState.ISSUED).size());
        assertTrue(store.byId("case-" + issued).isEmpty(), "nothing half-stored");
      }
      assertThrows(
          StorageTrouble.class,
          () -> {
            try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
              store.issue(Cases.fresh("one-more"), Cases.PLAIN, Cases::slip);
            }
          });
    }
  }
}
