/** The drivers of real cameras, and the process that keeps their crashes away from the kiosk. */
@NullMarked
package org.huizhi.camera.device;

import org.jspecify.annotations.NullMarked;
