@NullMarked
package org.huizhi.camera.device;

import org.jspecify.annotations.NullMarked;
