/**
 * Review of photos by an outside detection centre over HTTPS, by the contract in {@code
 * detection-centre.yaml}: what is sent, how it is asked, what its answers mean, and a small centre
 * to try against.
 */
@NullMarked
package org.huizhi.centre;

import org.jspecify.annotations.NullMarked;
