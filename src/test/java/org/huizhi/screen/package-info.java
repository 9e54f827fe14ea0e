/** Tests of the screens, in a window without a display. */
@NullMarked
package org.huizhi.screen;

import org.jspecify.annotations.NullMarked;
