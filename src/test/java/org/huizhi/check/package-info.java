/** Tests of the checks. */
@NullMarked
package org.huizhi.check;

import org.jspecify.annotations.NullMarked;
