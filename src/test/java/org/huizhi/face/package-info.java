/** Tests of what is seen in a picture. */
@NullMarked
package org.huizhi.face;

import org.jspecify.annotations.NullMarked;
