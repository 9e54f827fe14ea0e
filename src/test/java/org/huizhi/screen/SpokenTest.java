package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.huizhi.check.Advice;
import org.huizhi.session.Samples;
import org.huizhi.session.State;
import org.junit.jupiter.api.Test;

/** The voice says sentences of the screens, and none of them in front of nobody. */
class SpokenTest {
  @Test
  void whereverSomebodyStandsThereIsASentenceThatIsKnown() {
    Samples.states()
        .forEach(
            (name, state) -> {
              Optional<String> key = Spoken.key(state, Guide.NOTHING_YET);
              boolean nobody = state instanceof State.Welcome || state instanceof State.Expecting;
              assertEquals(!nobody, key.isPresent(), name);
              key.ifPresent(said -> assertTrue(Spoken.keys().contains(said), said));
            });
    assertTrue(Keys.all().containsAll(Spoken.keys()));
  }

  @Test
  void theLiveViewSaysItsAdvice() {
    State framing = Samples.state("framing");
    Guide left = new Guide(false, Optional.of(Advice.MOVE_LEFT), 0, Optional.empty(), false);
    Guide ready = new Guide(true, Optional.empty(), 0.5, Optional.empty(), false);
    assertEquals(Optional.of("advice.move-left"), Spoken.key(framing, left));
    assertEquals(Optional.of("framing.hold"), Spoken.key(framing, ready));
    assertEquals(Optional.of("framing.find-yourself"), Spoken.key(framing, Guide.NOTHING_YET));
  }
}
