package org.huizhi;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Says aloud which test was skipped and why: Surefire itself only counts them. */
public final class SaySkipped implements TestExecutionListener {
  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      String why = result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
      System.err.println(
          "SKIPPED "
              + test.getDisplayName()
              + ": "
              + why.replaceFirst("^Assumption failed: (SKIPPED: )?", ""));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    System.err.println("SKIPPED " + test.getDisplayName() + ": " + reason);
  }
}
