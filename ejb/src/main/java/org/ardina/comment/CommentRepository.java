package org.ardina.comment;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.ardina.article.ArticleId;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Comments in MongoDB. The id is made of the article and the comment's key, so that storing one twice changes nothing. */
@ApplicationScoped
class CommentRepository implements IndexedCollection {

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "comments";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("article", "_id")));
    }

    void store(List<ImportedComment> comments) {
        comments()
                .bulkWrite(
                        comments.stream()
                                .map(comment -> new ReplaceOneModel<>(
                                        eq("_id", id(comment.article(), comment.key())),
                                        write(comment),
                                        new ReplaceOptions().upsert(true)))
                                .toList(),
                        new BulkWriteOptions().ordered(false));
    }

    List<ImportedComment> find(ArticleId article, int limit) {
        return comments()
                .find(eq("article", new ObjectId(article.value())))
                .sort(Indexes.ascending("_id"))
                .limit(limit)
                .map(document -> read(article, document))
                .into(new ArrayList<>());
    }

    private static String id(ArticleId article, String key) {
        return article + ":" + key;
    }

    private static Document write(ImportedComment comment) {
        return new Document("_id", id(comment.article(), comment.key()))
                .append("article", new ObjectId(comment.article().value()))
                .append("key", comment.key())
                .append("parent", comment.parent())
                .append("author", comment.author())
                .append("body", comment.body())
                .append("writtenAt", comment.writtenAt() == null ? null : Date.from(comment.writtenAt()))
                .append("approved", comment.approved());
    }

    private static ImportedComment read(ArticleId article, Document document) {
        @Nullable Date writtenAt = document.getDate("writtenAt");
        return new ImportedComment(
                article,
                document.getString("key"),
                document.getString("parent"),
                document.getString("author"),
                document.getString("body"),
                writtenAt == null ? null : writtenAt.toInstant(),
                document.getBoolean("approved", false));
    }

    private MongoCollection<Document> comments() {
        return store.collection(collectionName());
    }
}
