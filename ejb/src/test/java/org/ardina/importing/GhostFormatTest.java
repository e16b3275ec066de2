package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.ardina.article.ArticleState;
import org.ardina.article.BodyFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GhostFormatTest {

    private List<SourceArticle> articles = List.of();
    private List<UnusableItem> unusable = List.of();

    @BeforeAll
    void read() throws IOException {
        Reading reading = Reading.ofResource("ghost.json");
        articles = reading.articles();
        unusable = reading.unusable();
    }

    @Test
    void joinsPostsWithAuthorsAndTagsThatComeLater() {
        SourceArticle post = articles.get(0);

        assertThat(post.key()).isEqualTo("u-1");
        assertThat(post.standfirst()).isEqualTo("In short");
        assertThat(post.sections()).containsExactly("World");
        assertThat(post.tags()).containsExactly("Trade");
        assertThat(post.authors())
                .containsExactly(new SourceAuthor("ana", "Ana Lima"), new SourceAuthor("rui", "Rui Sá"));
        assertThat(post.language()).isEqualTo("pt");
        assertThat(post.publishedAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20Z"));
        assertThat(post.picture()).isNull();
        assertThat(post.notes())
                .containsExactly("the picture “/content/images/x.png” was left out: its address is not absolute");
    }

    @Test
    void writesLexicalAsHtml() {
        assertThat(articles.get(0).body()).isEqualTo("""
                        <p><strong>Bold &amp; new</strong><br><a href="/about/">about</a></p>
                        <h2>Part</h2>
                        <ol><li><em>one</em></li></ol>
                        <figure><img src="https://g.example/a.png" alt="A"><figcaption>Seen</figcaption></figure>
                        <p><em>md</em></p>
                        <figure><pre><code>a&lt;b</code></pre></figure>
                        <hr>
                        <figure><a href="https://b.example/">B</a></figure>
                        """);
    }

    @Test
    void writesMobiledocAsHtml() {
        SourceArticle page = articles.get(1);

        assertThat(page.body()).isEqualTo("""
                        <p><strong>strong</strong><br><a href="https://a.example/">link</a> &lt;end&gt;</p>
                        <ul>
                        <li>item</li>
                        </ul>
                        <hr>
                        <figure><img src="https://g.example/1.jpg" alt=""><img src="https://g.example/2.jpg" alt=""></figure>
                        """);
        assertThat(page.state()).isEqualTo(ArticleState.APPROVED);
        assertThat(page.publishedAt()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(page.picture()).isEqualTo(URI.create("https://g.example/f.jpg"));
        assertThat(page.notes()).containsExactly("was a page");
    }

    @Test
    void readsOldMarkdownAndKeepsWhatWasNotForEverybodyUnpublished() {
        assertThat(articles.get(2).format()).isEqualTo(BodyFormat.MARKDOWN);
        assertThat(articles.get(2).state()).isEqualTo(ArticleState.DRAFT);
        assertThat(articles.get(2).authors()).containsExactly(new SourceAuthor("rui", "Rui Sá"));
        assertThat(articles.get(3).body()).isEqualTo("<p>For <a href=\"/x\">members</a></p>");
        assertThat(articles.get(3).state()).isEqualTo(ArticleState.DRAFT);
        assertThat(articles.get(3).publishedAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20Z"));
    }

    @Test
    void tellsWhatIsNoArticle() {
        assertThat(unusable)
                .extracting(UnusableItem::reason)
                .containsExactly(
                        "the document of Ghost's editor in it cannot be read",
                        "its date cannot be read",
                        "has no body");
    }

    @Test
    void keepsThePostsBeforeACut() throws IOException {
        String whole = new String(Reading.resource("ghost.json"), UTF_8);

        Reading cut = Reading.of(whole.substring(0, whole.indexOf("\"p3\"")));

        assertThat(cut.articles()).hasSize(2);
        assertThat(cut.refusal()).isEqualTo("The file ends in the middle of its JSON");
    }

    @Test
    void refusesWhatIsNoExport() throws IOException {
        assertThat(Reading.of("{\"data\":{\"tags\":[]}}").refusal())
                .isEqualTo("This is no Ghost export: it has no table of posts");
        assertThat(Reading.of("{\"db\":" + "[".repeat(100_000)).refusal()).startsWith("The JSON goes beyond a limit: ");
        assertThat(Reading.of("{\"db\":[{\"data\":{\"posts\":[{\"title\":oops").refusal())
                .startsWith("The JSON is broken: ");
    }
}
