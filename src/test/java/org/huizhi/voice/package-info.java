/** Tests of the voice. */
@NullMarked
package org.huizhi.voice;

import org.jspecify.annotations.NullMarked;
