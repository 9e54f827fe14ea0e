/** Tests of the receipt room. */
@NullMarked
package org.huizhi.receipt;

import org.jspecify.annotations.NullMarked;
