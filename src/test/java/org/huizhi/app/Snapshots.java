package org.huizhi.app;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;

/** Pictures of nodes that may be larger than their window. */
public final class Snapshots {
  private Snapshots() {}

  /** The node as a PNG; on the JavaFX thread. */
  public static byte[] png(Node node) {
    return Snapshot.png(node.snapshot(new SnapshotParameters(), null));
  }
}
