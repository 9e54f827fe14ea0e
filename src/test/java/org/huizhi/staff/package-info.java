@NullMarked
package org.huizhi.staff;

import org.jspecify.annotations.NullMarked;
