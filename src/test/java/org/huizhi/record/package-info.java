/** Tests of the record room. */
@NullMarked
package org.huizhi.record;

import org.jspecify.annotations.NullMarked;
