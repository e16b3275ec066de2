/** Who did what, when: a trail that is only ever added to. */
@NullMarked
package org.ardina.audit;

import org.jspecify.annotations.NullMarked;
