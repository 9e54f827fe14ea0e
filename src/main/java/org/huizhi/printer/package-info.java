/** Printers, and jobs whose end is known. */
@NullMarked
package org.huizhi.printer;

import org.jspecify.annotations.NullMarked;
