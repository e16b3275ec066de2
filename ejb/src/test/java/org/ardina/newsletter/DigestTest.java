package org.ardina.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Slug;
import org.ardina.configuration.MapConfig;
import org.ardina.configuration.PublicAddress;
import org.ardina.mail.LetterTexts;
import org.ardina.mail.Mail;
import org.ardina.problem.InvalidInputException;
import org.junit.jupiter.api.Test;

/** What stands in a digest. */
class DigestTest {

    private static final PublicAddress SITE =
            new PublicAddress(MapConfig.settings("ardina.public-url", "https://news.example.org"));
    private static final String KEY = "key-of-the-subscription";

    @Test
    void namesStoriesWithTheirAddressesAndSaysHowItIsEnded() {
        Mail mail =
                digest("en", List.of(story("ferry", "The ferry is late", "Again."), story("bridge", "A bridge", "")));
        assertThat(mail.to()).isEqualTo("rosa@example.org");
        assertThat(mail.subject()).isEqualTo("Today: The ferry is late");
        assertThat(mail.paragraphs())
                .containsSubsequence(
                        "The ferry is late\nAgain.",
                        "https://news.example.org/articles/ferry",
                        "A bridge",
                        "https://news.example.org/articles/bridge",
                        "https://news.example.org/newsletter/" + KEY,
                        "Ardina\nhttps://news.example.org/");
        assertThat(mail.unsubscribe()).isEqualTo(URI.create("https://news.example.org/newsletter-end/" + KEY));
    }

    @Test
    void isInTheLanguageOfTheReaderAndShortensLongText() {
        Mail mail = digest("pt-PT", List.of(story("ferry", "O barco", "palavra ".repeat(100))));
        assertThat(mail.subject()).isEqualTo("Hoje: O barco");
        assertThat(mail.paragraphs())
                .anyMatch(paragraph -> paragraph.startsWith("O barco\npalavra")
                        && paragraph.endsWith("palavra…")
                        && paragraph.length() < 320);
    }

    @Test
    void aChoiceNamesEachTopicOnceAndNotTooMany() {
        Choice choice = new Choice(Cadence.WEEKLY, List.of(new Slug("sea"), new Slug("city"), new Slug("sea")), "en");
        assertThat(choice.topics()).containsExactly(new Slug("city"), new Slug("sea"));
        List<Slug> many = IntStream.rangeClosed(0, Choice.MOST_TOPICS)
                .mapToObj(i -> new Slug("topic-" + i))
                .toList();
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Choice(Cadence.DAILY, many, "en"));
    }

    private static Mail digest(String language, List<ArticleSummary> stories) {
        Subscription reader = new Subscription(KEY, "rosa@example.org", new Choice(Cadence.DAILY, List.of(), language));
        return Digest.write(reader, stories, LetterTexts.of(language), SITE);
    }

    private static ArticleSummary story(String slug, String headline, String standfirst) {
        Instant time = Instant.parse("2026-11-22T05:00:00Z");
        return new ArticleSummary(
                new ArticleId("0".repeat(24)),
                new Slug(slug),
                headline,
                standfirst,
                null,
                List.of(),
                "en",
                null,
                time,
                time,
                100);
    }
}
