package org.ardina.embedded;

import org.jspecify.annotations.Nullable;

/** The documents that a query has to look at, in the order in which it returns them. */
interface Candidates {

    /** The next one; null: no more. */
    @Nullable Candidate next();

    /** Lets go of the state of the store; the next call goes on with the state at that time. */
    default void pause() {}
}
