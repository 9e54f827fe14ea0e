/** Tests of the printer room. */
@NullMarked
package org.huizhi.printer;

import org.jspecify.annotations.NullMarked;
