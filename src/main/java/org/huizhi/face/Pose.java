package org.huizhi.face;

/**
 * Where the head points, in degrees, 0 when it looks straight at the camera.
 *
 * @param yawDegrees positive when the nose points to the right edge of the unmirrored picture
 * @param pitchDegrees positive when the chin is raised
 * @param rollDegrees positive when the head leans clockwise in the unmirrored picture
 */
public record Pose(double yawDegrees, double pitchDegrees, double rollDegrees) {}
