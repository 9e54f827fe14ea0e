/** Chinese names by touch: what somebody may have meant by the letters that they typed. */
@NullMarked
package org.huizhi.name;

import org.jspecify.annotations.NullMarked;
