/** Tests of the name entry. */
@NullMarked
package org.huizhi.name;

import org.jspecify.annotations.NullMarked;
