package org.ardina.picture;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.BsonString;
import org.bson.Document;

/** Pictures in MongoDB: what there is as documents, the files in GridFS under their names. */
@ApplicationScoped
class PictureRepository implements IndexedCollection {

    private static final String SOURCE = "source";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "pictures";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.descending("uploadedAt")));
    }

    Optional<StoredPicture> find(String id) {
        return Optional.ofNullable(pictures().find(eq("_id", id)).limit(1).first())
                .map(document -> document.getString(SOURCE))
                .flatMap(PictureAddress::of)
                .map(StoredPicture::new);
    }

    /** Keeps a file; one that is there already is the same. */
    void store(String name, byte[] bytes) {
        BsonString id = new BsonString(name);
        if (files().find(eq("_id", id)).limit(1).first() != null) {
            return;
        }
        try {
            files().uploadFromStream(id, name, new ByteArrayInputStream(bytes));
        } catch (MongoException failure) {
            if (ErrorCategory.fromErrorCode(failure.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
    }

    /** Notes a picture whose files are there. */
    void insert(StoredPicture picture, String account) {
        try {
            pictures()
                    .insertOne(new Document("_id", picture.address().id())
                            .append(SOURCE, picture.source())
                            .append("account", account)
                            .append("uploadedAt", Date.from(Instant.now())));
        } catch (MongoException failure) {
            if (ErrorCategory.fromErrorCode(failure.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
    }

    Optional<byte[]> open(String name) {
        BsonString id = new BsonString(name);
        GridFSFile file = files().find(eq("_id", id)).limit(1).first();
        if (file == null) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) file.getLength());
        files().downloadToStream(id, bytes);
        return Optional.of(bytes.toByteArray());
    }

    private MongoCollection<Document> pictures() {
        return store.collection(collectionName());
    }

    private GridFSBucket files() {
        return store.files("pictureFiles");
    }
}
