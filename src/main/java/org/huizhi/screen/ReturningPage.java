package org.huizhi.screen;

import javafx.scene.Node;
import org.huizhi.session.State;

/** Who left with a code enters it. */
final class ReturningPage extends TypedCodePage {
  private State.Returning state;

  ReturningPage(Wording wording, State.Returning state) {
    super(wording);
    this.state = state;
  }

  @Override
  public Node body() {
    return asking(wording.both("headline", Phrase.RETURNING__TITLE));
  }

  @Override
  public boolean take(State newer) {
    if (!(newer instanceof State.Returning returning)) {
      return false;
    }
    state = returning;
    show();
    return true;
  }

  @Override
  void show() {
    show(Numbers.code(state.typed()), state.whole());
    answer(state.wrong(), Phrase.RETURNING__WRONG, Phrase.RETURNING__HOW);
  }
}
