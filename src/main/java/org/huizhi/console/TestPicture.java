package org.huizhi.console;

import org.huizhi.check.HallPicture;

/**
 * A picture of the empty hall, to be looked at for a moment.
 *
 * @param jpeg smaller than it was taken
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
public record TestPicture(HallPicture facts, byte[] jpeg) {}
