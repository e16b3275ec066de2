package org.ardina.web.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Slug;
import org.jspecify.annotations.Nullable;

/**
 * The newest stories of the site, a topic or an author, in whichever format.
 *
 * @param site the public address
 * @param path of the page with the same stories, without a slash at its end; empty for the front page
 * @param hub that tells subscribers what is new, where there is one
 * @param topics their names
 * @param articles newest first
 * @param edition when it changed if there are no articles
 */
record Feed(
        URI site,
        String path,
        String title,
        String description,
        InterfaceLanguage interfaceLanguage,
        Optional<URI> hub,
        Map<Slug, String> topics,
        List<ArticleSummary> articles,
        Instant edition) {

    Feed {
        topics = Map.copyOf(topics);
        articles = List.copyOf(articles);
    }

    /** The address of the page. */
    String home() {
        return site.resolve(path.isEmpty() ? "/" : path).toString();
    }

    String self(FeedFormat format) {
        return site.resolve(path + "/" + format.file()).toString();
    }

    String address(ArticleSummary article) {
        return site.resolve("/articles/" + article.slug()).toString();
    }

    String authorAddress(Slug username) {
        return site.resolve("/authors/" + username).toString();
    }

    /** The picture of an article, with the address of the site where it is one of its own. */
    @Nullable String picture(ArticleSummary article) {
        return article.picture() == null
                ? null
                : site.resolve(article.picture().source()).toString();
    }

    @Nullable String topic(ArticleSummary article) {
        Slug topic = article.topic();
        String name = topic == null ? null : topics.get(topic);
        return name == null ? null : Printable.of(name);
    }

    /** What stays the same when the slug of an article changes; another on every site. */
    String id(ArticleId article) {
        byte[] name = (site.getAuthority() + "/" + article.value()).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }

    /** When anything in it last changed. */
    Instant updated() {
        return articles.stream()
                .map(Feed::updated)
                .max(Comparator.naturalOrder())
                .orElse(edition);
    }

    /** When an article was last changed or published. */
    static Instant updated(ArticleSummary article) {
        return article.updatedAt().isAfter(article.publishedAt()) ? article.updatedAt() : article.publishedAt();
    }

    /** The language of all articles, else that in which the feed speaks itself. */
    String language() {
        List<String> languages =
                articles.stream().map(ArticleSummary::language).distinct().toList();
        String tag =
                languages.size() == 1 ? Locale.forLanguageTag(languages.get(0)).toLanguageTag() : "und";
        return tag.equals("und") ? interfaceLanguage.tag() : tag;
    }
}
