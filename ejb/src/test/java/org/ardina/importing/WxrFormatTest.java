package org.ardina.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.ardina.article.ArticleState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WxrFormatTest {

    private static final String HEAD = "<rss xmlns:wp='http://wordpress.org/export/1.2/'"
            + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>";
    private static final String POST =
            "<item><title>A</title><wp:status>publish</wp:status><content:encoded>text</content:encoded></item>";

    private Reading reading = new Reading(List.of(), null);

    @BeforeAll
    void read() throws IOException {
        reading = Reading.ofResource("wordpress.xml");
    }

    @Test
    void readsAPostWithAllThatBelongsToIt() {
        SourceArticle post = article("The ferry & the tide");

        assertThat(post.key()).isEqualTo("https://harbour.example/?p=7");
        assertThat(post.standfirst()).isEqualTo("Ferries stopped on Thursday.");
        assertThat(post.sections()).containsExactly("Sea");
        assertThat(post.tags()).containsExactly("Ferries");
        assertThat(post.authors()).containsExactly(new SourceAuthor("ines", "Inês Prado"));
        assertThat(post.language()).isEqualTo("en-GB");
        assertThat(post.slug()).isEqualTo("café-ferry");
        assertThat(post.url()).isEqualTo(URI.create("https://harbour.example/2026/01/ferry/"));
        assertThat(post.picture()).isEqualTo(URI.create("https://harbour.example/10.jpg"));
        assertThat(post.state()).isEqualTo(ArticleState.APPROVED);
        assertThat(post.publishedAt()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(post.updatedAt()).isEqualTo(Instant.parse("2026-01-02T12:00:00Z"));
        assertThat(post.notes()).containsExactly("comments left out: 1 pingback, 1 spam");
    }

    @Test
    void turnsTheClassicEditorsTextIntoHtml() {
        assertThat(article("The ferry & the tide").body())
                .contains("<p>First line<br>\nsecond line</p>")
                .contains("<figure><img src=\"https://harbour.example/a.jpg\" alt=\"A\" />"
                        + "<figcaption>The quay</figcaption></figure>")
                .contains("<pre>kept\n\nas is</pre>")
                .contains("<p><a href=\"https://video.example/watch?v=1\">https://video.example/watch?v=1</a></p>")
                .contains("<figure><img src=\"https://harbour.example/9.jpg\" alt=\"\">\n"
                        + "<img src=\"https://harbour.example/10.jpg\" alt=\"\"></figure>")
                .contains("<p>and [unknown thing=\"1\"] stay.</p>");
    }

    @Test
    void keepsCommentsOfReadersInTheirThreads() {
        assertThat(article("The ferry & the tide").comments())
                .containsExactly(
                        new SourceComment("1", null, "Tom", "Well\nsaid", Instant.parse("2026-01-01T13:00:00Z"), true),
                        new SourceComment("2", "1", "Ada", "Not yet seen", null, false));
    }

    @Test
    void mapsTheStatesOfPosts() {
        assertThat(article("Blocks").state()).isEqualTo(ArticleState.ARCHIVED);
        assertThat(article("Secret").state()).isEqualTo(ArticleState.DRAFT);
        assertThat(article("Secret").notes()).containsExactly("was protected by a password and became a draft");
        assertThat(article("Later").state()).isEqualTo(ArticleState.APPROVED);
        assertThat(article("Later").publishedAt()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
    }

    @Test
    void readsPagesOfTheBlockEditorAndLocalDates() {
        SourceArticle page = article("Blocks");

        assertThat(page.key()).isEqualTo("https://harbour.example/blocks/ 12");
        assertThat(page.body().strip()).isEqualTo("<p>Kept\n\ntogether</p>");
        assertThat(page.publishedAt()).isEqualTo(Instant.parse("2026-01-05T08:00:00Z"));
        assertThat(page.notes())
                .containsExactly(
                        "was a page",
                        "was private and is archived",
                        "its date has no time zone; UTC was taken",
                        "blocks left out because their content is not in the export: latest-posts");
    }

    @Test
    void mendsWhatParsersRefuseAndFindsAHeadline() {
        SourceArticle draft = article("Only a text, ]]> odd … &bogus;");

        assertThat(draft.state()).isEqualTo(ArticleState.DRAFT);
        assertThat(draft.publishedAt()).isNull();
        assertThat(draft.notes()).contains("has no headline; its first words stand in");
    }

    @Test
    void tellsWhatIsNoArticle() {
        assertThat(reading.unusable())
                .extracting(item -> item.item() + ": " + item.reason())
                .containsExactly(
                        "quay.jpg: is a WordPress attachment, not a post or page",
                        "boat.jpg: is a WordPress attachment, not a post or page",
                        "Home: is a WordPress nav_menu_item, not a post or page",
                        "Gone: is in the trash",
                        "Empty draft: has no body",
                        "When: its date cannot be read");
        assertThat(reading.refusal()).isNull();
    }

    @Test
    void keepsTheItemsBeforeACut() throws IOException {
        Reading cut = Reading.of(HEAD + POST + POST.substring(0, 60));

        assertThat(cut.articles()).hasSize(1);
        assertThat(cut.refusal()).isEqualTo("The file ends in the middle of its XML");
    }

    @Test
    void refusesEntitiesBrokenXmlAndDeepNesting() throws IOException {
        String internal = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + HEAD + "<title>&x;</title>";
        assertThat(Reading.of(internal).refusal()).contains("defines XML entities");

        assertThat(Reading.of(HEAD + POST + "</rss>").refusal()).startsWith("The XML is broken: Unexpected close tag");
        assertThat(Reading.of(HEAD + "<a>".repeat(100_000)).refusal()).startsWith("The XML is broken: ");
        assertThat(Reading.of("<!DOCTYPE rss>" + HEAD + POST + "</channel></rss>")
                        .articles())
                .hasSize(1);
    }

    private SourceArticle article(String headline) {
        return Objects.requireNonNull(reading.articles().stream()
                .filter(article -> article.headline().equals(headline))
                .findFirst()
                .orElse(null));
    }
}
