@NullMarked
package org.huizhi.board;

import org.jspecify.annotations.NullMarked;
