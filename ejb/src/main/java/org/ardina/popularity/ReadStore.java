package org.ardina.popularity;

/** Where the reads of all replicas come together. */
interface ReadStore {

    /** Adds counts, once however often it is called. It may throw though all or some of them were added. */
    void add(ReadCounts counts);
}
