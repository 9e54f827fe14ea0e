package org.huizhi.record;

import java.time.Instant;

/**
 * What a purge did.
 *
 * @param cases how many cases lost their photo, personal fields and slips
 * @param stillOpen how many of their print jobs were given up because they were still open
 * @param olderThan cases shot before this moment were purged
 */
public record Purged(int cases, int stillOpen, Instant olderThan) {}
