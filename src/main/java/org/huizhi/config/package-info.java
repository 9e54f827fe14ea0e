/** Reads kiosk-config into the records of the other rooms and reports every mistake at once. */
@NullMarked
package org.huizhi.config;

import org.jspecify.annotations.NullMarked;
