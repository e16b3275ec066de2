package org.ardina.newsroom;

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
import org.ardina.article.ArticleId;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;

/** Which preview links there are, in MongoDB, by the hashes of their secrets. */
@ApplicationScoped
class PreviewRepository implements IndexedCollection {

    private static final String ARTICLE = "article";
    private static final String EXPIRES_AT = "expiresAt";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "previews";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(EXPIRES_AT)), new IndexModel(Indexes.ascending(ARTICLE)));
    }

    /** Adds a link, and clears away those whose time is over. */
    void insert(String hash, ArticleId article, Instant now, Instant expiresAt) {
        previews().deleteMany(lte(EXPIRES_AT, Date.from(now)));
        previews()
                .insertOne(new Document("_id", hash)
                        .append(ARTICLE, article.value())
                        .append(EXPIRES_AT, Date.from(expiresAt)));
    }

    Optional<ArticleId> find(String hash, Instant now) {
        return Optional.ofNullable(previews()
                        .find(and(eq("_id", hash), gt(EXPIRES_AT, Date.from(now))))
                        .limit(1)
                        .first())
                .map(document -> new ArticleId(document.getString(ARTICLE)));
    }

    void deleteAll(ArticleId article) {
        previews().deleteMany(eq(ARTICLE, article.value()));
    }

    private MongoCollection<Document> previews() {
        return store.collection(collectionName());
    }
}
