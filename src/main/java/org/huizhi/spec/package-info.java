/** What each document demands, as records: sizes, limits, background, file, slip. Pure data. */
@NullMarked
package org.huizhi.spec;

import org.jspecify.annotations.NullMarked;
