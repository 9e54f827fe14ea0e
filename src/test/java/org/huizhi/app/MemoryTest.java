package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
  @Test
  void growthIsTheRiseOfTheLineThroughAllLooks() {
    List<Memory> looks =
        List.of(
            new Memory(10, 100, 5, 0),
            new Memory(10, 105, 5, 0),
            new Memory(13, 110, 5, 0),
            new Memory(10, 115, 5, 0),
            new Memory(10, 120, 5, 0));
    assertEquals(
        "heap +0.0 %, resident +18.2 %, threads +0.0 %, handles +0.0 %", Memory.trend(looks));
  }
}
