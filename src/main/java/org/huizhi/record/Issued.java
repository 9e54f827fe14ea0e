package org.huizhi.record;

/** A number that is now given, with the job that waits to be printed. */
public record Issued(String imageNumber, PrintJob job) {}
