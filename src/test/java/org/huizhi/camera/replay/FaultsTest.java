package org.huizhi.camera.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private long now = 5_000;

  @Test
  void comeAndGoByTheClock() {
    Faults faults = new Faults.Timed("freeze@10s+3s,wrong-size@30s+500ms/1min", () -> now);
    assertEquals(Optional.empty(), at(faults, 0));
    assertEquals(Optional.empty(), at(faults, 9_999));
    assertEquals(Optional.of(Fault.FREEZE), at(faults, 10_000));
    assertEquals(Optional.of(Fault.FREEZE), at(faults, 12_999));
    assertEquals(Optional.empty(), at(faults, 13_000));
    assertEquals(Optional.of(Fault.WRONG_SIZE), at(faults, 30_100));
    assertEquals(Optional.empty(), at(faults, 30_500));
    assertEquals(Optional.of(Fault.WRONG_SIZE), at(faults, 90_499));
    assertEquals(Optional.empty(), at(faults, 70_000));
  }

  private Optional<Fault> at(Faults faults, long millis) {
    now = 5_000 + Duration.ofMillis(millis).toNanos();
    return faults.now();
  }
}
