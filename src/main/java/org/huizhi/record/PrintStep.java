package org.huizhi.record;

import java.time.Instant;

/**
 * One step of a slip on its way to paper.
 *
 * @param printer empty while the job waits
 * @param detail one English sentence; may be empty
 */
public record PrintStep(Instant at, JobState state, String printer, String detail) {}
