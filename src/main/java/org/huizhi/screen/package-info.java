/** What the applicant sees. */
@NullMarked
package org.huizhi.screen;

import org.jspecify.annotations.NullMarked;
