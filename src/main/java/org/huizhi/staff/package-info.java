/** Who of the staff may do what: persons, their PINs, and the book of what they did. */
@NullMarked
package org.huizhi.staff;

import org.jspecify.annotations.NullMarked;
