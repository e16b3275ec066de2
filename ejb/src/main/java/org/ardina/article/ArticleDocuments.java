package org.ardina.article;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.ardina.change.Change;
import org.ardina.store.ChangeStamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** How articles are written as MongoDB documents. */
final class ArticleDocuments {

    static final String COLLECTION = "articles";

    /** The fields of {@link ArticleSummary}; bodies stay in the store. */
    static final Bson SUMMARY = new Document("slugs", new Document("$slice", 1))
            .append("content.headline", 1)
            .append("content.standfirst", 1)
            .append("content.topic", 1)
            .append("content.authors", 1)
            .append("content.language", 1)
            .append("content.picture", 1)
            .append("content.body.words", 1)
            .append("publishedAt", 1)
            .append("updatedAt", 1);

    /** The fields of {@link Change}. */
    static final Bson CHANGE = new Document(ChangeStamp.VERSION, 1)
            .append(ChangeStamp.CHANGED_AT, 1)
            .append("slugs", 1)
            .append("content.topic", 1)
            .append("content.authors.username", 1)
            .append("state", 1)
            .append("publishedAt", 1);

    private ArticleDocuments() {}

    static ArticleId nextId() {
        return new ArticleId(new ObjectId().toHexString());
    }

    /** What comes after a place in a list that goes by that time, the latest first. */
    static Bson before(String field, Cursor place) {
        Date time = Date.from(place.time());
        return or(
                lt(field, time),
                and(eq(field, time), lt("_id", new ObjectId(place.id().value()))));
    }

    static Document write(Article article) {
        Document document = new Document("_id", new ObjectId(article.id().value()))
                .append("slugs", article.slugs().stream().map(Slug::value).toList())
                .append("content", write(article.content()))
                .append("state", article.state().name())
                .append("createdAt", Date.from(article.createdAt()))
                .append("updatedAt", Date.from(article.updatedAt()))
                .append("version", article.version());
        document.append(
                        ListingKeys.KEYS,
                        ListingKeys.of(article.state(), List.of(ListingKeys.Described.of(article.content()))))
                .append(ListingKeys.AT, Date.from(ListingKeys.at(article.publishedAt(), article.updatedAt())));
        if (article.publishedAt() != null) {
            document.append("publishedAt", Date.from(article.publishedAt()));
        }
        Origin origin = article.origin();
        if (origin != null) {
            Document written = new Document("key", origin.key())
                    .append("import", origin.importId())
                    .append("item", origin.item());
            if (origin.url() != null) {
                written.append("url", origin.url().toString());
            }
            document.append("origin", written);
        }
        return document;
    }

    static Article read(Document document) {
        Date publishedAt = document.getDate("publishedAt");
        return new Article(
                new ArticleId(document.getObjectId("_id").toHexString()),
                document.getList("slugs", String.class).stream().map(Slug::new).toList(),
                readContent(required(document, "content")),
                ArticleState.valueOf(document.getString("state")),
                instant(document, "createdAt"),
                publishedAt == null ? null : publishedAt.toInstant(),
                instant(document, "updatedAt"),
                document.get("version", Number.class).longValue(),
                readOrigin(document.get("origin", Document.class)),
                readCorrections(document));
    }

    private static List<Correction> readCorrections(Document document) {
        return document.getList("corrections", Document.class, List.of()).stream()
                .map(correction -> new Correction(correction.getString("text"), instant(correction, "publishedAt")))
                .toList();
    }

    static List<Document> writeCorrections(List<Correction> corrections) {
        return corrections.stream()
                .map(correction -> new Document("text", correction.text())
                        .append("publishedAt", Date.from(correction.publishedAt())))
                .toList();
    }

    static ArticleSummary readSummary(Document document) {
        Document content = required(document, "content");
        String topic = content.getString("topic");
        return new ArticleSummary(
                new ArticleId(document.getObjectId("_id").toHexString()),
                new Slug(document.getList("slugs", String.class).get(0)),
                content.getString("headline"),
                content.getString("standfirst"),
                topic == null ? null : new Slug(topic),
                readAuthors(content),
                content.getString("language"),
                readPicture(content.get("picture", Document.class)),
                instant(document, "publishedAt"),
                instant(document, "updatedAt"),
                required(content, "body").getInteger("words", 0));
    }

    static Change readChange(Document document) {
        Document content = required(document, "content");
        Date changedAt = document.getDate(ChangeStamp.CHANGED_AT);
        Date publishedAt = document.getDate("publishedAt");
        return new Change(
                Change.Kind.ARTICLE,
                document.getObjectId("_id").toHexString(),
                document.get(ChangeStamp.VERSION, Number.class).longValue(),
                changedAt == null ? Instant.EPOCH : changedAt.toInstant(),
                document.getList("slugs", String.class),
                content.getString("topic"),
                content.getList("authors", Document.class).stream()
                        .map(author -> author.getString("username"))
                        .toList(),
                ArticleState.valueOf(document.getString("state")) == ArticleState.APPROVED,
                publishedAt == null ? null : publishedAt.toInstant());
    }

    static @Nullable Origin readOrigin(@Nullable Document origin) {
        if (origin == null) {
            return null;
        }
        String url = origin.getString("url");
        return new Origin(
                origin.getString("key"),
                origin.getString("import"),
                origin.get("item", Number.class).longValue(),
                url == null ? null : URI.create(url));
    }

    static Document write(Content content) {
        Document document = new Document("headline", content.headline())
                .append("standfirst", content.standfirst())
                .append(
                        "body",
                        new Document("format", content.body().format().name())
                                .append("raw", content.body().raw())
                                .append("html", content.body().html())
                                .append("words", content.body().words()))
                .append("tags", content.tags())
                .append(
                        "authors",
                        content.authors().stream()
                                .map(author -> new Document(
                                                "username", author.username().value())
                                        .append("name", author.name()))
                                .toList())
                .append("language", content.language());
        if (content.topic() != null) {
            document.append("topic", content.topic().value());
        }
        Picture picture = content.picture();
        if (picture != null) {
            document.append(
                    "picture",
                    new Document("source", picture.source().toString())
                            .append("alternative", picture.alternative())
                            .append("caption", picture.caption())
                            .append("credit", picture.credit()));
        }
        return document;
    }

    static Content readContent(Document content) {
        Document body = required(content, "body");
        String topic = content.getString("topic");
        return new Content(
                content.getString("headline"),
                content.getString("standfirst"),
                new Body(
                        BodyFormat.valueOf(body.getString("format")),
                        body.getString("raw"),
                        body.getString("html"),
                        body.getInteger("words", 0)),
                topic == null ? null : new Slug(topic),
                content.getList("tags", String.class),
                readAuthors(content),
                content.getString("language"),
                readPicture(content.get("picture", Document.class)));
    }

    static List<Author> readAuthors(Document content) {
        return content.getList("authors", Document.class).stream()
                .map(author -> new Author(new Slug(author.getString("username")), author.getString("name")))
                .toList();
    }

    private static @Nullable Picture readPicture(@Nullable Document picture) {
        return picture == null
                ? null
                : new Picture(
                        URI.create(picture.getString("source")),
                        picture.getString("alternative"),
                        picture.getString("caption"),
                        picture.getString("credit"));
    }

    static Document required(Document document, String field) {
        Document value = document.get(field, Document.class);
        if (value == null) {
            throw new IllegalStateException("The stored article " + document.get("_id") + " has no " + field);
        }
        return value;
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
