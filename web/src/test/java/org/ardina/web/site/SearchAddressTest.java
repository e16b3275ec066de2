package org.ardina.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Slug;
import org.ardina.problem.BusinessException;
import org.ardina.search.MarkedText;
import org.ardina.search.SearchHit;
import org.ardina.search.SearchQuery;
import org.ardina.search.SearchResult;
import org.ardina.search.SearchResult.Byline;
import org.ardina.search.SearchResult.Count;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses of search pages, and the page that is shown there. */
class SearchAddressTest {

    private static final String HOSTILE = "\"><script>alert('x')</script>&amp; é";

    @Test
    void isWrittenAsItIsRead() {
        SearchAddress address = new SearchAddress(HOSTILE, "city", "rosa", "2026-01-01", "2026-01-31", "3");
        assertThat(address.path())
                .isEqualTo("/search?q=%22%3E%3Cscript%3Ealert%28%27x%27%29%3C%2Fscript%3E%26amp%3B+%C3%A9"
                        + "&topic=city&author=rosa&from=2026-01-01&to=2026-01-31&page=3");
        assertThat(address("").path()).isEqualTo("/search");
        assertThat(address("").within(YearMonth.of(2024, 2)).path()).isEqualTo("/search?from=2024-02-01&to=2024-02-29");
    }

    @Test
    void isOneForWhatIsTheSame() {
        SearchAddress odd = new SearchAddress("  ferry \t bell ", "", "", "", "", "1");
        assertThat(odd.normalised(odd.query()).path()).isEqualTo("/search?q=ferry+bell");
    }

    @Test
    void asksForItsPage() {
        assertThat(address("").query().offset()).isZero();
        assertThat(address("100").query().offset()).isEqualTo(990);
    }

    @ParameterizedTest
    @CsvSource({
        "101, too-deep",
        "1000000000, too-deep",
        "99999999999999999999999, too-deep",
        "0, invalid-page",
        "-1, invalid-page",
        "one, invalid-page"
    })
    void refusesPagesThatAreNone(String page, String code) {
        assertThatThrownBy(() -> address(page).query())
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void isShownWithoutHarm() {
        MarkedText headline =
                new MarkedText(List.of(new MarkedText.Part("<b>", false), new MarkedText.Part("<i>x</i>", true)));
        ArticleSummary article = new ArticleSummary(
                new ArticleId("0123456789abcdef01234567"),
                new Slug("x"),
                "<b><i>x</i>",
                "",
                null,
                List.of(),
                "pt",
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
        SearchResult result = new SearchResult(
                List.of(new SearchHit(article, headline, headline)),
                1,
                List.of(new Count<>("no-topic-any-more", 1)),
                List.of(new Count<>(new Byline("rosa", HOSTILE), 1)),
                List.of(new Count<>(YearMonth.of(2026, 2), 1)),
                HOSTILE,
                true,
                false);
        SearchAddress address = new SearchAddress(HOSTILE, "", "rosa", "", HOSTILE, "");
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            Html html = new Pages(URI.create("https://news.example"))
                    .search(new SearchPage(List.of(), address, result, null), language);
            Document page = Jsoup.parse(new String(html.bytes(), StandardCharsets.UTF_8));
            assertThat(page.select("script, main b, main i")).isEmpty();
            assertThat(page.select("h2 mark").text()).isEqualTo("<i>x</i>");
            assertThat(page.select("h2 a").attr("lang"))
                    .isEqualTo(language.tag().equals("pt") ? "" : "pt");
            assertThat(page.select("input[name=q]").val()).isEqualTo(HOSTILE);
            assertThat(page.select(".suggestion a").text()).isEqualTo(HOSTILE);
            assertThat(page.select("[role=status]")).hasSize(1);
            assertThat(page.select(".chosen bdi").text()).isEqualTo(HOSTILE);
            assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        }
        assertThat(SearchQuery.DEEPEST % SearchAddress.RESULTS_ON_A_PAGE).isZero();
    }

    private static SearchAddress address(String page) {
        return new SearchAddress("", "", "", "", "", page);
    }
}
