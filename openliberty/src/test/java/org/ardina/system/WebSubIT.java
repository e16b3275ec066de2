package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.ardina.system.TwoReplicas.Replica;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub is told of what is published, by one of the replicas. */
@ExtendWith(TwoReplicas.Provider.class)
class WebSubIT {

    private static final String SLUG = "websub-story";
    private static final String AUTHOR = "websub-author";
    private static final List<String> FORMATS = List.of("rss", "atom", "json");

    private final TwoReplicas replicas;

    WebSubIT(TwoReplicas replicas) {
        this.replicas = replicas;
        replicas.add(List.of(SLUG));
    }

    @Test
    void tellsTheHubOfEachFeedInWhichAStoryAppears() {
        replicas.change(
                SLUG, "content.authors", List.of(new Document("username", AUTHOR).append("name", "A. Pregoeiro")));
        replicas.change(SLUG, "publishedAt", Date.from(Instant.now().minusSeconds(1)));
        replicas.wake();
        List<String> feeds = FORMATS.stream()
                .flatMap(format -> Stream.of("/feed.", "/topics/city/feed.", "/authors/" + AUTHOR + "/feed.")
                        .map(feed -> feed + format))
                .toList();
        Awaitility.await("the hub to be told")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(replicas.hub().feeds()).containsAll(feeds));
        for (Replica replica : replicas.both()) {
            assertThat(replica.site().get("/feed.rss").body()).contains("/articles/" + SLUG);
        }
        // Both replicas heard of the story, and one job tells of it, but for one that heard very late.
        assertThat(Collections.frequency(replicas.hub().feeds(), "/authors/" + AUTHOR + "/feed.rss"))
                .isBetween(1, 2);
    }

    @Test
    void namesTheHubInFeedsAndTheirHeaders() {
        String hub = replicas.hub().address().toString();
        for (String format : FORMATS) {
            HttpResponse<String> feed = replicas.first().site().get("/feed." + format);
            assertThat(feed.headers().firstValue("Link").orElse(""))
                    .startsWith("<" + hub + ">; rel=\"hub\", <")
                    .endsWith("/feed." + format + ">; rel=\"self\"");
            assertThat(feed.body()).contains(hub);
        }
        assertThat(replicas.first().site().get("/").headers().firstValue("Link"))
                .isEmpty();
    }
}
