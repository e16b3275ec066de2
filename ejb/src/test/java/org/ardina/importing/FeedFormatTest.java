package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.ardina.article.BodyFormat;
import org.junit.jupiter.api.Test;

class FeedFormatTest {

    @Test
    void readsRssInUtf8ThatSaysItIsLatin1() throws IOException {
        List<SourceArticle> articles = Reading.ofResource("feed.rss").articles();
        SourceArticle first = articles.get(0);

        assertThat(first.key()).isEqualTo("tag:1");
        assertThat(first.headline()).isEqualTo("Café & pão");
        assertThat(first.standfirst()).isEqualTo("Short text");
        assertThat(first.body()).isEqualTo("<p>Long text</p>");
        assertThat(first.sections()).containsExactly("Food");
        assertThat(first.authors()).containsExactly(new SourceAuthor(null, "Ana Lima"));
        assertThat(first.language()).isEqualTo("pt-BR");
        assertThat(first.picture()).isEqualTo(URI.create("https://f.example/1.jpg"));
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
        assertThat(first.notes()).containsExactly("the feed says that it is ISO-8859-1 but is UTF-8");
        assertThat(articles).hasSize(3).extracting(SourceArticle::key).doesNotHaveDuplicates();
    }

    @Test
    void readsAtomWithMarkupAndPlainText() throws IOException {
        List<SourceArticle> articles = Reading.ofResource("feed.atom").articles();

        assertThat(articles.get(0).headline()).isEqualTo("One < two");
        assertThat(articles.get(0).body()).contains("<p>One\u00a0<b>two</b></p>");
        assertThat(articles.get(0).updatedAt()).isEqualTo(Instant.parse("2026-02-02T09:00:00Z"));
        assertThat(articles.get(1).format()).isEqualTo(BodyFormat.TEXT);
        assertThat(articles.get(1).body()).isEqualTo("a < b");
        assertThat(articles.get(1).publishedAt()).isEqualTo(Instant.parse("2026-02-02T09:00:00Z"));
    }

    @Test
    void readsJsonFeedWithWhatStandsBehindTheItems() throws IOException {
        Reading reading = Reading.ofResource("feed.json");
        SourceArticle first = reading.articles().get(0);
        SourceArticle second = reading.articles().get(1);

        assertThat(first.body()).isEqualTo("<p>Hi</p>");
        assertThat(first.language()).isEqualTo("de");
        assertThat(first.authors()).containsExactly(new SourceAuthor(null, "Own"));
        assertThat(first.picture()).isEqualTo(URI.create("https://j.example/1.png"));
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2026-02-01T13:00:00Z"));
        assertThat(second.key()).isEqualTo("2");
        assertThat(second.headline()).isEqualTo("No title here");
        assertThat(second.language()).isEqualTo("en");
        assertThat(second.authors()).containsExactly(new SourceAuthor(null, "Feed"));
        assertThat(reading.unusable())
                .extracting(UnusableItem::reason)
                .containsExactly("its date “soon” cannot be read", "has no body");
    }

    @Test
    void readsFeedsInOtherEncodings() throws IOException {
        String feed = "<rss version='2.0'><channel><title>t</title><item><title>Příliš žluťoučký kůň</title>"
                + "<description>úpěl ďábelské ódy, a to celý den až do večera</description></item></channel></rss>";

        assertThat(Reading.of(feed.getBytes(UTF_16LE)).onlyArticle().headline()).isEqualTo("Příliš žluťoučký kůň");
        assertThat(Reading.of(("\ufeff" + feed).getBytes(UTF_8)).onlyArticle().headline())
                .isEqualTo("Příliš žluťoučký kůň");
        String declared = "<?xml version='1.0' encoding='windows-1250'?>" + feed;
        assertThat(Reading.of(declared.getBytes(Charset.forName("windows-1250")))
                        .onlyArticle()
                        .headline())
                .isEqualTo("Příliš žluťoučký kůň");
        SourceArticle undeclared =
                Reading.of(feed.getBytes(Charset.forName("windows-1250"))).onlyArticle();
        assertThat(undeclared.notes()).anyMatch(note -> note.startsWith("the feed is not in the encoding"));
    }

    @Test
    void refusesHostileAndUnknownFeeds() throws IOException {
        String entity = "<!DOCTYPE rss [<!ENTITY x \"y\">]><rss version='2.0'><channel/></rss>";
        assertThat(Reading.of(entity).refusal()).contains("defines XML entities");
        assertThat(Reading.of("<feed><title>no namespace</title></feed>").refusal())
                .startsWith("The feed is of no kind that is known");
        assertThat(Reading.of("<rss version='2.0'>" + "<a>".repeat(10_000)).refusal())
                .startsWith("The XML is broken");
        assertThat(Reading.of("<rss version='2.0'><channel><item>").refusal())
                .isEqualTo("The file ends in the middle of its XML");
        assertThat(Reading.of("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":")
                        .refusal())
                .isEqualTo("The file ends in the middle of its JSON");
    }
}
