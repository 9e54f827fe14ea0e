package org.huizhi.check;

/**
 * A rule of where the face's points and the person's outline are. It does not look at the picture's
 * pixels, so that it costs next to nothing and can be judged in every frame.
 */
interface OfPoints {}
