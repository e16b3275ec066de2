package org.ardina.web.site;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.article.Author;
import org.ardina.article.Slug;
import org.ardina.cache.PageContent;
import org.ardina.cache.PageKey;
import org.ardina.cache.PageRenderer;
import org.ardina.cache.PageTags;
import org.ardina.configuration.PublicAddress;
import org.ardina.curation.Curation;
import org.ardina.curation.FrontPageChoice;
import org.ardina.popularity.PopularArticle;
import org.ardina.popularity.Popularity;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Renders the pages of the reader site: fetches what each shows, and says by tags what that is. */
@ApplicationScoped
class ReaderPages implements PageRenderer {

    static final String HTML = "text/html; charset=utf-8";

    private static final int PAGE = 20;
    private static final int NEWEST = 20;
    private static final int SECTIONS = 8;
    private static final int SECTION_STORIES = 11;
    private static final int RELATED = 4;
    private static final int POPULAR = 5;

    @Inject
    private Articles articles;

    @Inject
    private Topics topics;

    @Inject
    private Curation curation;

    @Inject
    private ConversationPages conversations;

    @Inject
    private Popularity popularity;

    @Inject
    private DiscoveryPages discovery;

    @Inject
    private PublicAddress address;

    private Pages pages;

    @PostConstruct
    void prepare() {
        pages = new Pages(address.uri());
    }

    /** Renders the page of a normalised address. */
    @Override
    public PageContent render(PageKey key) {
        InterfaceLanguage language = InterfaceLanguage.of(key.language()).orElseThrow();
        if (key.address().equals(PageAddress.NOT_FOUND)) {
            Html html = pages.notice(new NoticePage(topics.list(), Notice.NOT_FOUND, null), language);
            return html(html, new LinkedHashSet<>());
        }
        if (ConversationAddress.isOne(key.address())) {
            return conversations.render(ConversationAddress.parse(key.address()), language);
        }
        PageAddress page = PageAddress.parse(key.address());
        Slug slug = page.slug();
        try {
            FeedFormat feed = page.feed();
            if (feed != null) {
                return feed(page, feed, language);
            }
            return switch (page.kind()) {
                case "" -> front(language);
                case "latest" -> latest(page.cursor(), language);
                case "popular" -> popular(PopularAddress.parse(key.address()), language);
                case "topics" -> slug == null ? topics(language) : topic(slug, page.cursor(), language);
                case "authors" -> author(Objects.requireNonNull(slug), page.cursor(), language);
                case "articles" -> article(Objects.requireNonNull(slug), language);
                default -> discovery.document(page.kind(), language);
            };
        } catch (InvalidInputException notACursor) {
            return new PageContent(
                    Notice.BAD_REQUEST.status(),
                    HTML,
                    notice(Notice.BAD_REQUEST, null, language),
                    List.of(),
                    null,
                    List.of());
        }
    }

    /** A page that says why there is nothing to read now; it needs no store, as none may answer. */
    byte[] notice(Notice notice, @Nullable String requestId, InterfaceLanguage language) {
        return pages.notice(new NoticePage(List.of(), notice, requestId), language)
                .bytes();
    }

    private PageContent feed(PageAddress page, FeedFormat format, InterfaceLanguage language) {
        Slug slug = page.slug();
        if (slug == null) {
            return discovery.feed(format, language);
        }
        return page.kind().equals("topics")
                ? discovery.feedOfTopic(slug, format, language)
                : discovery.feedOfAuthor(slug, format, language);
    }

    private PageContent front(InterfaceLanguage language) {
        List<Topic> all = topics.list();
        List<ArticleSummary> newest = articles.latest(null, NEWEST).items();
        Set<String> tags = new LinkedHashSet<>(List.of(PageTags.FRONT));
        addArticles(newest, tags);
        Map<Slug, List<ArticleSummary>> byTopic = new HashMap<>();
        for (Topic topic : all.stream()
                .filter(topic -> topic.articles() > 0)
                .limit(SECTIONS)
                .toList()) {
            List<ArticleSummary> stories =
                    articles.latestInTopic(topic.slug(), null, SECTION_STORIES).items();
            byTopic.put(topic.slug(), stories);
            addArticles(stories, tags);
        }
        // To the day, which is what is shown: the same page has the same bytes.
        Instant edition = Instant.now().truncatedTo(ChronoUnit.DAYS);
        List<ArticleSummary> popular = popularity.recent(null, POPULAR);
        addArticles(popular, tags);
        FrontPage.Chosen chosen = chosen();
        addArticles(Stream.ofNullable(chosen.lead()).toList(), tags);
        addArticles(chosen.pins(), tags);
        return html(pages.front(FrontPage.compose(all, edition, newest, byTopic, popular, chosen), language), tags);
    }

    /** What administrators chose, without what readers may not see now. */
    private FrontPage.Chosen chosen() {
        FrontPageChoice choice = curation.current();
        Map<ArticleId, ArticleSummary> stories = articles.find(choice.articles()).stream()
                .collect(Collectors.toMap(ArticleSummary::id, Function.identity()));
        return new FrontPage.Chosen(
                choice.lead() == null ? null : stories.get(choice.lead()),
                choice.pins().stream()
                        .map(stories::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private PageContent latest(@Nullable String cursor, InterfaceLanguage language) {
        Page<ArticleSummary> list = articles.latest(cursor, PAGE);
        Set<String> tags = new LinkedHashSet<>(List.of(PageTags.LATEST));
        addArticles(list.items(), tags);
        return html(pages.latest(new LatestPage(topics.list(), list, cursor), language), tags);
    }

    private PageContent popular(PopularAddress list, InterfaceLanguage language) {
        Set<String> tags = new LinkedHashSet<>();
        Slug slug = list.topic();
        Topic topic = null;
        if (slug != null) {
            tags.add(PageTags.topic(slug.value()));
            topic = topics.find(slug).orElse(null);
            if (topic == null) {
                return topics.target(slug)
                        .map(target -> movedTopic(new PopularAddress(list.period(), target).path(), target, tags))
                        .orElseGet(() -> PageContent.notFound(tags));
            }
        }
        List<PopularArticle> most =
                popularity.list(list.period(), slug, null, PAGE).items();
        addArticles(most.stream().map(PopularArticle::article).toList(), tags);
        return html(pages.popular(new PopularPage(topics.list(), list.period(), topic, most), language), tags);
    }

    private PageContent topics(InterfaceLanguage language) {
        return html(
                pages.topics(new TopicsPage(topics.list()), language), new LinkedHashSet<>(List.of(PageTags.TOPICS)));
    }

    private PageContent topic(Slug slug, @Nullable String cursor, InterfaceLanguage language) {
        Set<String> tags = new LinkedHashSet<>(List.of(PageTags.topic(slug.value())));
        Optional<Topic> topic = topics.find(slug);
        if (topic.isEmpty()) {
            return topics.target(slug)
                    .map(target -> movedTopic("/topics/" + target, target, tags))
                    .orElseGet(() -> PageContent.notFound(tags));
        }
        Page<ArticleSummary> list = articles.latestInTopic(slug, cursor, PAGE);
        addArticles(list.items(), tags);
        List<ArticleSummary> popular = cursor == null ? popularity.recent(slug, POPULAR) : List.of();
        addArticles(popular, tags);
        return html(pages.topic(new TopicPage(topics.list(), topic.get(), list, popular, cursor), language), tags);
    }

    /** Leads from a topic to the one that took its place, for as long as that is there. */
    private static PageContent movedTopic(String path, Slug target, Set<String> tags) {
        tags.add(PageTags.topic(target.value()));
        return PageContent.moved(path, tags);
    }

    private PageContent author(Slug username, @Nullable String cursor, InterfaceLanguage language) {
        Set<String> tags = new LinkedHashSet<>(List.of(PageTags.author(username.value())));
        Page<ArticleSummary> list = articles.latestByAuthor(username, cursor, PAGE);
        Optional<Author> author = DiscoveryPages.author(username, list.items());
        if (author.isEmpty()) {
            return PageContent.notFound(tags);
        }
        addArticles(list.items(), tags);
        return html(pages.author(new AuthorPage(topics.list(), author.get(), list, cursor), language), tags);
    }

    private PageContent article(Slug slug, InterfaceLanguage language) {
        Optional<Article> found = articles.find(slug);
        if (found.isEmpty()) {
            return PageContent.notFound(List.of(PageTags.slug(slug.value())));
        }
        Article article = found.get();
        Set<String> tags =
                new LinkedHashSet<>(List.of(PageTags.article(article.id().value())));
        if (!article.slug().equals(slug)) {
            return PageContent.moved("/articles/" + article.slug(), tags);
        }
        List<ArticleSummary> related = related(article);
        // Not the tag of its topic: a new article of the topic would drop the pages of all others, and may wait here
        // for
        // the end of their lifetimes.
        addArticles(related, tags);
        tags.add(PageTags.conversation(article.id().value()));
        long views = popularity.views(article.id());
        ArticlePage page = new ArticlePage(topics.list(), article, related, conversations.underArticle(article), views);
        return html(pages.article(page, language), tags);
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

    private static void addArticles(List<ArticleSummary> shown, Set<String> tags) {
        shown.forEach(article -> tags.add(PageTags.article(article.id().value())));
    }

    /** A page with its tags and that of the navigation, which every page has. */
    private static PageContent html(Html html, Set<String> tags) {
        tags.add(PageTags.NAVIGATION);
        return PageContent.page(HTML, html.bytes(), html.holes(), tags);
    }
}
