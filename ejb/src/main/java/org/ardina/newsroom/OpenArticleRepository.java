package org.ardina.newsroom;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
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
import org.ardina.account.Account;
import org.ardina.article.ArticleId;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;

/** Who has which article open, in MongoDB; what has expired counts no more and is cleared away. */
@ApplicationScoped
class OpenArticleRepository implements IndexedCollection {

    private static final int MOST = 20;
    private static final String ARTICLE = "article";
    private static final String ACCOUNT = "account";
    private static final String UNTIL = "until";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "openArticles";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(ARTICLE, UNTIL)), new IndexModel(Indexes.ascending(UNTIL)));
    }

    void keep(ArticleId article, Account account, Instant now, Instant until) {
        open().deleteMany(lte(UNTIL, Date.from(now)));
        String id = id(article, account.id());
        open().replaceOne(
                        eq("_id", id),
                        new Document("_id", id)
                                .append(ARTICLE, article.value())
                                .append(ACCOUNT, account.id())
                                .append("name", account.displayName())
                                .append(UNTIL, Date.from(until)),
                        new ReplaceOptions().upsert(true));
    }

    /** The names of the others who have it open. */
    List<String> others(ArticleId article, String account, Instant now) {
        return open()
                .find(and(eq(ARTICLE, article.value()), gt(UNTIL, Date.from(now))))
                .sort(Indexes.ascending(UNTIL))
                .limit(MOST)
                .into(new ArrayList<>())
                .stream()
                .filter(document -> !account.equals(document.getString(ACCOUNT)))
                .map(document -> document.getString("name"))
                .toList();
    }

    void close(ArticleId article, String account) {
        open().deleteOne(eq("_id", id(article, account)));
    }

    private static String id(ArticleId article, String account) {
        return article + "-" + account;
    }

    private MongoCollection<Document> open() {
        return store.collection(collectionName());
    }
}
