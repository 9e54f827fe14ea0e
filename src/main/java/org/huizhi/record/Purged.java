package org.huizhi.record;

/**
 * What a purge did.
 *
 * @param cases how many cases lost their photo, personal fields and slips
 * @param stillOpen how many of their print jobs were given up because they were still open
 * @param due which cases were purged
 */
public record Purged(int cases, int stillOpen, Due due) {
  Purged and(Purged more) {
    return new Purged(cases + more.cases, stillOpen + more.stillOpen, due);
  }
}
