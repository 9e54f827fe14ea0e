package org.huizhi.board;

import org.huizhi.queue.Call;

/** Calls people aloud. */
public interface Crier {
  /** Where nothing can be heard. */
  Crier SILENT =
      new Crier() {
        @Override
        public void cry(Call call) {}

        @Override
        public boolean isCrying() {
          return false;
        }
      };

  /** Begins to say a call, and returns at once. */
  void cry(Call call);

  /** Whether a call is not said to its end. */
  boolean isCrying();
}
