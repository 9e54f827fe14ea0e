package org.huizhi.session;

import java.util.Optional;
import org.huizhi.check.Verdict;

/**
 * The shots of one visit so far.
 *
 * @param shots how many were taken
 * @param best the best of the good photos that the person did not take at once
 */
public record Tries(int shots, Optional<Kept> best) {
  public static final Tries NONE = new Tries(0, Optional.empty());

  /** A good photo that may still be chosen. */
  public record Kept(PhotoRef photo, Verdict verdict) {}

  Tries oneMore() {
    return new Tries(shots + 1, best);
  }

  Tries withoutChoice() {
    return new Tries(shots, Optional.empty());
  }

  /** Keeps a photo for the choice, unless the one that is kept is better. */
  Tries with(Kept photo) {
    boolean better =
        best.isEmpty() || Verdict.BEST_LAST.compare(photo.verdict(), best.get().verdict()) > 0;
    return better ? new Tries(shots, Optional.of(photo)) : this;
  }
}
