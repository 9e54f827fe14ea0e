/** Tests of the configuration. */
@NullMarked
package org.huizhi.config;

import org.jspecify.annotations.NullMarked;
