/** The database under record and queue: where it is, how it is opened, what goes wrong with it. */
@NullMarked
package org.huizhi.storage;

import org.jspecify.annotations.NullMarked;
