package org.huizhi.session;

/**
 * That staff take a photo which the checks alone did not.
 *
 * @param by the number of who of the staff answers for it
 * @param why the reason given; may be empty
 */
public record Approval(String by, String why) {}
