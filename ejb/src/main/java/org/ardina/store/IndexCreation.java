package org.ardina.store;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.BsonDocument;
import org.bson.Document;

/** Gives a collection the indexes that it is to have. Those that it is no longer to have stay: older replicas may need them. */
final class IndexCreation {

    private static final Logger LOG = Logger.getLogger(IndexCreation.class.getName());

    // Error codes of MongoDB (src/mongo/base/error_codes.yml).
    private static final int INDEX_NOT_FOUND = 27;
    private static final int INDEX_OPTIONS_CONFLICT = 85;
    private static final int INDEX_KEY_SPECS_CONFLICT = 86;

    private final MongoCollection<Document> collection;

    IndexCreation(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Makes those that are missing, and those anew that are there with other options. May be repeated. */
    void create(List<IndexModel> indexes) {
        try {
            collection.createIndexes(indexes);
        } catch (MongoCommandException refused) {
            requireConflict(refused);
            indexes.forEach(this::createAnew);
        }
    }

    private void createAnew(IndexModel index) {
        try {
            collection.createIndexes(List.of(index));
        } catch (MongoCommandException refused) {
            requireConflict(refused);
            LOG.log(
                    Level.INFO,
                    "The index {0} of the collection {1} is made anew, as an earlier version made it differently",
                    new Object[] {index.getKeys(), collection.getNamespace().getCollectionName()});
            drop(index);
            collection.createIndexes(List.of(index));
        }
    }

    private void drop(IndexModel index) {
        BsonDocument keys = index.getKeys().toBsonDocument();
        for (BsonDocument there : collection.listIndexes(BsonDocument.class)) {
            if (there.getDocument("key").equals(keys)) {
                dropIfPresent(there.getString("name").getValue());
            }
        }
    }

    private void dropIfPresent(String name) {
        try {
            collection.dropIndex(name);
        } catch (MongoCommandException refused) {
            // Another replica was quicker.
            if (refused.getErrorCode() != INDEX_NOT_FOUND) {
                throw refused;
            }
        }
    }

    private static void requireConflict(MongoCommandException refused) {
        if (refused.getErrorCode() != INDEX_OPTIONS_CONFLICT && refused.getErrorCode() != INDEX_KEY_SPECS_CONFLICT) {
            throw refused;
        }
    }
}
