package org.huizhi.session;

/** Stands for a finished photo that the engine keeps; the session never holds its bytes. */
public record PhotoRef(long id) {}
