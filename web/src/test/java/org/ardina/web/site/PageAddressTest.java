package org.ardina.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/topics",
                "/latest",
                "/feed.rss",
                "/feed.atom",
                "/feed.json",
                "/sitemap.xml",
                "/sitemap-news.xml",
                "/sitemap-pages.xml",
                "/sitemap-2026-11.xml",
                "/robots.txt",
                "/opensearch.xml",
                "/topics/city/feed.rss",
                "/authors/ana/feed.json",
                "/articles/a-1"
            })
    void leadsToAPage(String path) {
        assertThat(PageAddress.normalise(path, null)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed.xml",
                "/feed.rss/",
                "/articles/a/feed.rss",
                "/topics/city/feed.xml",
                "/topics/City/feed.rss",
                "/topics//feed.rss",
                "/topics/city/feed.rss/feed.rss",
                "/sitemap-2026-11-01-05.xml",
                "/robots.txt/a"
            })
    void leadsNowhere(String path) {
        assertThat(PageAddress.normalise(path, null)).isNull();
    }

    @Test
    void isTakenApart() {
        assertThat(PageAddress.parse("/")).isEqualTo(new PageAddress("", null, null, null));
        assertThat(PageAddress.parse("/feed.atom")).isEqualTo(new PageAddress("", null, FeedFormat.ATOM, null));
        assertThat(PageAddress.parse("/topics/city/feed.rss"))
                .isEqualTo(new PageAddress("topics", new org.ardina.article.Slug("city"), FeedFormat.RSS, null));
        assertThat(PageAddress.parse("/latest?cursor=1-a")).isEqualTo(new PageAddress("latest", null, null, "1-a"));
        assertThat(PageAddress.parse("/sitemap-2026-11.xml").kind()).isEqualTo("sitemap-2026-11.xml");
    }
}
