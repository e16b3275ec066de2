package org.ardina.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ardina.article.ArticleState;
import org.ardina.article.BodyFormat;
import org.ardina.importing.markup.GhostMarkup;
import org.ardina.importing.markup.PlainText;

/** Makes an article of one post of a Ghost export, or says why it is none. */
final class GhostArticle {

    static final Set<String> FIELDS = Set.of(
            "id",
            "uuid",
            "title",
            "slug",
            "html",
            "lexical",
            "mobiledoc",
            "markdown",
            "feature_image",
            "image",
            "page",
            "type",
            "status",
            "visibility",
            "locale",
            "custom_excerpt",
            "published_at",
            "updated_at",
            "author_id",
            "canonical_url");

    /** Stands for the address of the site (TryGhost/Ghost, urlUtils). */
    private static final String SITE = "__GHOST_URL__";

    private static final Pattern CARD_MARK = Pattern.compile("<!--\\s?kg-card-(?:begin|end)[^<>]*-->");

    private final JsonRecord post;
    private final GhostRelations relations;
    private final SourceArticleBuilder article;

    /** @param number of the post in its file, from 1 */
    GhostArticle(JsonRecord post, int number, GhostRelations relations) {
        this.post = post;
        this.relations = relations;
        this.article = new SourceArticleBuilder("post " + number).headline(post.textOrEmpty("title"));
    }

    SourceItem toItem() {
        String published = post.textOrEmpty("published_at");
        Instant publishedAt = SourceDates.parse(published);
        if (publishedAt == null && !published.isBlank()) {
            return article.failed("its date cannot be read");
        }
        try {
            setBody();
        } catch (JsonProcessingException broken) {
            return article.failed("the document of Ghost's editor in it cannot be read");
        }
        setState();
        if (isPage()) {
            article.note("was a page");
        }
        List<String> tags = relations.tags(post.textOrEmpty("id"));
        tags.stream().limit(1).forEach(article::section);
        tags.stream().skip(1).forEach(article::tag);
        relations
                .authors(post.textOrEmpty("id"), post.textOrEmpty("author_id"))
                .forEach(author -> article.author(author.username(), author.name()));
        String locale = post.textOrEmpty("locale");
        return article.key(key())
                .standfirst(post.textOrEmpty("custom_excerpt"))
                .slug(post.text("slug"))
                .language(locale.isEmpty() ? relations.language() : locale)
                .url(WebAddress.absolute(post.textOrEmpty("canonical_url")))
                .picture(firstOf("feature_image", "image").replace(SITE, ""))
                .publishedAt(publishedAt)
                .updatedAt(SourceDates.parse(post.textOrEmpty("updated_at")))
                .headlineFromBody()
                .build();
    }

    private String key() {
        String id = firstOf("uuid", "id");
        return id.isEmpty() ? SourceKey.of(post.text("slug"), post.text("title"), post.text("published_at")) : id;
    }

    private void setBody() throws JsonProcessingException {
        String html = post.textOrEmpty("html");
        String lexical = post.textOrEmpty("lexical");
        String mobiledoc = post.textOrEmpty("mobiledoc");
        if (!html.isBlank()) {
            article.body(
                    BodyFormat.HTML, CARD_MARK.matcher(html.replace(SITE, "")).replaceAll(""));
        } else if (!lexical.isBlank()) {
            article.body(BodyFormat.HTML, GhostMarkup.ofLexical(lexical).replace(SITE, ""));
        } else if (!mobiledoc.isBlank()) {
            article.body(BodyFormat.HTML, GhostMarkup.ofMobiledoc(mobiledoc).replace(SITE, ""));
        } else {
            article.body(BodyFormat.MARKDOWN, post.textOrEmpty("markdown").replace(SITE, ""));
        }
    }

    private void setState() {
        String status = post.textOrEmpty("status");
        String visibility = post.textOrEmpty("visibility");
        switch (status) {
            case "published", "scheduled" -> article.state(ArticleState.APPROVED);
            case "draft" -> article.state(ArticleState.DRAFT);
            case "sent" -> article.state(ArticleState.ARCHIVED).note("was sent by mail only and is archived");
            default -> article.state(ArticleState.DRAFT).note("has no status that is known and became a draft");
        }
        if (!visibility.isEmpty() && !visibility.equals("public")) {
            article.state(ArticleState.DRAFT)
                    .note("was only for “" + PlainText.cut(PlainText.line(visibility), 40) + "” and became a draft");
        }
    }

    private boolean isPage() {
        String page = post.textOrEmpty("page");
        return page.equals("1")
                || page.equals("true")
                || post.textOrEmpty("type").equals("page");
    }

    private String firstOf(String... names) {
        return Stream.of(names)
                .map(post::textOrEmpty)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
