package org.ardina.store;

import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;

/** Tells failures of a store from defects of ours, for doors that know neither store. */
public final class StoreFailure {

    private static final int DEEPEST = 20;

    private StoreFailure() {}

    /** Whether the exception, or one beneath it, says that MongoDB could not be reached or did not answer in time. */
    public static boolean isCauseOf(Throwable exception) {
        @Nullable Throwable current = exception;
        for (int depth = 0; current != null && depth < DEEPEST; depth++, current = current.getCause()) {
            if (current instanceof StoreUnavailableException || current instanceof MongoException) {
                return true;
            }
        }
        return false;
    }
}
