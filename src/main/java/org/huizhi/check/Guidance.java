package org.huizhi.check;

import java.time.Duration;
import java.util.Optional;
import org.huizhi.camera.Frame;
import org.huizhi.face.Sighting;

/**
 * What the judge thread says of the newest frame that it judged.
 *
 * @param frame which frame
 * @param sighting what was found in it
 * @param eyes where to draw what follows the face; empty when there is none
 * @param exact the verdict on this frame alone
 * @param calm the verdict to show: findings in it turn only after the new ones have lasted
 * @param held how much of the waiting time every rule has held, 0 to 1
 * @param outlineAge how old the person's outline was that the shoulders, the hair and the wall were
 *     judged by
 * @param pixelsAge how old the findings of the rules that look at pixels are; those of the face's
 *     points are of this frame
 */
public record Guidance(
    Frame frame,
    Sighting sighting,
    Optional<SteadyEyes> eyes,
    Verdict exact,
    Verdict calm,
    double held,
    Duration outlineAge,
    Duration pixelsAge) {}
