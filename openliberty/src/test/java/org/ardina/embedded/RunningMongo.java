package org.ardina.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.Set;
import org.bson.Document;

/** An {@link EmbeddedMongo} with a client. */
final class RunningMongo implements AutoCloseable {

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final MongoClient client;

    RunningMongo(Path directory) {
        client = MongoClients.create(mongo.start(directory));
    }

    MongoDatabase database() {
        return client.getDatabase("ardina");
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    /** The shapes of the queries that no index served. */
    Set<String> scans() {
        return mongo.scans().shapes();
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
