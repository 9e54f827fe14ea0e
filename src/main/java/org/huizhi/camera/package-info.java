/**
 * Where pictures come from: which camera, kept alive by its loop, and the one-slot latest frame.
 */
@NullMarked
package org.huizhi.camera;

import org.jspecify.annotations.NullMarked;
