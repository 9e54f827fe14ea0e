/** What the whole hall sees: who is called, and where tickets are taken. */
@NullMarked
package org.huizhi.board;

import org.jspecify.annotations.NullMarked;
