/** Tests of the cameras. */
@NullMarked
package org.huizhi.camera;

import org.jspecify.annotations.NullMarked;
