package org.ardina.cache;

/**
 * A point in the order of purges that all replicas share. A page that began to be rendered at this point shows every
 * change whose purge came before it.
 *
 * @param epoch unlike any other; a new one begins when the order was lost
 */
record Generation(String epoch, long sequence) {}
