package org.ardina.openid;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Logins on their way in MongoDB, by a hash of the secret that their browser has. */
@ApplicationScoped
class ProviderLoginRepository implements IndexedCollection {

    private static final String ID = "_id";
    private static final String STEP = "step";
    private static final String NEXT = "next";
    private static final String IDENTITY = "identity";
    private static final String ACCOUNT = "account";
    private static final String EXPIRES_AT = "expiresAt";

    private enum Step {
        /** The browser is at the provider. */
        BEGUN,
        /** It came back, and its identity has no account yet. */
        WAITING
    }

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "providerLogins";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(EXPIRES_AT)));
    }

    void insertBegun(String id, String next, Instant now, Instant expiresAt) {
        insert(new Document(ID, id).append(STEP, Step.BEGUN.name()).append(NEXT, next), now, expiresAt);
    }

    /** Where the login wanted to go; of any number of callers only one gets it. */
    Optional<String> takeBegun(String id, Instant now) {
        return Optional.ofNullable(logins().findOneAndDelete(usable(id, Step.BEGUN, now)))
                .map(login -> login.getString(NEXT));
    }

    void insertWaiting(String id, ProviderLogins.Waiting waiting, Instant now, Instant expiresAt) {
        ProvidedIdentity identity = waiting.identity();
        insert(
                new Document(ID, id)
                        .append(STEP, Step.WAITING.name())
                        .append(NEXT, waiting.next())
                        .append(ACCOUNT, waiting.account())
                        .append(
                                IDENTITY,
                                new Document("issuer", identity.issuer())
                                        .append("subject", identity.subject())
                                        .append("email", identity.email())
                                        .append("emailVerified", identity.emailVerified())
                                        .append("username", identity.username())
                                        .append("name", identity.name())),
                now,
                expiresAt);
    }

    Optional<ProviderLogins.Waiting> findWaiting(String id, Instant now) {
        return Optional.ofNullable(
                        logins().find(usable(id, Step.WAITING, now)).limit(1).first())
                .map(ProviderLoginRepository::waiting);
    }

    Optional<ProviderLogins.Waiting> takeWaiting(String id, Instant now) {
        return Optional.ofNullable(logins().findOneAndDelete(usable(id, Step.WAITING, now)))
                .map(ProviderLoginRepository::waiting);
    }

    /** Adds a login, and clears away those whose time is over. */
    private void insert(Document login, Instant now, Instant expiresAt) {
        logins().deleteMany(lte(EXPIRES_AT, Date.from(now)));
        logins().insertOne(login.append(EXPIRES_AT, Date.from(expiresAt)));
    }

    private static Bson usable(String id, Step step, Instant now) {
        return and(eq(ID, id), eq(STEP, step.name()), gt(EXPIRES_AT, Date.from(now)));
    }

    private static ProviderLogins.Waiting waiting(Document login) {
        Document identity = login.get(IDENTITY, Document.class);
        return new ProviderLogins.Waiting(
                new ProvidedIdentity(
                        identity.getString("issuer"),
                        identity.getString("subject"),
                        identity.getString("email"),
                        identity.getBoolean("emailVerified", false),
                        identity.getString("username"),
                        identity.getString("name")),
                login.getString(NEXT),
                login.getString(ACCOUNT));
    }

    private MongoCollection<Document> logins() {
        return store.collection(collectionName());
    }
}
