package org.huizhi.card;

import java.io.IOException;
import java.util.Optional;

/** A device that reads cards; one thread. */
public interface CardReader extends AutoCloseable {
  /**
   * The card that was laid on since the last look; empty when there is none, or one that it cannot
   * read.
   *
   * @throws IOException when the reader does not answer
   */
  Optional<IdCard> look() throws IOException;

  @Override
  void close();
}
