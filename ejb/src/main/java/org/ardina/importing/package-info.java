/** Importing articles from other systems, item by item, resumable and idempotent. */
@NullMarked
package org.ardina.importing;

import org.jspecify.annotations.NullMarked;
