package org.huizhi.camera;

import java.io.IOException;

/** The light on whoever stands before the camera. One thread. */
public interface Lamp extends AutoCloseable {
  /** Switches it on or off. */
  void shine(boolean on) throws IOException;

  /** Leaves it as it is. */
  @Override
  void close();
}
