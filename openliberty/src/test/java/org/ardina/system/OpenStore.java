package org.ardina.system;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.ardina.embedded.EmbeddedMongo;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A server whose MongoDB a test can look into: a real one that the environment names, else an embedded one that runs in
 * the process of the tests. It tells of queries that looked at a whole collection.
 */
final class OpenStore implements AutoCloseable {

    private static final Logger EMBEDDED_SCANS = Logger.getLogger("org.ardina.embedded.scan");

    private final @Nullable EmbeddedMongo embedded;
    private final MongoClient client;
    private final MongoDatabase database;
    private final ServerProcess server;
    private final Told told = new Told();
    private final List<String> provoked = new CopyOnWriteArrayList<>();

    private OpenStore() {
        Path directory = TestDirectory.make("open-store");
        String configured = TestStores.environment().get("ARDINA_MONGODB_URI");
        embedded = configured == null ? new EmbeddedMongo() : null;
        String uri = embedded == null
                ? Objects.requireNonNull(configured)
                : embedded.start(directory.resolve("data").resolve("mongodb"));
        client = MongoClients.create(uri);
        database = client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()));
        if (embedded == null) {
            database.runCommand(new Document("profile", 2));
        } else {
            EMBEDDED_SCANS.addHandler(told);
        }
        server = ServerProcess.start(
                directory,
                Map.of(
                        "ARDINA_MONGODB_URI", uri,
                        "ARDINA_COMMENTS_LETTERS_EVERY", "PT1S",
                        "ARDINA_DEMONSTRATION_ENABLED", "true"));
    }

    ServerProcess server() {
        return server;
    }

    NewsSite site() {
        return server.site();
    }

    MongoDatabase database() {
        return database;
    }

    /** The queries so far, of this server or of the test, that no index served. */
    List<String> scans() {
        if (embedded != null) {
            return told.messages.stream()
                    .filter(message -> provoked.stream().noneMatch(message::contains))
                    .toList();
        }
        List<String> scans = new ArrayList<>();
        Document scanned = new Document("planSummary", new Document("$regex", "COLLSCAN"))
                .append("ns", new Document("$not", new Document("$regex", "\\.system\\.")))
                .append("command.profile", new Document("$exists", false));
        for (Document operation : database.getCollection("system.profile").find(scanned)) {
            String scan = operation.getString("ns") + " " + operation.get("command");
            if (provoked.stream().noneMatch(scan::contains)) {
                scans.add(scan);
            }
        }
        return scans;
    }

    /** Leaves out from now on what a test did itself. */
    void forgetScans(String collection) {
        provoked.add(collection);
    }

    @Override
    public void close() {
        EMBEDDED_SCANS.removeHandler(told);
        server.close();
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    /** Keeps what the embedded server tells of. */
    private static final class Told extends Handler {

        private final List<String> messages = new CopyOnWriteArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord told) {
            if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
                messages.add(formatter.formatMessage(told));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Gives tests one such server, started for the first of them and stopped after the last. */
    static final class Provider implements ParameterResolver {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(OpenStore.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OpenStore.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(OpenStore.class, type -> new OpenStore(), OpenStore.class);
        }
    }
}
