package org.ardina.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;

/** A database whose collections and indexes are maps of one {@link DurableStore}. */
final class DurableDatabase extends AbstractSynchronizedMongoDatabase<Position> {

    static final String CATALOG = "catalog";
    static final String DOCUMENTS = "documents.";
    private static final String INDEX = "index.";

    private final DurableStore store;
    private final ScanLog scans;

    DurableDatabase(String name, CursorRegistry cursors, DurableStore store, ScanLog scans) {
        super(name, cursors);
        this.store = store;
        this.scans = scans;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equalsIgnoreCase("aggregate")) {
            return new AggregateCommand(this, databases, oplog).run(query);
        }
        if (command.equalsIgnoreCase("find")) {
            query.putIfAbsent("batchSize", 101);
        } else if (command.equalsIgnoreCase("dropIndexes") && query.get("index") instanceof String name) {
            return dropIndexes(String.valueOf(query.get(command)), name);
        }
        Document response = super.handleCommand(channel, command, query, databases, oplog);
        if (command.equalsIgnoreCase("insert") && response.get("writeErrors") instanceof List<?> errors) {
            response.put("n", inserted(query, errors));
        }
        return response;
    }

    /** The server would drop the indexes of that name of all collections. */
    private Document dropIndexes(String collectionName, String name) {
        MongoCollection<Position> collection = resolveCollection(collectionName, true);
        List<Index<Position>> indexes = collection.getIndexes().stream()
                .filter(index -> name.equals("*") ? index instanceof OrderedIndex : name.equals(index.getName()))
                .toList();
        if (indexes.isEmpty() && !name.equals("*")) {
            throw new IndexNotFoundException("index not found with name [" + name + "]");
        }
        for (Index<Position> index : indexes) {
            dropIndex(collection, index.getName());
            Document description = new Document("ns", collection.getFullName()).append("name", index.getName());
            getOrCreateIndexesCollection().deleteDocuments(description, 0);
        }
        Document response = new Document();
        Utils.markOkay(response);
        return response;
    }

    /** The server counts the documents it refused, too. */
    private static int inserted(Document query, List<?> errors) {
        if (Utils.isTrue(query.get("ordered")) && errors.get(0) instanceof Document error) {
            return (int) error.getOrDefault("index", 0);
        }
        return query.get("documents") instanceof List<?> sent ? sent.size() - errors.size() : 0;
    }

    @Override
    protected MongoCollection<Position> openOrCreateCollection(String name, CollectionOptions options) {
        OrderedMap documents = store.map(documentsMap(name));
        return new DurableCollection(this, name, options, cursorRegistry, documents, scans);
    }

    @Override
    protected Index<Position> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> fields, boolean sparse) {
        if (fields.size() == 1 && fields.get(0).getKey().equals("_id")) {
            return new PrimaryIndex(store.map(documentsMap(collection)), name, fields);
        }
        return new OrderedIndex(store, indexMap(collection, name), name, fields, true, sparse);
    }

    @Override
    protected Index<Position> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> fields, boolean sparse) {
        return new OrderedIndex(store, indexMap(collection, name), name, fields, false, sparse);
    }

    @Override
    protected void dropIndex(MongoCollection<Position> collection, String name) {
        super.dropIndex(collection, name);
        store.removeMap(indexMap(collection.getCollectionName(), name));
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.removeMap(documentsMap(name));
    }

    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
        if (oldDatabase != this) {
            throw new MongoServerError(ErrorCode.IllegalOperation, "Collections stay in their database.");
        }
        String oldName = collection.getCollectionName();
        store.renameMap(documentsMap(oldName), documentsMap(newName));
        for (Index<?> index : collection.getIndexes()) {
            if (index instanceof OrderedIndex ordered) {
                store.renameMap(indexMap(oldName, index.getName()), indexMap(newName, index.getName()));
                ordered.renamed(indexMap(newName, index.getName()));
            }
        }
        super.moveCollection(oldDatabase, collection, newName);
    }

    private String documentsMap(String collection) {
        return DOCUMENTS + getFullCollectionNamespace(collection);
    }

    private String indexMap(String collection, String index) {
        return INDEX + getFullCollectionNamespace(collection) + "." + index;
    }

    @Override
    protected long getStorageSize() {
        return store.file().getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
