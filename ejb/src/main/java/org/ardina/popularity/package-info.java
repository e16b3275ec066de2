/** What is read: counted in each replica, kept in MongoDB by span of time, ranked. */
@NullMarked
package org.ardina.popularity;

import org.jspecify.annotations.NullMarked;
