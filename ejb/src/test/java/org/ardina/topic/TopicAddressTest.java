package org.ardina.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ardina.article.Slug;
import org.junit.jupiter.api.Test;

class TopicAddressTest {

    @Test
    void leadsToTheLastOfThoseThatTookItsPlace() {
        TopicRepository.Stored stored = stored("a", "b", "b", "c", "x", "c");
        assertThat(stored.target(new Slug("a"))).contains(new Slug("c"));
        assertThat(stored.target(new Slug("x"))).contains(new Slug("c"));
        assertThat(stored.target(new Slug("c"))).isEmpty();
    }

    @Test
    void leadsNowhereInACircle() {
        assertThat(stored("a", "b", "b", "a").target(new Slug("a"))).isEmpty();
    }

    private static TopicRepository.Stored stored(String... moves) {
        Map<Slug, Slug> map = new HashMap<>();
        for (int i = 0; i < moves.length; i += 2) {
            map.put(new Slug(moves[i]), new Slug(moves[i + 1]));
        }
        return new TopicRepository.Stored(List.of(), map);
    }
}
