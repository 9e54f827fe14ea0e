package org.huizhi.camera.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.camera.Demand;
import org.junit.jupiter.api.Test;

class ModeTest {
  private static final Demand DEMAND = new Demand(600, 25, Map.of());
  private static final Mode VGA = new Mode("MJPG", 640, 480, 30);
  private static final Mode HD = new Mode("MJPG", 1280, 720, 30);
  private static final Mode HD_UNPACKED = new Mode("YUYV", 1280, 720, 30);
  private static final Mode HD_SLOW = new Mode("YUYV", 1280, 720, 10);
  private static final Mode FULL_HD = new Mode("MJPG", 1920, 1080, 30);
  private static final Mode LARGEST = new Mode("MJPG", 3840, 2160, 15);

  @Test
  void takesTheSmallestThatIsEnoughAndPackedBeforeUnpacked() {
    assertEquals(
        List.of(HD, HD_UNPACKED, FULL_HD, VGA),
        Mode.live(List.of(VGA, FULL_HD, HD_UNPACKED, HD), DEMAND));
    assertEquals(FULL_HD, best(VGA, FULL_HD, LARGEST));
  }

  /** A newcomer's webcam must just work: rather a small picture that moves than a slow show. */
  @Test
  void takesTheLargestQuickOneWhereNoneIsEnough() {
    assertEquals(VGA, best(HD_SLOW, VGA, new Mode("MJPG", 320, 240, 30)));
    assertEquals(HD_SLOW, best(new Mode("YUYV", 640, 480, 10), HD_SLOW));
  }

  @Test
  void takesStillsInTheLargestThatIsLarger() {
    assertEquals(Optional.of(LARGEST), Mode.still(List.of(VGA, HD, LARGEST), HD));
    assertEquals(Optional.empty(), Mode.still(List.of(VGA, HD, HD_UNPACKED), HD));
  }

  private static Mode best(Mode... offered) {
    return Mode.live(List.of(offered), DEMAND).getFirst();
  }
}
