package org.ardina.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ardina.article.Arrival;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.Author;
import org.ardina.article.BodyRendering;
import org.ardina.article.Content;
import org.ardina.article.Origin;
import org.ardina.article.Picture;
import org.ardina.article.Slug;
import org.ardina.comment.ImportedComment;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A source's article made into one of ours, ready to be stored. */
record Prepared(String item, Arrival arrival, @Nullable Topic topic, List<SourceComment> comments, List<String> notes) {

    static final String DEFAULT_LANGUAGE = "en";

    private static final int MAXIMUM_TAGS = 30;

    /** @throws IllegalArgumentException if it breaks a rule of ours; the message says which */
    static Prepared of(SourceArticle source, String importId, long number) {
        List<String> notes = new ArrayList<>(source.notes());
        String language = language(source.language());
        Topic topic =
                source.sections().isEmpty() ? null : topic(source.sections().get(0), language);
        List<String> tags = Stream.concat(source.sections().stream().skip(1), source.tags().stream())
                .map(tag -> shortened(tag, Topic.MAXIMUM_NAME))
                .distinct()
                .limit(MAXIMUM_TAGS)
                .toList();
        Content content = new Content(
                source.headline(),
                source.standfirst(),
                BodyRendering.render(source.format(), source.body()),
                topic == null ? null : topic.slug(),
                tags,
                authors(source.authors(), language),
                language,
                source.picture() == null ? null : new Picture(source.picture(), "", null, null));
        if (content.body().html().isBlank() && !source.body().isBlank()) {
            throw new IllegalArgumentException("nothing of the body is left once it is made safe to show");
        }
        Instant publishedAt = source.publishedAt();
        if (publishedAt == null && source.state() == ArticleState.APPROVED) {
            publishedAt = Instant.now();
            notes.add("it has no date of publication, so it carries that of the import");
        }
        String proposed = source.slug() == null || source.slug().isBlank() ? source.headline() : source.slug();
        return new Prepared(
                source.item(),
                new Arrival(
                        content,
                        Slug.of(proposed, language, new Slug("article")),
                        source.state(),
                        publishedAt,
                        source.updatedAt(),
                        new Origin(fingerprint(source.key()), importId, number, source.url())),
                topic,
                source.comments(),
                notes);
    }

    List<ImportedComment> commentsUnder(ArticleId article) {
        return comments.stream()
                .map(comment -> new ImportedComment(
                        article,
                        comment.key(),
                        comment.parent(),
                        comment.author(),
                        comment.body(),
                        comment.writtenAt(),
                        comment.approved()))
                .toList();
    }

    private static Topic topic(String name, String language) {
        String shortened = shortened(name, Topic.MAXIMUM_NAME);
        return new Topic(Slug.of(shortened, language, new Slug("topic")), shortened, "", Topic.LAST, 0);
    }

    private static List<Author> authors(List<SourceAuthor> sources, String language) {
        Map<Slug, Author> authors = new LinkedHashMap<>();
        for (SourceAuthor source : sources) {
            String name = shortened(source.name(), Topic.MAXIMUM_NAME);
            Slug username = Slug.of(source.username() == null ? name : source.username(), language, new Slug("author"));
            authors.putIfAbsent(username, new Author(username, name));
        }
        return List.copyOf(authors.values());
    }

    private static String language(@Nullable String tag) {
        if (tag == null) {
            return DEFAULT_LANGUAGE;
        }
        String language = Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
        return language.equals("und") ? DEFAULT_LANGUAGE : language;
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, text.offsetByCodePoints(0, length / 2));
    }

    /** Keys come from outside and may be of any length; an index takes the like only when short. */
    private static String fingerprint(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)), 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
