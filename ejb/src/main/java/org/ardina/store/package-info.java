/** Reaching MongoDB and Redis: one validated configuration each, clients, indexes, embedded stores. */
@NullMarked
package org.ardina.store;

import org.jspecify.annotations.NullMarked;
