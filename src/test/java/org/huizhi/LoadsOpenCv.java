package org.huizhi;

import org.huizhi.face.OpenCv;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Loads OpenCV before the first test, so that no test depends on another that loaded it. */
public final class LoadsOpenCv implements TestExecutionListener {
  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    OpenCv.load();
  }
}
