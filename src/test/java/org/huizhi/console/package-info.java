@NullMarked
package org.huizhi.console;

import org.jspecify.annotations.NullMarked;
