package org.huizhi.check;

import org.huizhi.camera.Frame;
import org.huizhi.face.Sighting;

/**
 * What the judge thread says of the newest frame that it judged.
 *
 * @param frame which frame
 * @param sighting what was found in it
 * @param exact the verdict on this frame alone
 * @param calm the verdict to show: findings in it turn only after the new ones have lasted
 * @param held how much of the waiting time every rule has held, 0 to 1
 * @param judgedNanos when it was judged, on the clock of {@link System#nanoTime}
 */
public record Guidance(
    Frame frame, Sighting sighting, Verdict exact, Verdict calm, double held, long judgedNanos) {}
