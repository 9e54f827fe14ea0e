package org.huizhi.record;

/**
 * Who of the staff answers for a photo that the checks alone did not accept.
 *
 * @param by their staff number
 * @param why the reason given; may be empty
 */
public record Decided(String by, String why) {}
