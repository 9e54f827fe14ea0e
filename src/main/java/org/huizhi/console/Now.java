package org.huizhi.console;

import java.util.Optional;
import org.huizhi.check.Advice;
import org.huizhi.queue.Ticket;
import org.huizhi.session.State;

/**
 * What happens at a machine at this moment. It shows nothing of the person but how far they are.
 *
 * @param advice what the live view says
 * @param ticket who is called here or served
 * @param tickets whether this hall gives any
 */
public record Now(State state, Optional<Advice> advice, Optional<Ticket> ticket, boolean tickets) {}
