package org.ardina.account;

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

/** Tokens that can be used once, in MongoDB, by their hash. */
@ApplicationScoped
class OneTimeTokenRepository implements IndexedCollection {

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "oneTimeTokens";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending("expiresAt")),
                new IndexModel(Indexes.ascending("account", "purpose")));
    }

    /** Adds a token, and clears away those whose time is over. */
    void insert(String hash, OneTimeToken token, Instant now) {
        tokens().deleteMany(lte("expiresAt", Date.from(now)));
        tokens().insertOne(new Document("_id", hash)
                .append("purpose", token.purpose().name())
                .append("account", token.account())
                .append("value", token.value())
                .append("expiresAt", Date.from(now.plus(token.purpose().lifetime()))));
    }

    /** The token if it could be used now. */
    Optional<OneTimeToken> find(String hash, OneTimeToken.Purpose purpose, Instant now) {
        return Optional.ofNullable(
                        tokens().find(usable(hash, purpose, now)).limit(1).first())
                .map(OneTimeTokenRepository::read);
    }

    /** Takes the token away, so that of any number of callers only one gets it. */
    Optional<OneTimeToken> take(String hash, OneTimeToken.Purpose purpose, Instant now) {
        return Optional.ofNullable(tokens().findOneAndDelete(usable(hash, purpose, now)))
                .map(OneTimeTokenRepository::read);
    }

    void delete(String account, OneTimeToken.Purpose purpose) {
        tokens().deleteMany(and(eq("account", account), eq("purpose", purpose.name())));
    }

    private static Bson usable(String hash, OneTimeToken.Purpose purpose, Instant now) {
        return and(eq("_id", hash), eq("purpose", purpose.name()), gt("expiresAt", Date.from(now)));
    }

    private static OneTimeToken read(Document document) {
        return new OneTimeToken(
                document.getString("account"),
                OneTimeToken.Purpose.valueOf(document.getString("purpose")),
                document.getString("value"));
    }

    private MongoCollection<Document> tokens() {
        return store.collection(collectionName());
    }
}
