package org.ardina.web.site;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ardina.article.Article;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.article.Author;
import org.ardina.article.Slug;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Answers an address of the reader site: fetches what it shows and has it rendered. */
@ApplicationScoped
class ReaderPages {

    private static final int PAGE = 20;
    private static final int NEWEST = 20;
    private static final int SECTIONS = 8;
    private static final int SECTION_STORIES = 11;
    private static final int RELATED = 4;

    @Inject
    private Articles articles;

    @Inject
    private Topics topics;

    @Inject
    private PublicAddress address;

    private Pages pages;

    @PostConstruct
    void prepare() {
        pages = new Pages(address.uri());
    }

    /**
     * The answer to a request.
     *
     * @param path within the site, beginning with a slash
     * @param cursor of a list, absent at its start
     */
    Answer answer(String path, @Nullable String cursor, InterfaceLanguage language) {
        String[] parts = path.substring(1).split("/", -1);
        try {
            return switch (parts.length) {
                case 1 ->
                    switch (parts[0]) {
                        case "" -> front(language);
                        case "latest" -> latest(cursor, language);
                        case "topics" -> page(pages.topics(new TopicsPage(topics.list()), language));
                        default -> notice(Notice.NOT_FOUND, null, language);
                    };
                case 2 ->
                    Slug.isValid(parts[1])
                            ? named(parts[0], new Slug(parts[1]), cursor, language)
                            : notice(Notice.NOT_FOUND, null, language);
                default -> notice(Notice.NOT_FOUND, null, language);
            };
        } catch (InvalidInputException notACursor) {
            return notice(Notice.BAD_REQUEST, null, language);
        }
    }

    /** A page that says why there is nothing to read; it needs no store where none answers. */
    Answer notice(Notice notice, @Nullable String requestId, InterfaceLanguage language) {
        List<Topic> known = notice.status() < 500 ? topics.list() : List.of();
        return new Answer(notice.status(), pages.notice(new NoticePage(known, notice, requestId), language), null);
    }

    private Answer named(String kind, Slug slug, @Nullable String cursor, InterfaceLanguage language) {
        return switch (kind) {
            case "articles" -> article(slug, language);
            case "topics" -> topic(slug, cursor, language);
            case "authors" -> author(slug, cursor, language);
            default -> notice(Notice.NOT_FOUND, null, language);
        };
    }

    private Answer front(InterfaceLanguage language) {
        List<Topic> all = topics.list();
        Map<Slug, List<ArticleSummary>> byTopic = new HashMap<>();
        all.stream()
                .filter(topic -> topic.articles() > 0)
                .limit(SECTIONS)
                .forEach(topic -> byTopic.put(
                        topic.slug(),
                        articles.latestInTopic(topic.slug(), null, SECTION_STORIES)
                                .items()));
        List<ArticleSummary> newest = articles.latest(null, NEWEST).items();
        return page(pages.front(FrontPage.compose(all, Instant.now(), newest, byTopic), language));
    }

    private Answer latest(@Nullable String cursor, InterfaceLanguage language) {
        return page(pages.latest(new LatestPage(topics.list(), articles.latest(cursor, PAGE), cursor), language));
    }

    private Answer topic(Slug slug, @Nullable String cursor, InterfaceLanguage language) {
        Optional<Topic> topic = topics.find(slug);
        if (topic.isEmpty()) {
            return notice(Notice.NOT_FOUND, null, language);
        }
        Page<ArticleSummary> list = articles.latestInTopic(slug, cursor, PAGE);
        return page(pages.topic(new TopicPage(topics.list(), topic.get(), list, cursor), language));
    }

    private Answer author(Slug username, @Nullable String cursor, InterfaceLanguage language) {
        Page<ArticleSummary> list = articles.latestByAuthor(username, cursor, PAGE);
        Optional<Author> author = list.items().stream()
                .flatMap(article -> article.authors().stream())
                .filter(candidate -> candidate.username().equals(username))
                .findFirst();
        return author.map(found -> page(pages.author(new AuthorPage(topics.list(), found, list, cursor), language)))
                .orElseGet(() -> notice(Notice.NOT_FOUND, null, language));
    }

    private Answer article(Slug slug, InterfaceLanguage language) {
        Optional<Article> found = articles.find(slug);
        if (found.isEmpty()) {
            return notice(Notice.NOT_FOUND, null, language);
        }
        Article article = found.get();
        if (!article.slug().equals(slug)) {
            return Answer.moved(URI.create("/articles/" + article.slug()));
        }
        return page(pages.article(new ArticlePage(topics.list(), article, related(article)), language));
    }

    private List<ArticleSummary> related(Article article) {
        Slug topic = article.content().topic();
        return topic == null
                ? List.of()
                : articles.latestInTopic(topic, null, RELATED + 1).items().stream()
                        .filter(other -> !other.id().equals(article.id()))
                        .limit(RELATED)
                        .toList();
    }

    private static Answer page(byte[] html) {
        return new Answer(200, html, null);
    }
}
