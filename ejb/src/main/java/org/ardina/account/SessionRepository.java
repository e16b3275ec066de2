package org.ardina.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Sessions in MongoDB, by the hash of their token. */
@ApplicationScoped
class SessionRepository implements IndexedCollection {

    /** As many as are listed: more than anybody has in use. */
    static final int MOST_OF_ACCOUNT = 100;

    private static final String ACCOUNT = "account";
    private static final String EPOCH = "epoch";
    private static final String CREATED_AT = "createdAt";
    private static final String LAST_USED_AT = "lastUsedAt";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String DEVICE = "device";
    private static final String ADDRESS = "address";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "sessions";
    }

    @Override
    public List<IndexModel> indexes() {
        // Expiry only tidies up: a store may remove late or never, so it is checked wherever a session is read.
        return List.of(
                new IndexModel(Indexes.ascending(ACCOUNT, LAST_USED_AT)),
                new IndexModel(Indexes.ascending(EXPIRES_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
    }

    /**
     * A session as it is kept.
     *
     * @param id the hash of its token, from which nobody gets the token
     * @param epoch that of its account at the login: with another the session is over
     */
    record Stored(
            String id,
            String account,
            long epoch,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            Device device) {}

    void insert(String tokenHash, String account, long epoch, Instant now, Instant expiresAt, Device device) {
        sessions()
                .insertOne(new Document("_id", tokenHash)
                        .append(ACCOUNT, account)
                        .append(EPOCH, epoch)
                        .append(CREATED_AT, Date.from(now))
                        .append(LAST_USED_AT, Date.from(now))
                        .append(EXPIRES_AT, Date.from(expiresAt))
                        .append(DEVICE, device.description())
                        .append(ADDRESS, device.address()));
    }

    Optional<Stored> find(String tokenHash) {
        return Optional.ofNullable(
                        sessions().find(eq("_id", tokenHash)).limit(1).first())
                .map(SessionRepository::read);
    }

    /** Notes that the session is in use, unless somebody else just did. */
    void touch(String id, Instant notedBefore, Instant now) {
        sessions()
                .updateOne(
                        and(eq("_id", id), lt(LAST_USED_AT, Date.from(notedBefore))),
                        Updates.set(LAST_USED_AT, Date.from(now)));
    }

    /** Those of an account that were used since, last used first. */
    List<Stored> ofAccount(String account, Instant usedSince) {
        return sessions()
                .find(and(eq(ACCOUNT, account), gt(LAST_USED_AT, Date.from(usedSince))))
                .sort(Indexes.descending(LAST_USED_AT))
                .limit(MOST_OF_ACCOUNT)
                .map(SessionRepository::read)
                .into(new ArrayList<>());
    }

    long count(Instant now) {
        return sessions().countDocuments(gt(EXPIRES_AT, Date.from(now)));
    }

    void delete(String tokenHash) {
        sessions().deleteOne(eq("_id", tokenHash));
    }

    /** Ends one of an account's sessions; false if it has no such session. */
    boolean delete(String account, String id) {
        return sessions().deleteOne(and(eq("_id", id), eq(ACCOUNT, account))).getDeletedCount() > 0;
    }

    /** Ends all of an account's sessions but one. */
    void deleteOthers(String account, String tokenHash) {
        sessions().deleteMany(and(eq(ACCOUNT, account), ne("_id", tokenHash)));
    }

    void deleteAll(String account) {
        sessions().deleteMany(eq(ACCOUNT, account));
    }

    /** Removes what is long over, where the store does not do so by itself. */
    void deleteExpired(Instant now) {
        Bson expired = lt(EXPIRES_AT, Date.from(now));
        sessions().deleteMany(expired);
    }

    private static Stored read(Document document) {
        return new Stored(
                document.getString("_id"),
                document.getString(ACCOUNT),
                document.getLong(EPOCH),
                document.getDate(CREATED_AT).toInstant(),
                document.getDate(LAST_USED_AT).toInstant(),
                document.getDate(EXPIRES_AT).toInstant(),
                new Device(document.getString(DEVICE), document.getString(ADDRESS)));
    }

    private MongoCollection<Document> sessions() {
        return store.collection(collectionName());
    }
}
