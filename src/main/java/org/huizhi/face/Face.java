package org.huizhi.face;

/** The face that is judged: the largest in the picture. */
public record Face(FaceBox box, Landmarks landmarks, Pose pose) {}
