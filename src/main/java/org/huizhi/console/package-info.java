/** What the staff see: at a machine over its screen, or on a console of their own. */
@NullMarked
package org.huizhi.console;

import org.jspecify.annotations.NullMarked;
