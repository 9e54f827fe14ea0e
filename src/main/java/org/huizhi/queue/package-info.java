/** Who is next: tickets, calls, and what is told to those who wait. */
@NullMarked
package org.huizhi.queue;

import org.jspecify.annotations.NullMarked;
