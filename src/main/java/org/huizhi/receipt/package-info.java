/** The slip: image number, layout, PDF and barcode. */
@NullMarked
package org.huizhi.receipt;

import org.jspecify.annotations.NullMarked;
