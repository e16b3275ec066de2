package org.ardina.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ardina.store.EmbeddedStore;
import org.ardina.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A server in this process that speaks the MongoDB protocol, on the loopback interface only, and keeps all databases in
 * one file. What it has acknowledged is there again after the process was killed.
 */
public final class EmbeddedMongo implements EmbeddedStore {

    private static final String FILE = "mongodb.mv";

    /** Connections share threads, and one that waits for a writer must not hold up many readers. */
    private static final int THREADS = 32;

    private final ScanLog scans = new ScanLog();
    private @Nullable DurableStore store;
    private @Nullable Compaction compaction;
    private @Nullable MongoServer server;

    @Override
    public Kind kind() {
        return Kind.MONGODB;
    }

    @Override
    public synchronized String start(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreUnavailableException("The directory " + directory + " cannot be made.", e);
        }
        DurableStore opened = DurableStore.open(directory.resolve(FILE));
        store = opened;
        MongoServer started = new MongoServer(new DurableBackend(opened, scans));
        server = started;
        compaction = new Compaction(opened);
        compaction.start();
        started.bind(new InetSocketAddress(Loopback.address(), 0), 1, THREADS);
        return "mongodb://" + Loopback.NAME + ":" + started.getLocalAddress().getPort() + "/ardina";
    }

    /** Queries that no index served, see {@link ScanLog}. */
    ScanLog scans() {
        return scans;
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.shutdownNow();
        }
        if (compaction != null) {
            compaction.close();
        }
        if (store != null) {
            store.close();
        }
        server = null;
        compaction = null;
        store = null;
    }
}
