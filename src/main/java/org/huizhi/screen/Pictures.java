package org.huizhi.screen;

import java.util.Optional;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.ShotRef;
import org.huizhi.session.SlipRef;

/**
 * Looks up what the session only names. Called on the JavaFX thread; empty when the engine has
 * already dropped it.
 */
public interface Pictures {
  /** The shot as JPEG or PNG, not mirrored, any size. */
  Optional<byte[]> shot(ShotRef ref);

  /** The finished photo as it is stored, JPEG. */
  Optional<byte[]> photo(PhotoRef ref);

  /** The slip's page as PNG. */
  Optional<byte[]> slip(SlipRef ref);
}
