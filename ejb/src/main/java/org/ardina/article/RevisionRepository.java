package org.ardina.article;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The texts that articles had before, in MongoDB: the newest {@value #MOST} of each article. */
@ApplicationScoped
class RevisionRepository implements IndexedCollection {

    static final int MOST = 50;

    private static final String ARTICLE = "article";
    private static final String NUMBER = "edit.number";
    private static final Bson NEWEST_FIRST = Indexes.descending(NUMBER);

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "revisions";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.compoundIndex(Indexes.ascending(ARTICLE), NEWEST_FIRST)));
    }

    /** Keeps a text. As a text never changes, it makes no difference who else keeps it too. */
    void keep(ArticleRevision revision) {
        String article = revision.article().value();
        int number = revision.edit().number();
        String id = article + "-" + number;
        revisions()
                .replaceOne(
                        eq("_id", id),
                        new Document("_id", id)
                                .append(ARTICLE, article)
                                .append("edit", ManuscriptDocuments.write(revision.edit()))
                                .append("content", ArticleDocuments.write(revision.content())),
                        new ReplaceOptions().upsert(true));
        if (number > MOST) {
            revisions().deleteMany(and(eq(ARTICLE, article), lte(NUMBER, number - MOST)));
        }
    }

    /** The former texts of an article, newest first, their bodies left out. */
    List<Edit> list(ArticleId article) {
        return revisions()
                .find(eq(ARTICLE, article.value()))
                .projection(exclude("content"))
                .sort(NEWEST_FIRST)
                .limit(MOST)
                .map(document -> ManuscriptDocuments.readEdit(ArticleDocuments.required(document, "edit")))
                .into(new ArrayList<>());
    }

    Optional<ArticleRevision> find(ArticleId article, int number) {
        return Optional.ofNullable(revisions()
                        .find(eq("_id", article + "-" + number))
                        .limit(1)
                        .first())
                .map(document -> new ArticleRevision(
                        article,
                        ManuscriptDocuments.readEdit(ArticleDocuments.required(document, "edit")),
                        ArticleDocuments.readContent(ArticleDocuments.required(document, "content"))));
    }

    private MongoCollection<Document> revisions() {
        return store.collection(collectionName());
    }
}
