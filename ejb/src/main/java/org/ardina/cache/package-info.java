/** What is shared through Redis and can be lost: wake-up calls. */
@NullMarked
package org.ardina.cache;

import org.jspecify.annotations.NullMarked;
