package org.huizhi.session;

/** Stands for a shot that the engine keeps; the session never holds pixels. */
public record ShotRef(long id) {}
