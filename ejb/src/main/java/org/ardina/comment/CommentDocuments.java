package org.ardina.comment;

import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ardina.article.ArticleId;
import org.ardina.moderation.ModerationReason;
import org.ardina.store.ChangeStamp;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** How comments are written as MongoDB documents. */
final class CommentDocuments {

    static final String COLLECTION = "comments";

    static final String ID = "_id";
    static final String ARTICLE = "article";
    static final String THREAD = "thread";
    static final String PARENT = "parent";
    static final String PATH = "path";
    static final String DEPTH = "depth";
    /** How many visible comments the thread had with it, without the first. */
    static final String NUMBER = "number";

    static final String ACCOUNT = "author.account";
    static final String AUTHOR = "author";
    static final String NAME = "name";
    static final String BODY = "body";
    static final String LANGUAGE = "language";
    static final String WRITTEN_AT = "writtenAt";
    static final String EDITED_AT = "editedAt";
    static final String STATE = "state";
    static final String LISTED = "listed";
    static final String LIKES = "likes";
    static final String REPLIES = "replies";
    static final String FINDINGS = "findings";
    static final String DECISION = "decision";
    static final String DECIDED_AT = "decision.at";
    static final String APPEAL = "appeal";
    static final String APPEAL_AT = "appeal.at";
    static final String APPEAL_OUTCOME = "appeal.outcome";
    static final String REPORTS = "reports";
    static final String WAITS = "waits";
    static final String WAITS_SINCE = "waitsSince";

    /** What the last decision has changed, as it was before. */
    static final String UNDO = "undo";

    static final String CLAIM = "claim";
    static final String CLAIMED_UNTIL = "claim.until";

    private CommentDocuments() {}

    /** @param number which one of its thread's visible comments it is, roughly where several come at once */
    static Document write(Comment comment, long number) {
        Document author = new Document(NAME, comment.author().name())
                .append("staff", comment.author().staff());
        if (comment.author().account() != null) {
            author.append("account", comment.author().account());
        }
        Document document = new Document(ID, id(comment.id()))
                .append(ARTICLE, new ObjectId(comment.article().value()))
                .append(THREAD, id(comment.thread()))
                .append(PATH, comment.place().path())
                .append(DEPTH, comment.place().depth())
                .append(NUMBER, number)
                .append(AUTHOR, author)
                .append(BODY, comment.body())
                .append(LANGUAGE, comment.language())
                .append(WRITTEN_AT, Date.from(comment.writtenAt()))
                .append(STATE, comment.state().name())
                .append(LISTED, comment.listed())
                .append(LIKES, comment.likes())
                .append(REPLIES, comment.replies())
                .append(FINDINGS, comment.review().findings())
                .append(REPORTS, comment.review().reports())
                .append(WAITS, names(comment.review().waits()))
                .append(WAITS_SINCE, Date.from(comment.writtenAt()))
                .append(ChangeStamp.VERSION, comment.version());
        if (comment.parent() != null) {
            document.append(PARENT, id(comment.parent()));
        }
        return ChangeStamp.on(document);
    }

    static Comment read(Document document) {
        ObjectId parent = document.getObjectId(PARENT);
        Date editedAt = document.getDate(EDITED_AT);
        Document author = document.get(AUTHOR, new Document());
        return new Comment(
                id(document.getObjectId(ID)),
                new ArticleId(document.getObjectId(ARTICLE).toHexString()),
                id(document.getObjectId(THREAD)),
                parent == null ? null : id(parent),
                new ThreadPlace(document.getString(PATH)),
                new Commenter(author.getString("account"), author.get(NAME, ""), author.getBoolean("staff", false)),
                document.get(BODY, ""),
                document.get(LANGUAGE, ""),
                document.getDate(WRITTEN_AT).toInstant(),
                editedAt == null ? null : editedAt.toInstant(),
                CommentState.valueOf(document.getString(STATE)),
                document.getBoolean(LISTED, false),
                number(document, LIKES),
                number(document, REPLIES),
                number(document, ChangeStamp.VERSION),
                new Review(
                        document.getList(FINDINGS, String.class, List.of()),
                        readDecision(document.get(DECISION, Document.class)),
                        readAppeal(document.get(APPEAL, Document.class)),
                        number(document, REPORTS),
                        readWaits(document.getList(WAITS, String.class, List.of()))));
    }

    static EarlierComment readEarlier(Document document) {
        return new EarlierComment(
                id(document.getObjectId(ID)),
                document.get(BODY, ""),
                CommentState.valueOf(document.getString(STATE)),
                document.getDate(WRITTEN_AT).toInstant());
    }

    static ObjectId id(CommentId id) {
        return new ObjectId(id.value());
    }

    static CommentId id(ObjectId id) {
        return new CommentId(id.toHexString());
    }

    static List<String> names(Set<WaitingList> waits) {
        return waits.stream().map(Enum::name).sorted().toList();
    }

    static Document write(Decision decision) {
        return new Document("by", decision.by())
                .append("at", Date.from(decision.at()))
                .append("choice", decision.choice().name())
                .append(
                        "reason",
                        decision.reason() == null ? null : decision.reason().name())
                .append("note", decision.note());
    }

    static Document write(Appeal appeal) {
        return new Document("text", appeal.text()).append("at", Date.from(appeal.at()));
    }

    static Document write(Claim claim) {
        return new Document("by", claim.by()).append("until", Date.from(claim.until()));
    }

    static @Nullable Claim readClaim(Document comment) {
        Document claim = comment.get(CLAIM, Document.class);
        return claim == null ? null : new Claim(claim.getString("by"), instant(claim, "until"));
    }

    /** What a decision about a comment is going to change. */
    static Document undo(Document comment, boolean ofAppeal) {
        Document undo = new Document("ofAppeal", ofAppeal);
        for (String field : List.of(STATE, DECISION, REPORTS, WAITS, WAITS_SINCE)) {
            undo.append(field, comment.get(field));
        }
        return undo;
    }

    private static @Nullable Decision readDecision(@Nullable Document decision) {
        if (decision == null) {
            return null;
        }
        String reason = decision.getString("reason");
        return new Decision(
                decision.getString("by"),
                instant(decision, "at"),
                Decision.Choice.valueOf(decision.getString("choice")),
                reason == null ? null : ModerationReason.valueOf(reason),
                decision.getString("note"));
    }

    private static @Nullable Appeal readAppeal(@Nullable Document appeal) {
        if (appeal == null) {
            return null;
        }
        String outcome = appeal.getString("outcome");
        return new Appeal(
                appeal.getString("text"),
                instant(appeal, "at"),
                outcome == null ? null : Appeal.Outcome.valueOf(outcome));
    }

    private static Set<WaitingList> readWaits(List<String> names) {
        Set<WaitingList> waits = EnumSet.noneOf(WaitingList.class);
        names.forEach(name -> waits.add(WaitingList.valueOf(name)));
        return waits;
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static long number(Document document, String field) {
        Number number = document.get(field, Number.class);
        return number == null ? 0 : number.longValue();
    }
}
