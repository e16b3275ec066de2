package org.ardina.article;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ardina.store.ChangeStamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How what the newsroom knows of articles is written into their documents. */
final class ManuscriptDocuments {

    static final String WRITERS = "writers";
    static final String WAITING_SINCE = "waitingSince";
    static final String DECIDED_AT = "decision.at";
    static final String REVISED_TOPIC = "revision.content.topic";

    /** The fields of {@link ManuscriptSummary}; bodies stay in the store. */
    static final Bson SUMMARY = new Document("slugs", new Document("$slice", 1))
            .append("content.headline", 1)
            .append("content.standfirst", 1)
            .append("content.topic", 1)
            .append("content.authors", 1)
            .append("content.language", 1)
            .append("content.body.words", 1)
            .append("revision.content.headline", 1)
            .append("revision.content.standfirst", 1)
            .append("revision.content.topic", 1)
            .append("revision.content.authors", 1)
            .append("revision.content.language", 1)
            .append("revision.content.body.words", 1)
            .append("revision.state", 1)
            .append("state", 1)
            .append("publishedAt", 1)
            .append("updatedAt", 1)
            .append(ChangeStamp.CHANGED_AT, 1)
            .append(WAITING_SINCE, 1)
            .append("decision", 1)
            .append(ChangeStamp.VERSION, 1);

    /** The fields of which {@link ListingKeys} are made, and the version that they are of. */
    static final Bson LISTED_BY = new Document("content.headline", 1)
            .append("content.topic", 1)
            .append("content.authors.username", 1)
            .append("revision.content.headline", 1)
            .append("revision.content.topic", 1)
            .append("revision.content.authors.username", 1)
            .append("state", 1)
            .append("publishedAt", 1)
            .append("updatedAt", 1)
            .append(ChangeStamp.VERSION, 1);

    private static final String REVISION = "revision";
    private static final String DECISION = "decision";
    private static final String PUBLISHED_AT = "publishedAt";

    private ManuscriptDocuments() {}

    /** A document to insert. */
    static Document write(Manuscript manuscript) {
        Document document = ArticleDocuments.write(manuscript.article());
        fields(manuscript).forEach((name, value) -> {
            if (value != null) {
                document.append(name, value);
            }
        });
        return document;
    }

    /** The update that makes a stored article this one, whatever it was before. */
    static Bson update(Manuscript manuscript) {
        List<Bson> updates = new ArrayList<>();
        fields(manuscript)
                .forEach((name, value) -> updates.add(value == null ? Updates.unset(name) : Updates.set(name, value)));
        updates.add(ChangeStamp.update());
        return Updates.combine(updates);
    }

    /** Every field that the newsroom changes; null for one that is not to be there. */
    private static Document fields(Manuscript manuscript) {
        Article article = manuscript.article();
        return new Document("slugs", article.slugs().stream().map(Slug::value).toList())
                .append("content", ArticleDocuments.write(article.content()))
                .append("state", article.state().name())
                .append("updatedAt", Date.from(article.updatedAt()))
                .append(PUBLISHED_AT, date(article.publishedAt()))
                .append(
                        ListingKeys.KEYS,
                        ListingKeys.of(
                                article.state(),
                                Stream.of(article.content(), manuscript.content())
                                        .map(ListingKeys.Described::of)
                                        .toList()))
                .append(ListingKeys.AT, date(ListingKeys.at(article.publishedAt(), article.updatedAt())))
                .append(
                        "corrections",
                        article.corrections().isEmpty()
                                ? null
                                : ArticleDocuments.writeCorrections(article.corrections()))
                .append(WRITERS, manuscript.writers())
                .append("edit", write(manuscript.edit()))
                .append("texts", manuscript.texts())
                .append(REVISION, write(manuscript.revision()))
                .append(WAITING_SINCE, date(manuscript.waitingSince()))
                .append(
                        "notes",
                        manuscript.notes().isEmpty()
                                ? null
                                : manuscript.notes().stream()
                                        .map(ManuscriptDocuments::write)
                                        .toList())
                .append(DECISION, write(manuscript.decision()));
    }

    static Manuscript read(Document document) {
        Article article = ArticleDocuments.read(document);
        Document edit = document.get("edit", Document.class);
        return new Manuscript(
                article,
                document.getList(WRITERS, String.class, List.of()),
                edit == null ? Edit.first(article.createdAt()) : readEdit(edit),
                document.getInteger("texts", 1),
                readRevision(document.get(REVISION, Document.class)),
                instant(document, WAITING_SINCE),
                document.getList("notes", Document.class, List.of()).stream()
                        .map(ManuscriptDocuments::readNote)
                        .toList(),
                readDecision(document.get(DECISION, Document.class)));
    }

    /** Lists a stored article under the keys that it has when its texts stand in other topics. */
    static Bson list(Document document, UnaryOperator<@Nullable String> topics) {
        Document revision = document.get(REVISION, Document.class);
        List<ListingKeys.Described> texts = Stream.of(document, revision)
                .filter(Objects::nonNull)
                .map(text -> ArticleDocuments.required(text, "content"))
                .map(content -> new ListingKeys.Described(
                        content.getString("headline"),
                        topics.apply(content.getString("topic")),
                        content.getList("authors", Document.class).stream()
                                .map(author -> author.getString("username"))
                                .toList()))
                .toList();
        Instant at = ListingKeys.at(instant(document, PUBLISHED_AT), ArticleDocuments.instant(document, "updatedAt"));
        return Updates.combine(
                Updates.set(ListingKeys.KEYS, ListingKeys.of(ArticleState.valueOf(document.getString("state")), texts)),
                Updates.set(ListingKeys.AT, Date.from(at)));
    }

    static ManuscriptSummary readSummary(Document document) {
        Document revision = document.get(REVISION, Document.class);
        Document content = ArticleDocuments.required(revision == null ? document : revision, "content");
        String topic = content.getString("topic");
        return new ManuscriptSummary(
                new ArticleId(document.getObjectId("_id").toHexString()),
                new Slug(document.getList("slugs", String.class).get(0)),
                content.getString("headline"),
                content.getString("standfirst"),
                topic == null ? null : new Slug(topic),
                ArticleDocuments.readAuthors(content),
                content.getString("language"),
                ArticleDocuments.required(content, "body").getInteger("words", 0),
                ArticleState.valueOf(document.getString("state")),
                revision == null ? null : ArticleState.valueOf(revision.getString("state")),
                instant(document, PUBLISHED_AT),
                ArticleDocuments.instant(document, "updatedAt"),
                ArticleDocuments.instant(document, ChangeStamp.CHANGED_AT),
                instant(document, WAITING_SINCE),
                readDecision(document.get(DECISION, Document.class)),
                document.get(ChangeStamp.VERSION, Number.class).longValue());
    }

    static Document write(Edit edit) {
        return new Document("number", edit.number())
                .append("account", edit.account())
                .append("name", edit.name())
                .append("at", Date.from(edit.at()));
    }

    static Edit readEdit(Document edit) {
        return new Edit(
                edit.getInteger("number", 1),
                edit.getString("account"),
                edit.getString("name"),
                ArticleDocuments.instant(edit, "at"));
    }

    private static @Nullable Document write(@Nullable PendingRevision revision) {
        if (revision == null) {
            return null;
        }
        Document document = new Document("content", ArticleDocuments.write(revision.content()))
                .append("edit", write(revision.edit()))
                .append("state", revision.state().name());
        if (revision.slug() != null) {
            document.append("slug", revision.slug().value());
        }
        if (revision.correction() != null) {
            document.append("correction", revision.correction());
        }
        return document;
    }

    private static @Nullable PendingRevision readRevision(@Nullable Document revision) {
        if (revision == null) {
            return null;
        }
        String slug = revision.getString("slug");
        return new PendingRevision(
                ArticleDocuments.readContent(ArticleDocuments.required(revision, "content")),
                readEdit(ArticleDocuments.required(revision, "edit")),
                ArticleState.valueOf(revision.getString("state")),
                slug == null ? null : new Slug(slug),
                revision.getString("correction"));
    }

    private static Document write(ReviewNote note) {
        Document document = new Document("note", note.note())
                .append("name", note.name())
                .append("at", Date.from(note.at()))
                .append("text", note.text());
        if (note.quote() != null) {
            document.append("quote", note.quote());
        }
        if (note.offset() != null) {
            document.append("offset", note.offset());
        }
        return document;
    }

    private static ReviewNote readNote(Document note) {
        return new ReviewNote(
                note.getString("note"),
                note.getString("quote"),
                note.getInteger("offset"),
                note.getString("name"),
                ArticleDocuments.instant(note, "at"),
                note.getInteger("text", 1));
    }

    private static @Nullable Document write(@Nullable ReviewDecision decision) {
        return decision == null
                ? null
                : new Document("step", decision.step().name())
                        .append("note", decision.note())
                        .append("account", decision.account())
                        .append("name", decision.name())
                        .append("at", Date.from(decision.at()));
    }

    private static @Nullable ReviewDecision readDecision(@Nullable Document decision) {
        return decision == null
                ? null
                : new ReviewDecision(
                        LifeCycleStep.valueOf(decision.getString("step")),
                        decision.getString("note"),
                        decision.getString("account"),
                        decision.getString("name"),
                        ArticleDocuments.instant(decision, "at"));
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date time = document.getDate(field);
        return time == null ? null : time.toInstant();
    }
}
