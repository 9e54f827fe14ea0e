@NullMarked
package org.huizhi.camera.replay;

import org.jspecify.annotations.NullMarked;
