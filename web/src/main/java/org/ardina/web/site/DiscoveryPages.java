package org.ardina.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ardina.article.ArchiveMonth;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.article.Author;
import org.ardina.article.Slug;
import org.ardina.cache.PageContent;
import org.ardina.cache.PageTags;
import org.ardina.configuration.PublicAddress;
import org.ardina.search.Search;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.ardina.websub.WebSubHub;
import org.jspecify.annotations.Nullable;

/** What machines read to find what there is to read: feeds, sitemaps, robots.txt and the description of the search. */
@ApplicationScoped
class DiscoveryPages {

    private static final String XML = "application/xml; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int FEED_LENGTH = 30;
    private static final Duration NEWS = Duration.ofDays(2);
    private static final int MOST_NEWS = 1000;

    /** With topics, a sitemap holds 50,000 pages. */
    private static final int MOST_AUTHORS = 45_000;

    @Inject
    private Articles articles;

    @Inject
    private Topics topics;

    @Inject
    private PublicAddress address;

    @Inject
    private WebSubHub hub;

    @Inject
    private Search search;

    private SitemapWriter sitemaps;

    @PostConstruct
    void prepare() {
        sitemaps = new SitemapWriter(address.uri());
    }

    /** The newest stories of the site. */
    PageContent feed(FeedFormat format, InterfaceLanguage language) {
        Texts texts = Texts.of(language);
        return feed(
                format,
                "",
                texts.text("site.name"),
                texts.text("site.description"),
                articles.latest(null, FEED_LENGTH).items(),
                PageTags.LATEST,
                language);
    }

    PageContent feedOfTopic(Slug slug, FeedFormat format, InterfaceLanguage language) {
        String tag = PageTags.topic(slug.value());
        Optional<Topic> topic = topics.find(slug);
        if (topic.isEmpty()) {
            return topics.target(slug)
                    .map(target -> PageContent.moved(
                            "/topics/" + target + "/" + format.file(), List.of(tag, PageTags.topic(target.value()))))
                    .orElseGet(() -> PageContent.notFound(List.of(tag)));
        }
        String description = topic.get().description();
        return feed(
                format,
                "/topics/" + slug,
                Texts.of(language).text("page.title", topic.get().name()),
                description.isBlank() ? topic.get().name() : description,
                articles.latestInTopic(slug, null, FEED_LENGTH).items(),
                tag,
                language);
    }

    PageContent feedOfAuthor(Slug username, FeedFormat format, InterfaceLanguage language) {
        String tag = PageTags.author(username.value());
        List<ArticleSummary> stories =
                articles.latestByAuthor(username, null, FEED_LENGTH).items();
        Optional<Author> author = author(username, stories);
        if (author.isEmpty()) {
            return PageContent.notFound(List.of(tag));
        }
        Texts texts = Texts.of(language);
        return feed(
                format,
                "/authors/" + username,
                texts.text("page.title", author.get().name()),
                texts.text("author.description", author.get().name()),
                stories,
                tag,
                language);
    }

    /** The name with which an author signs, as in the newest of these. */
    static Optional<Author> author(Slug username, List<ArticleSummary> stories) {
        return stories.stream()
                .flatMap(article -> article.authors().stream())
                .filter(candidate -> candidate.username().equals(username))
                .findFirst();
    }

    private PageContent feed(
            FeedFormat format,
            String path,
            String title,
            String description,
            List<ArticleSummary> stories,
            String tag,
            InterfaceLanguage language) {
        Map<Slug, String> names = topics.list().stream().collect(Collectors.toMap(Topic::slug, Topic::name));
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Feed feed = new Feed(address.uri(), path, title, description, language, hub.address(), names, stories, today);
        Set<String> tags = new LinkedHashSet<>(List.of(tag, PageTags.NAVIGATION));
        stories.forEach(article -> tags.add(PageTags.article(article.id().value())));
        return PageContent.page(format.contentType(), FeedWriter.write(feed, format), List.of(), tags);
    }

    /** Any other document, by its name. */
    PageContent document(String name, InterfaceLanguage language) {
        return switch (name) {
            case "sitemap.xml" -> sitemap(sitemaps.index(sitemapPaths()));
            case "sitemap-pages.xml" -> sitemap(sitemaps.pages(pagePaths()), PageTags.TOPICS);
            case "sitemap-news.xml" -> news(language);
            case "robots.txt" -> robots();
            case "opensearch.xml" -> searchDescription(language);
            default -> SitemapPart.parse(name).map(this::articles).orElseGet(() -> PageContent.notFound(List.of()));
        };
    }

    private List<String> sitemapPaths() {
        List<String> paths = new ArrayList<>(List.of("/sitemap-pages.xml"));
        for (ArchiveMonth month : articles.archive()) {
            IntStream.rangeClosed(1, SitemapPart.count(month))
                    .mapToObj(number -> new SitemapPart(month.month(), number).path())
                    .forEach(paths::add);
        }
        return paths;
    }

    private List<String> pagePaths() {
        List<String> paths = new ArrayList<>(List.of("/", "/latest", PopularAddress.PATH, "/topics"));
        topics.list().stream()
                .filter(topic -> topic.articles() > 0)
                .map(topic -> "/topics/" + topic.slug())
                .forEach(paths::add);
        search.authors(MOST_AUTHORS).forEach(username -> paths.add("/authors/" + username));
        return paths;
    }

    private PageContent articles(SitemapPart part) {
        List<ArticleSummary> published = articles.published(
                ArchiveMonth.begin(part.month()),
                ArchiveMonth.end(part.month()),
                (part.number() - 1) * SitemapPart.LENGTH,
                SitemapPart.LENGTH);
        return published.isEmpty()
                ? PageContent.notFound(List.of(PageTags.SITEMAP))
                : sitemap(sitemaps.articles(published));
    }

    private PageContent news(InterfaceLanguage language) {
        Instant now = Instant.now();
        List<ArticleSummary> newest = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = articles.latest(cursor, org.ardina.store.Page.MAXIMUM_LIMIT);
            page.items().stream()
                    .filter(article -> article.publishedAt().isAfter(now.minus(NEWS)))
                    .forEach(newest::add);
            boolean more = !page.items().isEmpty()
                    && newest.contains(page.items().get(page.items().size() - 1));
            cursor = more ? page.next() : null;
        } while (cursor != null && newest.size() < MOST_NEWS);
        return sitemap(sitemaps.news(Texts.of(language).text("site.name"), newest));
    }

    private PageContent robots() {
        String text = """
                User-agent: *
                Disallow: /account
                Disallow: /api/
                Disallow: /console/
                Disallow: /login
                Disallow: /register
                Disallow: /search?
                Disallow: /*?lang=
                Disallow: /*&lang=

                Sitemap: %s
                Sitemap: %s
                """.formatted(address.page("/sitemap.xml"), address.page("/sitemap-news.xml"));
        return PageContent.page(TEXT, text.getBytes(UTF_8), List.of(), List.of());
    }

    private PageContent searchDescription(InterfaceLanguage language) {
        Texts texts = Texts.of(language);
        byte[] description = SearchDescription.write(
                texts.text("site.name"),
                texts.text("site.description"),
                language.tag(),
                address.page("/search"),
                address.page(Assets.path("icon.png")));
        return PageContent.page(SearchDescription.MEDIA_TYPE + "; charset=utf-8", description, List.of(), List.of());
    }

    private static PageContent sitemap(byte[] bytes, String... tags) {
        Set<String> all = new LinkedHashSet<>(List.of(PageTags.SITEMAP));
        all.addAll(List.of(tags));
        return PageContent.page(XML, bytes, List.of(), all);
    }
}
