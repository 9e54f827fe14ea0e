package org.huizhi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.huizhi.check.Verdict;
import org.junit.jupiter.api.Test;

/** A person may try again, keeps the better photo meanwhile, and is helped in the end. */
class TriesTest {
  private final Session session = Samples.session();

  @Test
  void aGoodPhotoStaysToChooseFrom() {
    State.Reviewing first = shot(Samples.state("framing"), 1, Samples.GOOD);
    assertTrue(first.visit().tries().best().isEmpty());
    State again = next(first, new Event.RetakeWanted(1));
    State.Reviewing second = shot(again, 2, Samples.GOOD);
    assertEquals(
        Optional.of(new Tries.Kept(new PhotoRef(1), Samples.GOOD)), second.visit().tries().best());
    for (long photo : new long[] {1, 2}) {
      State.Issuing issuing =
          assertInstanceOf(
              State.Issuing.class, next(second, new Event.PhotoAccepted(1, new PhotoRef(photo))));
      assertEquals(new PhotoRef(photo), issuing.photo());
    }
    assertEquals(second, next(second, new Event.PhotoAccepted(1, new PhotoRef(3))));
  }

  @Test
  void anEarlierGoodPhotoOutlivesABadTry() {
    State.Reviewing first = shot(Samples.state("framing"), 1, Samples.GOOD);
    State.Reviewing bad = shot(next(first, new Event.RetakeWanted(1)), 2, Samples.BAD);
    assertFalse(bad.acceptable());
    assertInstanceOf(State.Issuing.class, next(bad, new Event.PhotoAccepted(1, new PhotoRef(1))));
  }

  @Test
  void afterTheLastShotThereIsNoOther() {
    State state = Samples.state("framing");
    for (int i = 1; i <= session.patience().mostShots(); i++) {
      State.Reviewing reviewing = shot(state, i, Samples.BAD);
      assertEquals(i < session.patience().mostShots(), reviewing.retakable(session.patience()));
      state = next(reviewing, new Event.RetakeWanted(1));
    }
    assertInstanceOf(State.Reviewing.class, state);
    assertInstanceOf(State.Making.class, next(state, new Event.StaffCalled(1))); // for the staff
  }

  /** The screen says that all is wiped when the engine has said so, for a while. */
  @Test
  void thatAllIsWipedIsSaid() {
    State home = next(Samples.state("reviewing-good"), new Event.Left(1));
    assertEquals(Optional.empty(), ((State.Welcome) home).wipedUntil());
    State told = next(home, new Event.Forgotten(1));
    assertTrue(((State.Welcome) told).wipedUntil().isPresent());
    State later = next(told, new Event.Tick(told.setting().now().plusSeconds(11)));
    assertTrue(((State.Welcome) later).wipedUntil().isEmpty());
  }

  private State.Reviewing shot(State framing, long number, Verdict verdict) {
    State state = next(framing, new Event.HeldStill(1));
    state = next(state, new Event.BurstTaken(1, new ShotRef(number), verdict));
    if (state instanceof State.Making) {
      state = next(state, new Event.PhotoMade(1, new PhotoRef(number), verdict));
    }
    return assertInstanceOf(State.Reviewing.class, state);
  }

  private State next(State state, Event event) {
    return session.next(state, event).state();
  }
}
