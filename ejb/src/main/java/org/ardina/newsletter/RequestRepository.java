package org.ardina.newsletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.ardina.account.EmailAddress;
import org.ardina.article.Slug;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;

/** What was asked for and is not confirmed, in MongoDB, by the hash of the token in the letter. */
@ApplicationScoped
class RequestRepository implements IndexedCollection {

    static final Duration LIFETIME = Duration.ofDays(2);

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "newsletterRequests";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("expiresAt")));
    }

    /**
     * A subscription that somebody asked for.
     *
     * @param email the address that they gave
     */
    record Request(EmailAddress email, Choice choice) {}

    void insert(String hash, Request request, Instant now) {
        requests()
                .insertOne(new Document("_id", hash)
                        .append("email", request.email().value())
                        .append("cadence", request.choice().cadence().name())
                        .append(
                                "topics",
                                request.choice().topics().stream()
                                        .map(Slug::value)
                                        .toList())
                        .append("language", request.choice().language())
                        .append("expiresAt", Date.from(now.plus(LIFETIME))));
    }

    /** Takes the request away, so that of any number of callers only one gets it. */
    Optional<Request> take(String hash, Instant now) {
        return Optional.ofNullable(requests().findOneAndDelete(and(eq("_id", hash), gt("expiresAt", Date.from(now)))))
                .map(document -> new Request(
                        EmailAddress.given(document.getString("email")),
                        new Choice(
                                Cadence.valueOf(document.getString("cadence")),
                                document.getList("topics", String.class).stream()
                                        .map(Slug::new)
                                        .toList(),
                                document.getString("language"))));
    }

    void deleteExpired(Instant now) {
        requests().deleteMany(lte("expiresAt", Date.from(now)));
    }

    private MongoCollection<Document> requests() {
        return store.collection(collectionName());
    }
}
