package org.huizhi.name;

/**
 * What may have been meant.
 *
 * @param text one or more characters
 * @param letters how many of the typed letters it takes
 */
public record Candidate(String text, int letters) {}
