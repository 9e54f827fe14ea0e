package org.huizhi.session;

/** Stands for a slip that is stored and can be printed, again too. */
public record SlipRef(long id) {}
