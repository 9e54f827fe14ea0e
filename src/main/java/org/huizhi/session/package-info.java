/** One applicant's story: states, events, effects, and a pure function from one to the next. */
@NullMarked
package org.huizhi.session;

import org.jspecify.annotations.NullMarked;
