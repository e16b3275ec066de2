/** Business exceptions and their stable codes. */
@NullMarked
package org.ardina.problem;

import org.jspecify.annotations.NullMarked;
