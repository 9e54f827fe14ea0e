package org.huizhi.check;

/**
 * Where the eyes are in a frame, smoothed over the frames before it: to draw by, not to judge by.
 *
 * @param xPx middle between the pupils, in the frame's pixels
 * @param yPx the same from the top
 * @param pupilDistancePx between the pupils
 */
public record SteadyEyes(double xPx, double yPx, double pupilDistancePx) {}
