/** Where pictures come from: the camera and its drivers, and the one-slot latest frame. */
@NullMarked
package org.huizhi.camera;

import org.jspecify.annotations.NullMarked;
