/** What is in a picture: faces, landmarks, pose, person mask. Numbers, no judgement. */
@NullMarked
package org.huizhi.face;

import org.jspecify.annotations.NullMarked;
