package org.huizhi.screen;

/**
 * Where the eyes are in the newest judged frame, as shares of the unmirrored frame.
 *
 * @param x middle between the pupils, 0 left to 1 right, share of the frame's width
 * @param y the same from the top, share of the frame's height
 * @param distance between the pupils, share of the frame's height
 */
public record Eyes(double x, double y, double distance) {}
