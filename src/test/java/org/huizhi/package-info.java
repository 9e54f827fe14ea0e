/** Tests of the house as a whole: arrows between rooms, format. */
@NullMarked
package org.huizhi;

import org.jspecify.annotations.NullMarked;
