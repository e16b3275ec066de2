package org.ardina.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Likes in MongoDB: one document for a reader and what they like, whose id is made of both. Taking a like back leaves the
 * document, so that each change of it is one that can be counted.
 */
@ApplicationScoped
class LikeRepository implements IndexedCollection {

    private static final String TARGET = "target";
    private static final String ACCOUNT = "account";
    private static final String LIKED = "liked";
    private static final String AT = "at";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "likes";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending(TARGET, LIKED)),
                new IndexModel(Indexes.ascending(ACCOUNT, LIKED)),
                new IndexModel(Indexes.ascending(AT)));
    }

    /** Has somebody like something; whether they did not before. */
    boolean like(LikeTarget target, String account, Instant now) {
        Bson liked = Updates.combine(Updates.set(LIKED, true), Updates.set(AT, Date.from(now)));
        if (likes().updateOne(and(byId(target, account), eq(LIKED, false)), liked)
                        .getModifiedCount()
                > 0) {
            return true;
        }
        try {
            likes().insertOne(new Document("_id", id(target, account))
                    .append(TARGET, target.value())
                    .append(ACCOUNT, account)
                    .append(LIKED, true)
                    .append(AT, Date.from(now)));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    /** Has somebody like something no longer; whether they did before. */
    boolean unlike(LikeTarget target, String account, Instant now) {
        return likes().updateOne(
                                and(byId(target, account), eq(LIKED, true)),
                                Updates.combine(Updates.set(LIKED, false), Updates.set(AT, Date.from(now))))
                        .getModifiedCount()
                > 0;
    }

    boolean likes(LikeTarget target, String account) {
        return likes().find(and(byId(target, account), eq(LIKED, true)))
                        .limit(1)
                        .first()
                != null;
    }

    long count(LikeTarget target) {
        return likes().countDocuments(and(eq(TARGET, target.value()), eq(LIKED, true)));
    }

    /** What somebody likes. */
    List<LikeTarget> ofAccount(String account, int limit) {
        return likes().find(and(eq(ACCOUNT, account), eq(LIKED, true)))
                .limit(limit)
                .map(document -> new LikeTarget(document.getString(TARGET)))
                .into(new ArrayList<>());
    }

    /** Deletes what is left of likes that somebody took back. */
    void deleteUnliked(String account) {
        likes().deleteMany(and(eq(ACCOUNT, account), eq(LIKED, false)));
    }

    /** What somebody has liked, or no longer liked, in this time. */
    Set<LikeTarget> targetsBetween(Instant from, Instant until, int limit) {
        Set<LikeTarget> targets = new HashSet<>();
        likes().find(and(gte(AT, Date.from(from)), lt(AT, Date.from(until))))
                .projection(include(TARGET))
                .sort(Indexes.descending(AT))
                .limit(limit)
                .forEach(document -> targets.add(new LikeTarget(document.getString(TARGET))));
        return targets;
    }

    private static Bson byId(LikeTarget target, String account) {
        return eq("_id", id(target, account));
    }

    private static String id(LikeTarget target, String account) {
        return target.value() + ":" + account;
    }

    private MongoCollection<Document> likes() {
        return store.collection(collectionName());
    }
}
