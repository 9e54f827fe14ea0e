/** Says aloud what stands on the screen. */
@NullMarked
package org.huizhi.voice;

import org.jspecify.annotations.NullMarked;
