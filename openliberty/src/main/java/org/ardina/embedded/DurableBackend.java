package org.ardina.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The databases of a {@link DurableStore}; it decides which commands read and which write. */
final class DurableBackend extends AbstractMongoBackend {

    private static final String ADMIN = "admin";

    private static final Set<String> READING_COMMANDS = Set.of(
            "aggregate",
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getlasterror",
            "getmore",
            "hello",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listindexes",
            "ping",
            "serverstatus",
            "validate",
            "whatsmyuri");

    private final DurableStore store;
    private final ScanLog scans;

    DurableBackend(DurableStore store, ScanLog scans) {
        this.store = store;
        this.scans = scans;
        store.write(() -> {
            store.file().getMapNames().stream()
                    .filter(map -> map.startsWith(DurableDatabase.DOCUMENTS))
                    .map(map -> Utils.firstFragment(map.substring(DurableDatabase.DOCUMENTS.length())))
                    .distinct()
                    .forEach(this::resolveDatabase);
            return true;
        });
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, getCursorRegistry(), store, scans);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerError e) {
            // Here, because the server logs it with the whole document, and a duplicate key is nothing unusual.
            Document response = new Document("ok", 0.0);
            response.put("errmsg", e.getMessageWithoutErrorCode());
            response.put("code", e.getCode());
            response.putIfNotNull("codeName", e.getCodeName());
            return response;
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Supplier<Document> action = () -> super.handleCommand(channel, database, command, query);
        return reads(database, command, query) ? store.read(action) : store.write(action);
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return store.read(() -> super.handleQuery(query));
    }

    private boolean reads(String database, String command, Document query) {
        boolean exists = database.equals(ADMIN) || listDatabaseNames().contains(database);
        return exists && READING_COMMANDS.contains(command.toLowerCase(Locale.ROOT)) && !AggregateCommand.writes(query);
    }
}
