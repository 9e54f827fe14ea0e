/** Tests of the session: its table, its promises over random stories, and what may be typed. */
@NullMarked
package org.huizhi.session;

import org.jspecify.annotations.NullMarked;
