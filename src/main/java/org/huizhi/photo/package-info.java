/** The document photo: crop, background, file, and the list of pixel operations. */
@NullMarked
package org.huizhi.photo;

import org.jspecify.annotations.NullMarked;
