package org.ardina.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.article.Arrival;
import org.ardina.article.ArticleIntake;
import org.ardina.article.ArticleState;
import org.ardina.article.Articles;
import org.ardina.article.Author;
import org.ardina.article.BodyFormat;
import org.ardina.article.BodyRendering;
import org.ardina.article.Content;
import org.ardina.article.Origin;
import org.ardina.article.Picture;
import org.ardina.article.Slug;
import org.ardina.configuration.Settings;
import org.ardina.store.EmbeddedStores;
import org.ardina.store.StoresOpened;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;

/** Fills an empty embedded store with the demonstration edition, unless it is switched off. A real store stays empty. */
@ApplicationScoped
class DemonstrationEdition {

    static final String ENABLED = "ardina.demonstration.enabled";

    private static final String SOURCE = "ardina-demonstration";
    private static final Logger LOG = Logger.getLogger(DemonstrationEdition.class.getName());

    private final ObjectMapper json = new ObjectMapper();

    @Inject
    private EmbeddedStores embedded;

    @Inject
    private Settings settings;

    @Inject
    private Articles articles;

    @Inject
    private ArticleIntake intake;

    @Inject
    private Topics topics;

    void fill(@Observes StoresOpened opened) {
        boolean wanted = settings.flag(ENABLED, embedded.inUse());
        if (!wanted
                || !topics.list().isEmpty()
                || !articles.latest(null, 1).items().isEmpty()) {
            return;
        }
        try {
            List<Arrival> edition = readArticles();
            intake.take(edition);
            // The topics come last: a first start that was cut short begins anew.
            List<Topic> sections = readTopics();
            topics.add(sections);
            topics.recount(sections.stream().map(Topic::slug).toList());
            LOG.log(Level.INFO, "The demonstration edition of {0} articles was published", edition.size());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The demonstration edition cannot be read", unreadable);
        }
    }

    private List<Arrival> readArticles() throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open("edition.jsonl"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                arrivals.add(article(json.readTree(line), arrivals.size() + 1));
            }
        }
        return arrivals;
    }

    private List<Topic> readTopics() throws IOException {
        List<Topic> read = new ArrayList<>();
        try (InputStream file = open("topics.json")) {
            for (JsonNode topic : json.readTree(file)) {
                read.add(new Topic(
                        new Slug(topic.path("slug").asText()),
                        topic.path("name").asText(),
                        topic.path("description").asText(),
                        topic.path("order").asInt(),
                        0));
            }
        }
        return read;
    }

    private static Arrival article(JsonNode article, long number) {
        String language = article.path("lang").asText();
        Slug slug = new Slug(article.path("slug").asText());
        List<String> sections = texts(article.path("topics"));
        Instant publishedAt = Instant.now()
                .minus(Duration.ofHours(article.path("published_hours_ago").asLong()));
        Content content = new Content(
                article.path("headline").asText(),
                article.path("standfirst").asText(),
                BodyRendering.render(
                        BodyFormat.valueOf(article.path("body_format").asText().toUpperCase(Locale.ROOT)),
                        article.path("body").asText()),
                Slug.of(sections.get(0), language, slug),
                texts(article.path("tags")),
                texts(article.path("authors")).stream()
                        .map(name -> new Author(Slug.of(name, language, slug), name))
                        .toList(),
                language,
                article.hasNonNull("image")
                        ? new Picture(
                                URI.create(article.path("image").asText()),
                                article.path("image_alt").asText(),
                                article.path("image_caption").asText(null),
                                null)
                        : null);
        return new Arrival(
                content,
                slug,
                ArticleState.APPROVED,
                publishedAt,
                publishedAt,
                new Origin(SOURCE + ":" + slug, SOURCE, number, null));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(DemonstrationEdition.class.getResourceAsStream(name), name);
    }
}
