/** Readers' comments. */
@NullMarked
package org.ardina.comment;

import org.jspecify.annotations.NullMarked;
