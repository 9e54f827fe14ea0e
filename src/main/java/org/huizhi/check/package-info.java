/**
 * Does a picture obey the rules: one small record a check, findings, verdict, advice, the judge
 * loop.
 */
@NullMarked
package org.huizhi.check;

import org.jspecify.annotations.NullMarked;
