/** What is kept of a case: the store, its encryption, and the key. */
@NullMarked
package org.huizhi.record;

import org.jspecify.annotations.NullMarked;
