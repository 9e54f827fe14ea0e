/** Identity cards laid on a reader. */
@NullMarked
package org.huizhi.card;

import org.jspecify.annotations.NullMarked;
