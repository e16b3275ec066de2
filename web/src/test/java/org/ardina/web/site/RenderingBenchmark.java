package org.ardina.web.site;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Author;
import org.ardina.article.BodyFormat;
import org.ardina.article.BodyRendering;
import org.ardina.article.Content;
import org.ardina.article.Slug;
import org.ardina.comment.Conversation;
import org.ardina.store.Page;
import org.ardina.topic.Topic;

/**
 * Tells the processor time that it takes to render a page of usual size, its model being at hand: a front page of eight
 * sections, a list of twenty stories, an article of 1,500 words, in a paper of five hundred topics.
 */
final class RenderingBenchmark {

    private static final int WARM_UP = 5_000;
    private static final int COUNTED = 20_000;
    private static final Instant NOW = Instant.parse("2026-11-20T14:05:00Z");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private RenderingBenchmark() {}

    public static void main(String[] arguments) {
        Pages pages = new Pages(URI.create("https://news.example/"));
        List<Topic> topics = IntStream.range(0, 500)
                .mapToObj(i -> new Topic(new Slug("topic-" + i), "Topic " + i, "What stands in topic " + i, i, 20))
                .toList();
        List<ArticleSummary> stories = IntStream.range(0, 20)
                .mapToObj(i -> story(i, topics.get(i).slug()))
                .toList();
        Map<Slug, List<ArticleSummary>> byTopic = new HashMap<>();
        topics.stream().limit(8).forEach(topic -> byTopic.put(topic.slug(), stories));
        FrontPage front =
                FrontPage.compose(topics, NOW, stories, byTopic, stories.subList(0, 5), FrontPage.Chosen.NOTHING);
        TopicPage topic =
                new TopicPage(topics, topics.get(0), new Page<>(stories, "next"), stories.subList(0, 5), null);
        Article story = article(topics.get(0).slug());
        ConversationPart conversation = new ConversationPart(
                ConversationAddress.of(story.slug()),
                new Conversation(story.id(), 0, 0, false, false, 0),
                true,
                List.of(),
                false);
        ArticlePage article = new ArticlePage(topics, story, stories.subList(0, 4), conversation, 1234);
        report("front page", () -> pages.front(front, InterfaceLanguage.ENGLISH));
        report("topic", () -> pages.topic(topic, InterfaceLanguage.ENGLISH));
        report("article", () -> pages.article(article, InterfaceLanguage.PORTUGUESE));
    }

    private static void report(String page, Supplier<Html> render) {
        long bytes = 0;
        for (int i = 0; i < WARM_UP; i++) {
            bytes += render.get().bytes().length;
        }
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < COUNTED; i++) {
            bytes += render.get().bytes().length;
        }
        double microseconds = (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / COUNTED;
        PrintStream output = System.out;
        output.printf("%-10s  %6.1f µs of CPU  %6d bytes%n", page, microseconds, bytes / (WARM_UP + COUNTED));
    }

    private static ArticleSummary story(int number, Slug topic) {
        return new ArticleSummary(
                new ArticleId(String.format("%024x", number)),
                new Slug("story-" + number),
                "A headline of the usual length, the " + number + "th of them",
                "The sentence or two that stand under it and say why anyone should read on, at their usual length.",
                topic,
                List.of(new Author(new Slug("ana-prado"), "Ana Prado")),
                number % 2 == 0 ? "en" : "pt-PT",
                null,
                NOW,
                NOW,
                600);
    }

    private static Article article(Slug topic) {
        Content content = new Content(
                "A headline of the usual length",
                "The sentence or two that stand under it.",
                BodyRendering.render(
                        BodyFormat.MARKDOWN,
                        "## A part of it\n\n%s\n\n"
                                .formatted("word ".repeat(150))
                                .repeat(10)),
                topic,
                List.of("rivers", "bridges"),
                List.of(new Author(new Slug("ana-prado"), "Ana Prado")),
                "en",
                null);
        return new Article(
                new ArticleId("0123456789abcdef01234567"),
                List.of(new Slug("an-article")),
                content,
                ArticleState.APPROVED,
                NOW,
                NOW,
                NOW,
                1,
                null);
    }
}
