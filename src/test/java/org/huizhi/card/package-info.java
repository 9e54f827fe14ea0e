/** Tests of the card reader. */
@NullMarked
package org.huizhi.card;

import org.jspecify.annotations.NullMarked;
