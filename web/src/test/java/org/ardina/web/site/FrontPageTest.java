package org.ardina.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Picture;
import org.ardina.article.Slug;
import org.ardina.topic.Topic;
import org.ardina.web.site.FrontPage.Chosen;
import org.junit.jupiter.api.Test;

class FrontPageTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:05:00Z");
    private static final Topic CITY = new Topic(new Slug("city"), "City", "", 1, 20);

    @Test
    void leadIsTheNewestStoryWithAPicture() {
        assertThat(compose(20, 2).lead()).isEqualTo(story(2, true));
        assertThat(compose(20, 15).lead()).isEqualTo(story(0, false));
        assertThat(compose(0, 0).lead()).isNull();
    }

    @Test
    void noStoryOfTheTopComesAgainBelow() {
        FrontPage page = compose(20, 2);
        assertThat(page.secondary()).doesNotContain(page.lead()).hasSize(5);
        assertThat(page.underLead()).hasSize(2);
        assertThat(page.besideLead()).hasSize(3);
        assertThat(page.latest()).doesNotContain(page.lead()).doesNotContainAnyElementsOf(page.secondary());
        assertThat(page.wideSections()).hasSize(1);
        assertThat(page.wideSections().get(0).articles())
                .isEqualTo(page.latest().subList(0, 5));
    }

    @Test
    void smallPaperHasNoEmptySections() {
        FrontPage page = compose(7, 0);
        assertThat(page.wideSections()).isEmpty();
        assertThat(page.narrowSections()).hasSize(1);
        assertThat(compose(3, 0).sections()).isEmpty();
        assertThat(compose(3, 0).underLead()).isEmpty();
    }

    @Test
    void whatIsChosenStandsOnTop() {
        ArticleSummary old = story(99, false);
        FrontPage page = compose(20, 2, new Chosen(old, List.of(story(7, false), story(3, false))));
        assertThat(page.lead()).isEqualTo(old);
        assertThat(page.secondary())
                .containsExactly(story(7, false), story(3, false), story(0, false), story(1, false), story(2, true));
        assertThat(page.latest()).hasSize(8).doesNotContain(story(7, false), story(3, false), old);
    }

    @Test
    void whatIsPinnedDoesNotLeadByItself() {
        FrontPage page = compose(20, 2, new Chosen(null, List.of(story(2, true))));
        assertThat(page.lead()).isEqualTo(story(0, false));
        assertThat(page.secondary()).startsWith(story(2, true)).doesNotContain(story(0, false));
        FrontPage small = compose(1, 0, new Chosen(null, List.of(story(0, true))));
        assertThat(small.lead()).isEqualTo(story(0, true));
        assertThat(small.secondary()).isEmpty();
    }

    private static FrontPage compose(int stories, int pictured) {
        return compose(stories, pictured, Chosen.NOTHING);
    }

    private static FrontPage compose(int stories, int pictured, Chosen chosen) {
        List<ArticleSummary> newest = IntStream.range(0, stories)
                .mapToObj(number -> story(number, number == pictured))
                .toList();
        return FrontPage.compose(List.of(CITY), NOW, newest, Map.of(CITY.slug(), newest), newest, chosen);
    }

    private static ArticleSummary story(int number, boolean pictured) {
        Picture picture = pictured ? new Picture(URI.create("/media/1.jpg"), "", null, null) : null;
        return new ArticleSummary(
                new ArticleId("%024x".formatted(number)),
                new Slug("story-" + number),
                "Story " + number,
                "",
                CITY.slug(),
                List.of(),
                "en",
                picture,
                NOW,
                NOW,
                100);
    }
}
