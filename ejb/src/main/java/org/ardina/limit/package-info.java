/** How often somebody may do something. */
@NullMarked
package org.ardina.limit;

import org.jspecify.annotations.NullMarked;
