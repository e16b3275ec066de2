package org.ardina.store;

import java.nio.file.Path;

/**
 * A store that runs on this machine when no address of a real one is configured, so that a first run needs nothing but
 * Java. Implementations are found through {@link java.util.ServiceLoader}; a production server leaves them out.
 */
public interface EmbeddedStore extends AutoCloseable {

    /** Which store this is. */
    Kind kind();

    /**
     * Starts the store and returns the address at which it can be reached. What was acknowledged before is there again,
     * however the process that wrote it ended.
     *
     * @param directory where the store keeps its files; made when absent
     * @throws StoreUnavailableException if it cannot start; the message says what to do
     */
    String start(Path directory);

    /** Stops the store, keeping what it holds. */
    @Override
    void close();

    enum Kind {
        MONGODB,
        REDIS
    }
}
