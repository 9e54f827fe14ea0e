/** Tests of the document photo. */
@NullMarked
package org.huizhi.photo;

import org.jspecify.annotations.NullMarked;
