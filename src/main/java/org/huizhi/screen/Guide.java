package org.huizhi.screen;

import java.util.Optional;
import org.huizhi.check.Advice;

/**
 * What the live view tells the person now.
 *
 * @param ready whether all rules hold in the newest judged frame
 * @param advice the first thing to mend; empty when ready, or before anything was judged
 * @param progress 0 to 1, how much of the time to hold still has passed
 * @param eyes where the face is; empty when none is seen
 * @param dark whether the face needs more light
 */
public record Guide(
    boolean ready, Optional<Advice> advice, double progress, Optional<Eyes> eyes, boolean dark) {
  /** Before the first frame was judged. */
  public static final Guide NOTHING_YET =
      new Guide(false, Optional.empty(), 0, Optional.empty(), false);
}
