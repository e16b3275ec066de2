/** The change feed: every replica learns of every change, by asking the store, and at once through a wake-up call. */
@NullMarked
package org.ardina.change;

import org.jspecify.annotations.NullMarked;
