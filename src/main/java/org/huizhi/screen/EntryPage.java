package org.huizhi.screen;

import java.util.Optional;
import javafx.scene.control.Button;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** Asks for one detail: the page stays while it is typed, and only a whole answer goes on. */
abstract sealed class EntryPage implements Page permits IdNumberPage, NamePage, NumberPage {
  final Wording wording;
  final Button next;
  private final Button skip;
  private State.Identifying state;

  EntryPage(Wording wording, State.Identifying state) {
    this.wording = wording;
    this.state = state;
    next = wording.button("next", Phrase.IDENTIFYING__NEXT, "primary", Event.Entered::new);
    skip = wording.button("skip", Phrase.IDENTIFYING__SKIP, "secondary", Event.Skipped::new);
  }

  /** Shows what is typed by now. */
  abstract void show();

  State.Identifying state() {
    return state;
  }

  String text() {
    return state.draft().text();
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(next);
  }

  @Override
  public Optional<Button> secondary() {
    return state.skippable() ? Optional.of(skip) : Optional.empty();
  }

  @Override
  public boolean take(State newer) {
    if (!(newer instanceof State.Identifying asking)
        || asking.draft().field() != state.draft().field()) {
      return false;
    }
    state = asking;
    show();
    return true;
  }
}
