@NullMarked
package org.huizhi.queue;

import org.jspecify.annotations.NullMarked;
