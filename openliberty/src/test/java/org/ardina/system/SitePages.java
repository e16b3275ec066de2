package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One address of every kind of page, of the demonstration edition and of imported articles with awkward content. */
final class SitePages {

    static final String PICTURED = "/articles/the-last-ferry-still-waits-for-the-bell";
    static final String CONVERSATION = PICTURED + "/comments";
    static final String RICH = "/articles/system-rich-text";
    static final String MISSING = "/articles/no-such-article";

    private static final List<String> DEMONSTRATION = List.of(
            "/",
            "/latest",
            "/topics",
            "/topics/city",
            "/authors/marta-valadim",
            PICTURED,
            "/articles/a-oficina-que-conserta-antes-de-vender",
            CONVERSATION,
            CONVERSATION + "?sort=top",
            MISSING);
    private static final List<String> IMPORTED = List.of(
            RICH,
            "/articles/system-markdown",
            "/articles/system-long-words",
            "/articles/system-right-to-left",
            "/topics/system-tests",
            "/authors/ana-teste");

    private SitePages() {}

    /** Pages that are the same for everybody who is not logged in, though no cache keeps them. */
    private static final List<String> PERSONAL = List.of("/login", "/login?next=/account", "/register");

    static final String SEARCH = "/search?q=ferry+bell";

    private static final List<String> SEARCHES = List.of("/search", SEARCH, "/search?q=feryr+xqzzt&topic=city");

    static List<String> all() {
        return Stream.of(DEMONSTRATION, IMPORTED, PERSONAL, SEARCHES)
                .flatMap(List::stream)
                .toList();
    }

    /** Imports the articles that {@link #all} names, where that has not been done before. */
    static void prepare(NewsSite site) {
        if (site.status(RICH) == 200) {
            return;
        }
        Path file = TestDirectory.make("articles").resolve("articles.jsonl");
        try (InputStream articles =
                Objects.requireNonNull(SitePages.class.getResourceAsStream("articles.jsonl"), "articles")) {
            Files.copy(articles, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        JsonNode report = site.importFile(site.adminToken(), file);
        assertThat(report.path("imported").asInt()).as(report.toString()).isEqualTo(4);
        Talk talk = new Talk(Api.newReader(site), PICTURED.substring("/articles/".length()));
        String first = talk.say("The bell is older than the ferry.\n\nIt hung in the chapel: https://example.org/bell");
        String deep = first;
        for (String answer :
                List.of("Surely not.", "It did.", "My aunt rang it.", "As did mine.", "On Sundays only.")) {
            deep = talk.answer(deep, answer);
        }
        talk.like(true);
        assertThat(talk.api()
                        .delete("/comments/" + talk.answer(first, "Never mind."))
                        .statusCode())
                .isEqualTo(204);
    }
}
