@NullMarked
package org.huizhi.storage;

import org.jspecify.annotations.NullMarked;
