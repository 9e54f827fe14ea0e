package org.huizhi.centre;

import org.huizhi.record.KeptCase;

/** The detection centre as a machine speaks to it. Each call may be made again with no harm. */
public interface Centre {
  /** Hands a photo in. */
  Reply submit(KeptCase kept);

  /** Asks what became of a photo that was handed in. */
  Reply ask(KeptCase kept);

  /** Says that nobody waits for the answer any more. */
  Reply cancel(KeptCase kept);
}
