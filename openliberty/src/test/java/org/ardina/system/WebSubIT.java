package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.ardina.system.TwoReplicas.Replica;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub is told of what is published, by one of the replicas. */
@ExtendWith(TwoReplicas.Provider.class)
class WebSubIT {

    private static final String SLUG = "websub-story";
    private static final List<String> FORMATS = List.of("rss", "atom", "json");

    private final TwoReplicas replicas;

    WebSubIT(TwoReplicas replicas) {
        this.replicas = replicas;
        replicas.add(List.of(SLUG));
    }

    @Test
    void tellsTheHubOfEachFeedInWhichAStoryAppears() {
        int before = replicas.hub().feeds().size();
        replicas.change(SLUG, "publishedAt", Date.from(Instant.now().minusSeconds(1)));
        replicas.wake();
        Awaitility.await("the hub to be told")
                .atMost(Duration.ofMinutes(1))
                .until(() -> told(before)
                        .containsAll(FORMATS.stream()
                                .flatMap(format -> List.of("/feed." + format, "/topics/city/feed." + format).stream())
                                .toList()));
        for (Replica replica : replicas.both()) {
            assertThat(replica.site().get("/feed.rss").body()).contains("/articles/" + SLUG);
        }
        // A story of a week ago is in few feeds, and an import brings thousands of such.
        assertThat(told(before)).noneMatch(feed -> feed.startsWith("/articles"));
        // Each replica heard of the story, and the first to come told of it: twice at most, as the second may come
        // late.
        assertThat(Collections.frequency(told(before), "/feed.rss")).isBetween(1, 2);
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

    private List<String> told(int before) {
        List<String> feeds = replicas.hub().feeds();
        return feeds.subList(before, feeds.size());
    }
}
