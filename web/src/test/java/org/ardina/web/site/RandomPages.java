package org.ardina.web.site;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Author;
import org.ardina.article.Body;
import org.ardina.article.BodyFormat;
import org.ardina.article.Content;
import org.ardina.article.Picture;
import org.ardina.article.Slug;
import org.ardina.comment.Comment;
import org.ardina.comment.CommentId;
import org.ardina.comment.CommentState;
import org.ardina.comment.CommentThread;
import org.ardina.comment.Commenter;
import org.ardina.comment.Conversation;
import org.ardina.comment.Review;
import org.ardina.comment.ThreadPlace;
import org.ardina.popularity.Period;
import org.ardina.popularity.PopularArticle;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Models of pages, of any shape that the records allow, with text that tries to break out of where it stands. */
final class RandomPages {

    /** What no page may contain outside escaped text. */
    static final String ATTACK = "evil";

    private static final List<String> TEXTS = List.of(
            "A quiet day",
            "</script><evil>",
            "<evil onload=evil()>",
            "\"><evil>",
            "'onmouseover='evil()",
            "&lt;evil&gt; & <!-- evil -->",
            "${evil} \u2028 \u2029",
            "]]><evil>",
            "control \u0000\u0001\u0008\u000b\u001f\u007f\u0085 characters",
            "halves \ud800 of \udfff pairs, nonchar\uffffacters\ufdd0",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "上流の谷の町議会は十一時間の討論の末、渡し船を残した",
            "घाटी की परिषद ने नौका को बनाए रखने का निर्णय लिया",
            "مجلس الوادي يصوّت على إبقاء العبّارة");
    private static final List<CommentState> STATES = List.copyOf(EnumSet.allOf(CommentState.class));
    private static final List<String> LANGUAGES =
            List.of("en", "pt-PT", "ja", "hi", "ar", "not a language", "\"><evil>");
    private static final Instant NOW = Instant.parse("2026-11-20T14:05:00Z");

    private final Random random;
    private final List<Topic> topics;

    RandomPages(long seed) {
        random = new Random(seed);
        topics = several(
                12,
                () -> new Topic(
                        slug(), text(), random.nextBoolean() ? text() : "", random.nextInt(9), random.nextInt(3)));
    }

    FrontPage front() {
        List<FrontPage.Section> sections = topics.stream()
                .map(topic -> new FrontPage.Section(topic, several(6, this::summary)))
                .toList();
        return new FrontPage(
                topics,
                NOW,
                maybe(this::summary),
                several(6, this::summary),
                several(9, this::summary),
                several(6, this::summary),
                sections);
    }

    LatestPage latest() {
        return new LatestPage(topics, summaries(), maybe(this::text));
    }

    TopicPage topic() {
        return new TopicPage(
                topics,
                new Topic(slug(), text(), text(), 1, 1),
                summaries(),
                several(6, this::summary),
                maybe(this::text));
    }

    TopicsPage topics() {
        return new TopicsPage(topics);
    }

    AuthorPage author() {
        return new AuthorPage(topics, new Author(slug(), text()), summaries(), maybe(this::text));
    }

    ArticlePage article() {
        Article article = wholeArticle();
        return new ArticlePage(topics, article, several(5, this::summary), conversation(article), random.nextInt(3000));
    }

    PopularPage popular() {
        List<Period> periods = List.copyOf(EnumSet.allOf(Period.class));
        return new PopularPage(
                topics,
                periods.get(random.nextInt(periods.size())),
                maybe(() -> topics.isEmpty() ? new Topic(slug(), text(), text(), 1, 1) : topics.get(0)),
                several(20, () -> new PopularArticle(summary(), random.nextInt(3000))));
    }

    NoticePage notice() {
        List<Notice> notices = List.copyOf(EnumSet.allOf(Notice.class));
        Notice notice = notices.get(random.nextInt(notices.size()));
        return new NoticePage(topics, notice, maybe(this::text));
    }

    private Article wholeArticle() {
        String html =
                "<h1>One</h1><p>Text <code>a</code></p><table><tr><td align=\"right\">1</td></tr></table><pre>x</pre>";
        Content content = new Content(
                text(),
                random.nextBoolean() ? text().repeat(9) : "",
                new Body(BodyFormat.HTML, "", html, random.nextInt(5000)),
                topic(random.nextInt(14)),
                several(5, this::text),
                several(4, () -> new Author(slug(), text())),
                language(),
                maybe(this::picture));
        Instant published = NOW.minus(Duration.ofMinutes(random.nextInt(100_000)));
        return new Article(
                id(),
                List.of(slug()),
                content,
                ArticleState.APPROVED,
                published,
                published,
                published.plusSeconds(random.nextInt(120)),
                1,
                null);
    }

    private ArticleSummary summary() {
        return new ArticleSummary(
                id(),
                slug(),
                text().repeat(1 + random.nextInt(5)),
                random.nextBoolean() ? text() : "",
                topic(random.nextInt(14)),
                several(4, () -> new Author(slug(), text())),
                language(),
                maybe(this::picture),
                NOW,
                NOW,
                random.nextInt(5000));
    }

    private Page<ArticleSummary> summaries() {
        return new Page<>(several(20, this::summary), maybe(this::text));
    }

    private Picture picture() {
        URI source = random.nextBoolean()
                ? URI.create("/media/1.jpg")
                : URI.create("https://pictures.example/a?b='onerror=evil()&c=1");
        return new Picture(source, text(), maybe(this::text), maybe(this::text));
    }

    private ArticleId id() {
        return new ArticleId("%024x".formatted(random.nextLong() & Long.MAX_VALUE));
    }

    private Slug slug() {
        return new Slug("a-" + (random.nextInt() & Integer.MAX_VALUE));
    }

    private @Nullable Slug topic(int number) {
        return number < topics.size() ? topics.get(number).slug() : null;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String language() {
        return LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    }

    private <T> @Nullable T maybe(Supplier<T> supplier) {
        return random.nextBoolean() ? supplier.get() : null;
    }

    private <T> List<T> several(int bound, Supplier<T> supplier) {
        return IntStream.range(0, random.nextInt(bound))
                .boxed()
                .flatMap(number -> Stream.of(supplier.get()))
                .toList();
    }

    ConversationPage conversation() {
        Article article = wholeArticle();
        return new ConversationPage(topics, article, conversation(article));
    }

    private ConversationPart conversation(Article article) {
        return new ConversationPart(
                ConversationAddress.of(article.slug()),
                new Conversation(article.id(), random.nextInt(3), random.nextInt(3), false, false, 1),
                random.nextBoolean(),
                several(
                        4,
                        () -> new CommentThread(
                                comment(article, new ThreadPlace("")),
                                several(
                                        3,
                                        () -> comment(
                                                article, new ThreadPlace("0".repeat(18 * (1 + random.nextInt(3)))))))),
                random.nextBoolean());
    }

    private Comment comment(Article article, ThreadPlace place) {
        CommentId id = new CommentId("%024x".formatted(random.nextInt(1 << 30)));
        return new Comment(
                id,
                article.id(),
                id,
                null,
                place,
                new Commenter(null, random.nextBoolean() ? text() : "", random.nextBoolean()),
                text() + "\n\n" + text() + " https://example.org/\"><evil>",
                "en",
                NOW,
                maybe(() -> NOW),
                STATES.get(random.nextInt(STATES.size())),
                true,
                random.nextInt(3),
                random.nextInt(9),
                1,
                new Review(List.of(), null, null, 0, Set.of()));
    }
}
