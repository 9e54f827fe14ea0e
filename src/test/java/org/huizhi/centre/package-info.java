@NullMarked
package org.huizhi.centre;

import org.jspecify.annotations.NullMarked;
