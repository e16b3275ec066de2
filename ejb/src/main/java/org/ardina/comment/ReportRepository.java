package org.ardina.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

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
import java.util.List;
import org.ardina.moderation.ModerationReason;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reports of comments in MongoDB: one of each reader about each comment. */
@ApplicationScoped
class ReportRepository implements IndexedCollection {

    private static final String COMMENT = "comment";
    private static final String ACCOUNT = "account";
    private static final String OUTCOME = "outcome";
    private static final String DECIDED_AT = "decidedAt";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "commentReports";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending(COMMENT, OUTCOME)),
                new IndexModel(Indexes.ascending(ACCOUNT, OUTCOME)));
    }

    /** Adds a report, unless the reader has reported the comment before. */
    boolean insert(CommentId comment, String account, ModerationReason reason, @Nullable String detail, Instant now) {
        try {
            reports()
                    .insertOne(new Document("_id", comment + ":" + account)
                            .append(COMMENT, CommentDocuments.id(comment))
                            .append(ACCOUNT, account)
                            .append("reason", reason.name())
                            .append("detail", detail)
                            .append("at", Date.from(now))
                            .append(OUTCOME, Report.Outcome.OPEN.name()));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    /** Reports of a comment that nobody has decided about. */
    List<Report> open(CommentId comment, int limit) {
        return reports()
                .find(and(eq(COMMENT, CommentDocuments.id(comment)), eq(OUTCOME, Report.Outcome.OPEN.name())))
                .limit(limit)
                .map(ReportRepository::read)
                .into(new ArrayList<>());
    }

    List<Report> ofAccount(String account, int limit) {
        return reports()
                .find(eq(ACCOUNT, account))
                .limit(limit)
                .map(ReportRepository::read)
                .into(new ArrayList<>());
    }

    /** How many reports of somebody ended so. */
    long count(String account, Report.Outcome outcome) {
        return reports().countDocuments(and(eq(ACCOUNT, account), eq(OUTCOME, outcome.name())));
    }

    /** Ends the open reports of a comment. */
    void close(CommentId comment, Report.Outcome outcome, Instant decidedAt) {
        reports()
                .updateMany(
                        and(eq(COMMENT, CommentDocuments.id(comment)), eq(OUTCOME, Report.Outcome.OPEN.name())),
                        Updates.combine(
                                Updates.set(OUTCOME, outcome.name()), Updates.set(DECIDED_AT, Date.from(decidedAt))));
    }

    /** Opens the reports of a comment again that a decision has ended. */
    void reopen(CommentId comment, Report.Outcome outcome, Instant decidedAt) {
        reports()
                .updateMany(
                        and(
                                eq(COMMENT, CommentDocuments.id(comment)),
                                eq(OUTCOME, outcome.name()),
                                eq(DECIDED_AT, Date.from(decidedAt))),
                        Updates.combine(Updates.set(OUTCOME, Report.Outcome.OPEN.name()), Updates.unset(DECIDED_AT)));
    }

    /** Deletes the reports of an account. */
    void forget(String account) {
        reports().deleteMany(eq(ACCOUNT, account));
    }

    private static Report read(Document document) {
        return new Report(
                CommentDocuments.id(document.getObjectId(COMMENT)),
                document.getString(ACCOUNT),
                ModerationReason.valueOf(document.getString("reason")),
                document.getString("detail"),
                document.getDate("at").toInstant(),
                Report.Outcome.valueOf(document.getString(OUTCOME)));
    }

    private MongoCollection<Document> reports() {
        return store.collection(collectionName());
    }
}
