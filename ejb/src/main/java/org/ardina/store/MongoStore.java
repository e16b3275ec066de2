package org.ardina.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** MongoDB, the truth: acknowledged by a majority, every operation bounded in time. */
@ApplicationScoped
public class MongoStore {

    private static final String DEFAULT_DATABASE = "ardina";

    @Inject
    private MongoConfiguration configuration;

    @Inject
    private EmbeddedStores embeddedStores;

    private @Nullable MongoClient client;
    private @Nullable MongoDatabase database;
    private volatile boolean open;
    private volatile boolean away;

    /**
     * A collection to read and write.
     *
     * @throws StoreUnavailableException until the indexes, on which uniqueness rests, are there, and at once while
     *     MongoDB is known to be away, so that nobody's thread is held up for the time that an operation may take
     */
    public MongoCollection<Document> collection(String name) {
        requireAvailable();
        return database().getCollection(name);
    }

    /**
     * A bucket of large files, with ten minutes for one file to come or go.
     *
     * @throws StoreUnavailableException as {@link #collection}
     */
    public GridFSBucket files(String bucket) {
        requireAvailable();
        return GridFSBuckets.create(longRunning(), bucket);
    }

    /** For what takes longer the more there is. */
    private MongoDatabase longRunning() {
        return database().withTimeout(10, TimeUnit.MINUTES);
    }

    /** Asks the server for a sign of life. */
    void ping() {
        try {
            database().runCommand(new Document("ping", 1));
            away = false;
        } catch (MongoException | StoreUnavailableException failure) {
            away = true;
            throw failure;
        }
    }

    /** Makes the indexes that are missing or were made differently, then opens for work. May be repeated. */
    void open(Iterable<IndexedCollection> collections) {
        for (IndexedCollection collection : collections) {
            new IndexCreation(longRunning().getCollection(collection.collectionName())).create(collection.indexes());
        }
        open = true;
    }

    private void requireAvailable() {
        if (!open) {
            throw new StoreUnavailableException("MongoDB has not been reached since this server started");
        }
        if (away) {
            throw new StoreUnavailableException("MongoDB did not answer when it was last asked for a sign of life");
        }
    }

    private synchronized MongoDatabase database() {
        if (database == null) {
            ConnectionString address = new ConnectionString(configuration
                    .uri()
                    .orElseGet(() -> embeddedStores.address(EmbeddedStore.Kind.MONGODB, MongoConfiguration.URI)));
            try {
                client = MongoClients.create(settings(address));
            } catch (MongoException unreachable) {
                throw new StoreUnavailableException("MongoDB: " + unreachable.getMessage(), unreachable);
            }
            String name = address.getDatabase();
            database = client.getDatabase(name == null ? DEFAULT_DATABASE : name);
        }
        return database;
    }

    private MongoClientSettings settings(ConnectionString address) {
        long timeout = configuration.timeout().toMillis();
        return MongoClientSettings.builder()
                .applyConnectionString(address)
                .applicationName("ardina")
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.LOCAL)
                .readPreference(ReadPreference.primaryPreferred())
                .timeout(timeout, TimeUnit.MILLISECONDS)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(Math.min(timeout, 3000), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(Math.min(timeout, 3000), TimeUnit.MILLISECONDS))
                .build();
    }

    @PreDestroy
    synchronized void close() {
        open = false;
        if (client != null) {
            client.close();
        }
    }
}
