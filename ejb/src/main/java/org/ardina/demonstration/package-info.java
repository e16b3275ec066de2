/** A small edition of our own, so that a first run shows a paper rather than an empty page. */
@NullMarked
package org.ardina.demonstration;

import org.jspecify.annotations.NullMarked;
