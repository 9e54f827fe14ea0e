/** Tests of the whole kiosk and its commands. */
@NullMarked
package org.huizhi.app;

import org.jspecify.annotations.NullMarked;
