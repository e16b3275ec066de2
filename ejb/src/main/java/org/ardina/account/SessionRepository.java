package org.ardina.account;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;

/** Sessions in MongoDB, by the hash of their token. */
@ApplicationScoped
class SessionRepository implements IndexedCollection {

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "sessions";
    }

    @Override
    public List<IndexModel> indexes() {
        // Only tidies up: a store may remove late or never, so expiry is checked wherever a session is read.
        return List.of(
                new IndexModel(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
    }

    void insert(String tokenHash, String account, Instant expiresAt) {
        sessions()
                .insertOne(new Document("_id", tokenHash)
                        .append("account", account)
                        .append("expiresAt", Date.from(expiresAt)));
    }

    /** The id of the account that the session belongs to, while it lasts. */
    Optional<String> findAccount(String tokenHash) {
        return Optional.ofNullable(
                        sessions().find(eq("_id", tokenHash)).limit(1).first())
                .filter(session -> session.getDate("expiresAt").toInstant().isAfter(Instant.now()))
                .map(session -> session.getString("account"));
    }

    void delete(String tokenHash) {
        sessions().deleteOne(eq("_id", tokenHash));
    }

    private MongoCollection<Document> sessions() {
        return store.collection(collectionName());
    }
}
