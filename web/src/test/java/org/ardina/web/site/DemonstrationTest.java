package org.ardina.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ardina.article.Slug;
import org.junit.jupiter.api.Test;

/** Holds the demonstration edition and its pictures together. */
class DemonstrationTest {

    private static final int MAXIMUM_PICTURE_BYTES = 6 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void articlesAreComplete() throws IOException {
        Set<String> topics = new HashSet<>();
        for (JsonNode topic : JSON.readTree(read("topics.json"))) {
            assertThat(Slug.isValid(topic.path("slug").asText())).isTrue();
            assertThat(topic.path("description").asText()).isNotBlank();
            topics.add(topic.path("name").asText());
        }
        Set<String> slugs = new HashSet<>();
        for (JsonNode article : articles()) {
            String slug = article.path("slug").asText();
            assertThat(Slug.isValid(slug)).as(slug).isTrue();
            assertThat(slugs.add(slug)).as(slug).isTrue();
            assertThat(topics).contains(article.path("topics").path(0).asText());
            assertThat(article.path("headline").asText()).isNotBlank();
            assertThat(article.path("standfirst").asText()).isNotBlank();
            assertThat(article.path("authors")).isNotEmpty();
            assertThat(article.path("lang").asText()).isIn("en", "pt-PT");
            assertThat(article.path("published_hours_ago").asInt()).isPositive();
            assertThat(article.path("body").asText().split("\\s+")).hasSizeBetween(120, 350);
        }
        assertThat(slugs).hasSize(12);
    }

    @Test
    void picturesAreSmallHarmlessAndDescribed() throws IOException {
        for (JsonNode article : articles()) {
            if (article.has("image")) {
                String path = article.path("image").asText();
                byte[] picture = Assets.find(path).orElseThrow().bytes();
                assertThat(picture).as(path).hasSizeLessThan(MAXIMUM_PICTURE_BYTES);
                assertThat(new String(picture, UTF_8)).as(path).doesNotContain("<script", "href=\"http", " on");
                assertThat(article.path("image_alt").asText()).as(path).isNotBlank();
            }
        }
    }

    private static List<JsonNode> articles() throws IOException {
        List<JsonNode> articles = new ArrayList<>();
        for (String line : read("edition.jsonl").lines().toList()) {
            articles.add(JSON.readTree(line));
        }
        return articles;
    }

    private static String read(String name) throws IOException {
        try (InputStream stream = Slug.class.getResourceAsStream("/org/ardina/demonstration/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        }
    }
}
