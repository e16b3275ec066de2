package org.ardina.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The audit trail in MongoDB. Nothing here changes an entry. */
@ApplicationScoped
class AuditRepository implements IndexedCollection {

    private static final String ID = "_id";
    private static final String TIME = "time";
    private static final String ACTOR = "actor";
    private static final String ACTION = "action";
    private static final String SUBJECT = "subject";
    private static final String DETAILS = "details";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "audit";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending(ACTOR, ID)),
                new IndexModel(Indexes.ascending(ACTION, ID)),
                new IndexModel(Indexes.ascending(SUBJECT, ID)),
                new IndexModel(
                        Indexes.ascending(TIME),
                        new IndexOptions().expireAfter(AuditTrail.KEPT.toSeconds(), TimeUnit.SECONDS)));
    }

    void insert(@Nullable String actor, String action, String subject, Map<String, String> details, Instant now) {
        entries()
                .insertOne(new Document(TIME, Date.from(now))
                        .append(ACTOR, actor)
                        .append(ACTION, action)
                        .append(SUBJECT, subject)
                        .append(DETAILS, new Document(new LinkedHashMap<>(details))));
    }

    /** Newest first. */
    List<AuditEntry> list(AuditQuery query, @Nullable ObjectId before, int limit) {
        List<Bson> conditions = new ArrayList<>();
        add(conditions, ACTOR, query.actor());
        add(conditions, ACTION, query.action());
        add(conditions, SUBJECT, query.subject());
        if (before != null) {
            conditions.add(lt(ID, before));
        }
        return entries()
                .find(conditions.isEmpty() ? new Document() : and(conditions))
                .sort(Indexes.descending(ID))
                .limit(limit)
                .map(AuditRepository::read)
                .into(new ArrayList<>());
    }

    /** Removes what is older, where the store does not do so by itself. */
    void deleteOlder(Instant time) {
        entries().deleteMany(lt(TIME, Date.from(time)));
    }

    private static void add(List<Bson> conditions, String field, @Nullable String value) {
        if (value != null) {
            conditions.add(eq(field, value));
        }
    }

    private static AuditEntry read(Document document) {
        Map<String, String> details = new LinkedHashMap<>();
        document.get(DETAILS, new Document()).forEach((name, value) -> details.put(name, String.valueOf(value)));
        return new AuditEntry(
                document.getObjectId(ID).toHexString(),
                document.getDate(TIME).toInstant(),
                document.getString(ACTOR),
                document.getString(ACTION),
                document.getString(SUBJECT),
                details);
    }

    private MongoCollection<Document> entries() {
        return store.collection(collectionName());
    }
}
