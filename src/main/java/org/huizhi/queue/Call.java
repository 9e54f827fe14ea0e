package org.huizhi.queue;

import java.time.Instant;

/**
 * That somebody was called, for the hall to see and hear.
 *
 * @param number the ticket's number
 * @param direction the way to the machine; may be empty
 * @param times how often it was called by now
 * @param waitedFor whether the person has not come yet
 */
public record Call(
    String number, String machine, String direction, int times, Instant at, boolean waitedFor) {}
