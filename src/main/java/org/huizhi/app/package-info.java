/** The hall: the command line, the wiring, and the threads that carry out effects. */
@NullMarked
package org.huizhi.app;

import org.jspecify.annotations.NullMarked;
