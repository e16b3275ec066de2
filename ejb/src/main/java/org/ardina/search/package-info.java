/**
 * Search: an index in each replica, built from MongoDB and kept current by the change feed, and what is asked of it.
 *
 * <p>Lucene is used directly. Through Hibernate Search's standalone mapper a start took 1.2 seconds more (2.1 instead
 * of 0.9, one empty index on an otherwise plain JVM), and twice the bytes of libraries; the position in the change feed
 * that a commit carries, the check of all files at the start and suggestions for misspelled words would have been calls
 * to Lucene past it.
 */
@NullMarked
package org.ardina.search;

import org.jspecify.annotations.NullMarked;
