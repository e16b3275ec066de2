package org.ardina.newsroom;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What writers have not finished, in MongoDB, by account. */
@ApplicationScoped
class AutosaveRepository implements IndexedCollection {

    private static final String ACCOUNT = "account";
    private static final String SAVED_AT = "savedAt";
    private static final Bson NEWEST_FIRST = Indexes.descending(SAVED_AT);

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "autosaves";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.compoundIndex(Indexes.ascending(ACCOUNT), NEWEST_FIRST)),
                new IndexModel(Indexes.ascending(SAVED_AT)));
    }

    /** Keeps it in the place of what was there, and of an account's only the newest ones. */
    void save(String account, Autosave autosave, int most) {
        Document document = new Document("_id", id(account, autosave.key()))
                .append(ACCOUNT, account)
                .append("key", autosave.key())
                // As a list: names of fields are no names of a document's fields.
                .append(
                        "fields",
                        autosave.fields().entrySet().stream()
                                .map(field -> new Document("name", field.getKey()).append("text", field.getValue()))
                                .toList())
                .append(SAVED_AT, Date.from(autosave.savedAt()));
        if (autosave.basedOn() != null) {
            document.append("basedOn", autosave.basedOn());
        }
        autosaves().replaceOne(eq("_id", id(account, autosave.key())), document, new ReplaceOptions().upsert(true));
        Document tooMany = autosaves()
                .find(eq(ACCOUNT, account))
                .sort(NEWEST_FIRST)
                .skip(most)
                .limit(1)
                .first();
        if (tooMany != null) {
            autosaves().deleteMany(and(eq(ACCOUNT, account), lte(SAVED_AT, tooMany.getDate(SAVED_AT))));
        }
    }

    Optional<Autosave> find(String account, String key) {
        return Optional.ofNullable(
                        autosaves().find(eq("_id", id(account, key))).limit(1).first())
                .map(AutosaveRepository::read);
    }

    List<Autosave> list(String account, int limit) {
        return autosaves()
                .find(eq(ACCOUNT, account))
                .sort(NEWEST_FIRST)
                .limit(limit)
                .map(AutosaveRepository::read)
                .into(new ArrayList<>());
    }

    void delete(String account, String key) {
        autosaves().deleteOne(eq("_id", id(account, key)));
    }

    void deleteOlder(Instant time) {
        autosaves().deleteMany(lt(SAVED_AT, Date.from(time)));
    }

    private static String id(String account, String key) {
        return account + ":" + key;
    }

    private static Autosave read(Document document) {
        @Nullable Number basedOn = document.get("basedOn", Number.class);
        return new Autosave(
                document.getString("key"),
                document.getList("fields", Document.class).stream()
                        .collect(Collectors.toMap(field -> field.getString("name"), field -> field.getString("text"))),
                basedOn == null ? null : basedOn.longValue(),
                document.getDate(SAVED_AT).toInstant());
    }

    private MongoCollection<Document> autosaves() {
        return store.collection(collectionName());
    }
}
