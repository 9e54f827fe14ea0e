/** Recordings as a camera, with faults on demand. */
@NullMarked
package org.huizhi.camera.replay;

import org.jspecify.annotations.NullMarked;
