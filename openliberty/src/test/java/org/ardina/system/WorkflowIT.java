package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of articles from a draft to the archive, through the API, and what readers see of it. */
@ExtendWith(SharedServer.class)
class WorkflowIT {

    private static final Duration MOMENTS = Duration.ofSeconds(30);

    private final NewsSite site;
    private final ServerProcess server;
    private final Api admin;

    /** Archived at the end, so that no other test meets them. */
    private final Set<String> written = new HashSet<>();

    WorkflowIT(ServerProcess server, NewsSite site) {
        this.server = server;
        this.site = site;
        this.admin = Api.admin(site);
    }

    @AfterEach
    void archive() {
        written.forEach(id -> decide(id, "ARCHIVE"));
    }

    @Test
    void leadsFromADraftToTheArchive() {
        Api writer = Api.newWriter(site);
        String word = "w" + Api.newName();
        String headline = "The ferry " + word + " sails again";
        JsonNode draft = created(writer.post("/articles", text(headline, "<p>It left at 400 knots.</p>")));
        String id = draft.path("id").asText();
        String slug = draft.path("slug").asText();
        assertThat(draft.path("state").asText()).isEqualTo("DRAFT");
        assertThat(draft.path("authors").get(0).path("username").asText())
                .isEqualTo(writer.me().path("username").asText());
        assertThat(site.status("/articles/" + slug)).isEqualTo(404);
        assertThat(ids(writer.json("/articles/mine"))).containsExactly(id);

        assertThat(ok(writer.post("/articles/" + id + "/submission", null))
                        .path("state")
                        .asText())
                .isEqualTo("PENDING");
        assertThat(queue()).contains(id);

        ObjectNode returned = decision("RETURN").put("note", "Knots? Look it up.");
        returned.putArray("notes")
                .addObject()
                .put("quote", "400 knots")
                .put("offset", 12)
                .put("note", "Surely 40.");
        JsonNode back = ok(admin.post("/articles/" + id + "/decisions", returned));
        assertThat(back.path("state").asText()).isEqualTo("DRAFT");
        JsonNode seen = writer.json("/articles/" + id);
        assertThat(seen.path("decision").path("note").asText()).isEqualTo("Knots? Look it up.");
        assertThat(seen.path("notes").get(0).path("quote").asText()).isEqualTo("400 knots");
        awaitLetter("Returned: " + headline, "Knots? Look it up.");

        JsonNode corrected =
                ok(writer.put("/articles/" + id, text(headline, "<p>It left at 40 knots.</p>"), "If-Match", tag(seen)));
        assertThat(corrected.path("version").asLong())
                .isGreaterThan(seen.path("version").asLong());
        ok(writer.post("/articles/" + id + "/submission", null));
        written.add(id);
        JsonNode approved = decide(id, "APPROVE");
        assertThat(approved.path("state").asText()).isEqualTo("APPROVED");
        assertThat(queue()).doesNotContain(id);
        awaitLetter("Approved: " + headline, "/articles/" + slug);

        awaitText("/articles/" + slug, "40 knots", true);
        awaitText("/", headline, true);
        Awaitility.await("the article to be found")
                .atMost(MOMENTS)
                .until(() -> ids(admin.json("/articles?q=" + word)).contains(id));

        revise(writer, id, slug, headline);

        ok(admin.post("/articles/" + id + "/decisions", decision("ARCHIVE").put("note", "Sunk.")));
        Awaitility.await("the article to be gone").atMost(MOMENTS).until(() -> site.status("/articles/" + slug) == 404);
        awaitText("/", headline, false);
        Awaitility.await("the article to be found no more")
                .atMost(MOMENTS)
                .until(() -> ids(admin.json("/articles?q=" + word)).isEmpty());
        decide(id, "RESTORE");
        awaitText("/articles/" + slug, "40 knots", true);
    }

    /** Readers go on with the approved text until the other one is approved, and are told of the correction. */
    private void revise(Api writer, String id, String slug, String headline) {
        String version = tag(writer.json("/articles/" + id));
        ObjectNode second = text(headline, "<p>It left at 44 knots.</p>")
                .put("correction", "The ferry left at 44 knots, not 40.")
                .put("slug", slug + "-ferry");
        JsonNode revised = ok(writer.put("/articles/" + id, second, "If-Match", version));
        assertThat(revised.path("state").asText()).isEqualTo("APPROVED");
        assertThat(revised.path("revision").path("state").asText()).isEqualTo("PENDING");
        assertThat(queue()).contains(id);
        assertThat(site.get("/api/v1/articles/" + slug).body())
                .contains("40 knots")
                .doesNotContain("44 knots");
        assertThat(site.page("/articles/" + slug).select("article").text()).contains("40 knots");
        JsonNode comparison = admin.json("/articles/" + id + "/comparison");
        assertThat(comparison.path("rows").toString()).contains("CHANGED", "44");

        decide(id, "APPROVE");
        Awaitility.await("the article to move").atMost(MOMENTS).until(() -> site.status("/articles/" + slug) == 301);
        awaitText("/articles/" + slug + "-ferry", "44 knots", true);
        Document page = site.page("/articles/" + slug + "-ferry");
        assertThat(page.select(".corrections").text()).contains("44 knots, not 40");
        assertThat(page.select("script[type=application/ld+json]").html()).contains("CorrectionComment");
        List<String> numbers = new ArrayList<>();
        writer.json("/articles/" + id + "/revisions")
                .path("items")
                .forEach(item -> numbers.add(item.path("number").asText()));
        assertThat(numbers).containsExactly("3", "2", "1");

        // Back to where it was, for what follows.
        ok(writer.put(
                "/articles/" + id,
                text(headline, "<p>It left at 40 knots.</p>").put("slug", slug),
                "If-Match",
                tag(writer.json("/articles/" + id))));
        decide(id, "APPROVE");
        awaitText("/articles/" + slug, "40 knots", true);
    }

    @Test
    void publishesAtItsTime() {
        Api writer = Api.newWriter(site);
        JsonNode article = created(writer.post(
                "/articles",
                text("Tomorrow " + Api.newName(), "<p>Not yet.</p>").put("submit", true)));
        String id = article.path("id").asText();
        String page = "/articles/" + article.path("slug").asText();
        written.add(id);
        Instant time = Instant.now().plusSeconds(8);
        JsonNode approved = ok(
                admin.post("/articles/" + id + "/decisions", decision("APPROVE").put("publishAt", time.toString())));
        assertThat(approved.path("state").asText()).isEqualTo("APPROVED");
        int status = site.status(page);
        // Asked before the time, as a slow machine may not be that quick.
        if (Instant.now().isBefore(time)) {
            assertThat(status).isEqualTo(404);
        }
        Awaitility.await("the time of publication")
                .atMost(MOMENTS.plusSeconds(8))
                .until(() -> site.status(page) == 200);
        assertThat(Instant.now()).isAfter(time);
    }

    @Test
    void letsOneOfFiftyDecide() throws Exception {
        Api writer = Api.newWriter(site);
        JsonNode article = created(writer.post(
                "/articles", text("Fifty " + Api.newName(), "<p>Decide.</p>").put("submit", true)));
        String id = article.path("id").asText();
        written.add(id);
        ExecutorService threads = Executors.newFixedThreadPool(25);
        List<HttpResponse<String>> answers = new ArrayList<>();
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                ObjectNode decision =
                        decision(i % 2 == 0 ? "APPROVE" : "RETURN").put("note", "By " + i);
                calls.add(() -> admin.post("/articles/" + id + "/decisions", decision));
            }
            for (Future<HttpResponse<String>> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
        } finally {
            threads.shutdownNow();
        }
        List<HttpResponse<String>> taken =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(taken).hasSize(1);
        String state = site.json(taken.get(0)).path("state").asText();
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .hasSize(49)
                .allSatisfy(answer -> {
                    assertThat(Api.problem(answer, 409)).isEqualTo("state-conflict");
                    assertThat(site.json(answer).path("state").asText()).isEqualTo(state);
                });
        if (state.equals("DRAFT")) {
            written.remove(id);
        }
    }

    @Test
    void keepsArticlesFromOthers() {
        Api writer = Api.newWriter(site);
        Api other = Api.newWriter(site);
        Api reader = Api.newReader(site);
        Api anybody = Api.anonymous(site);
        ObjectNode text = text("Secret " + Api.newName(), "<p>Not for you.</p>");
        JsonNode draft = created(writer.post("/articles", text));
        String path = "/articles/" + draft.path("id").asText();
        String tag = tag(draft);
        for (Api stranger : List.of(other, reader, anybody)) {
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
            assertThat(stranger.get("/articles/" + draft.path("slug").asText()).statusCode())
                    .isEqualTo(404);
        }
        for (String[] call : new String[][] {
            {"PUT", path},
            {"GET", path + "/revisions"},
            {"POST", path + "/submission"},
            {"GET", path + "/checks"},
            {"GET", path + "/comparison"}
        }) {
            JsonNode body = call[0].equals("PUT") ? text : null;
            assertThat(other.send(call[0], call[1], body, "If-Match", tag).statusCode())
                    .as(call[1])
                    .isEqualTo(404);
            assertThat(reader.send(call[0], call[1], body, "If-Match", tag).statusCode())
                    .as(call[1])
                    .isEqualTo(403);
            assertThat(anybody.send(call[0], call[1], body, "If-Match", tag).statusCode())
                    .as(call[1])
                    .isEqualTo(401);
        }
        for (Api notAnAdministrator : List.of(writer, other, reader)) {
            assertThat(Api.problem(notAnAdministrator.post(path + "/decisions", decision("ARCHIVE")), 403))
                    .isEqualTo("forbidden");
            assertThat(Api.problem(notAnAdministrator.get("/articles/queue"), 403))
                    .isEqualTo("forbidden");
        }
        assertThat(Api.problem(reader.post("/articles", text), 403)).isEqualTo("forbidden");
        assertThat(Api.problem(anybody.post("/articles", text), 401)).isEqualTo("unauthenticated");
        assertThat(ids(other.json("/articles/mine"))).isEmpty();

        String id = draft.path("id").asText();
        ok(writer.post(path + "/submission", null));
        written.add(id);
        decide(id, "APPROVE");
        assertThat(Api.problem(other.put(path, text, "If-Match", "*"), 403)).isEqualTo("not-your-article");
        text.putArray("authors")
                .add(writer.me().path("username").asText())
                .add(other.me().path("username").asText());
        ok(writer.put(path, text, "If-Match", tag(writer.json(path))));
        assertThat(ids(other.json("/articles/mine"))).containsExactly(id);
        assertThat(other.json(path).path("revision").path("authors")).hasSize(2);
    }

    @Test
    void writesOverNobodysChange() {
        Api writer = Api.newWriter(site);
        ObjectNode text = text("Versions " + Api.newName(), "<p>One.</p>");
        HttpResponse<String> created = writer.post("/articles", text);
        JsonNode draft = created(created);
        String path = "/articles/" + draft.path("id").asText();
        String tag = created.headers().firstValue("ETag").orElseThrow();
        assertThat(Api.problem(writer.put(path, text), 428)).isEqualTo("missing-precondition");
        assertThat(Api.problem(writer.put(path, text, "If-Match", "\"nothing\""), 412))
                .isEqualTo("changed-meanwhile");
        HttpResponse<String> second = writer.put(path, text, "If-Match", tag);
        ok(second);
        assertThat(second.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
        assertThat(Api.problem(writer.put(path, text, "If-Match", tag), 412)).isEqualTo("changed-meanwhile");
        assertThat(Api.problem(writer.send("POST", path + "/submission", null, "If-Match", tag), 412))
                .isEqualTo("changed-meanwhile");
        ok(admin.put(path, text, "If-Match", tag(admin.json(path))));
        ok(writer.post(path + "/submission", null));
        HttpResponse<String> again = writer.post(path + "/submission", null);
        assertThat(Api.problem(again, 409)).isEqualTo("state-conflict");
        assertThat(site.json(again).path("state").asText()).isEqualTo("PENDING");
        ok(writer.delete(path + "/submission"));
        assertThat(Api.problem(admin.post(path + "/decisions", decision("APPROVE")), 409))
                .isEqualTo("state-conflict");
        assertThat(Api.problem(admin.post(path + "/decisions", decision("SUBMIT")), 400))
                .isEqualTo("invalid-decision");
    }

    @ParameterizedTest
    @CsvSource({
        "headline,'',headline-missing",
        "headline,'  ',headline-missing",
        "topic,no-such-topic,unknown-topic",
        "topic,'No topic',unknown-topic",
        "language,'not a language',invalid-language",
        "slug,'Not a slug',invalid-slug"
    })
    void saysWhatIsWrongWithAText(String field, String value, String code) {
        Api writer = Api.newWriter(site);
        assertThat(Api.problem(
                        writer.post("/articles", text("Fine", "<p>Fine.</p>").put(field, value)), 400))
                .isEqualTo(code);
        assertThat(ids(writer.json("/articles/mine"))).isEmpty();
    }

    @Test
    void showsNothingHostile() {
        Api writer = Api.newWriter(site);
        String body = "<p onclick='x()'>Fine.</p><script>alert(1)</script><iframe src='https://a.example'></iframe>"
                + "<img src='https://a.example/a.png' alt='' onerror='x()'><a href='javascript:x()'>link</a>"
                + "<a href='/articles/nothing-here'>gone</a>";
        JsonNode draft = created(writer.post(
                "/articles", text("<b>Bold</b> " + Api.newName(), body).put("standfirst", "<i>lean</i>")));
        String id = draft.path("id").asText();
        assertThat(draft.path("body").asText()).doesNotContain("script", "onclick", "onerror", "iframe", "javascript:");
        List<String> checks = new ArrayList<>();
        writer.json("/articles/" + id + "/checks")
                .path("items")
                .forEach(item -> checks.add(item.path("check").asText()));
        assertThat(checks).contains("unsafe-embed", "broken-link");
        ok(writer.post("/articles/" + id + "/submission", null));
        written.add(id);
        decide(id, "APPROVE");
        Document page = site.page("/articles/" + draft.path("slug").asText());
        assertThat(page.select("h1 b, .standfirst i, [onclick], [onerror], iframe, .body script"))
                .isEmpty();
        assertThat(page.select("h1").text()).startsWith("<b>Bold</b>");
    }

    @Test
    void wantsPicturesToBeDescribed() {
        Api writer = Api.newWriter(site);
        String body = "<p>See:</p><img src='https://pictures.example/a.jpg'>";
        JsonNode draft = created(writer.post("/articles", text("Picture " + Api.newName(), body)));
        String path = "/articles/" + draft.path("id").asText();
        assertThat(Api.problem(writer.post(path + "/submission", null), 400)).isEqualTo("checks-failed");
        ok(writer.put(
                path,
                text("Picture", "<p>See:</p><img src='https://pictures.example/a.jpg' alt='A quay'>"),
                "If-Match",
                tag(draft)));
        ok(writer.post(path + "/submission", null));
    }

    @Test
    void showsADraftToWhoeverHasTheLink() {
        Api writer = Api.newWriter(site);
        String headline = "Sketch " + Api.newName();
        JsonNode draft = created(writer.post("/articles", text(headline, "<p>Unfinished.</p>")));
        String path = "/articles/" + draft.path("id").asText() + "/preview-links";
        assertThat(Api.newWriter(site).post(path, null).statusCode()).isEqualTo(404);
        String link = created(writer.post(path, null)).path("url").asText();
        String page = link.substring(link.indexOf("/preview/"));
        HttpResponse<String> shown = site.get(page);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains(headline, "Unfinished.");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(shown.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        String own = "/preview/articles/" + draft.path("id").asText();
        assertThat(site.status(own)).isEqualTo(404);
        assertThat(site.get(own, "Authorization", "Bearer " + writer.token()).statusCode())
                .isEqualTo(200);
        assertThat(site.status(page.substring(0, page.length() - 1) + "-")).isEqualTo(404);
        assertThat(writer.delete(path).statusCode()).isEqualTo(204);
        assertThat(site.status(page)).isEqualTo(404);
    }

    @Test
    void addsChangesAndDeletesTopics() {
        String slug = "t" + Api.newName();
        ObjectNode topic = Api.object().put("slug", slug).put("name", "Tides").put("order", 5);
        Api writer = Api.newWriter(site);
        assertThat(Api.problem(writer.post("/topics", topic), 403)).isEqualTo("forbidden");
        JsonNode added = created(admin.post("/topics", topic));
        assertThat(added.path("slug").asText()).isEqualTo(slug);
        assertThat(Api.problem(admin.post("/topics", topic), 409)).isEqualTo("topic-exists");
        ok(admin.put("/topics/" + slug, Api.object().put("name", "High tides").put("description", "Water.")));
        awaitText("/topics/" + slug, "High tides", true);
        JsonNode draft = created(writer.post(
                "/articles", text("Tide " + Api.newName(), "<p>Up.</p>").put("topic", slug)));
        assertThat(Api.problem(admin.delete("/topics/" + slug), 409)).isEqualTo("topic-in-use");
        ok(writer.put(
                "/articles/" + draft.path("id").asText(),
                text("Tide", "<p>Up.</p>").put("topic", ""),
                "If-Match",
                tag(draft)));
        assertThat(admin.delete("/topics/" + slug).statusCode()).isEqualTo(204);
        Awaitility.await("the topic to be gone").atMost(MOMENTS).until(() -> site.status("/topics/" + slug) == 404);
        assertThat(Api.problem(admin.delete("/topics/" + slug), 404)).isEqualTo("not-found");
        created(admin.post("/topics", topic));
        Awaitility.await("the topic to be back").atMost(MOMENTS).until(() -> site.status("/topics/" + slug) == 200);
        assertThat(admin.delete("/topics/" + slug).statusCode()).isEqualTo(204);
    }

    @Test
    void showsUploadedPictures(@TempDir Path folder) throws IOException {
        Api writer = Api.newWriter(site);
        BufferedImage picture = new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB);
        Path file = folder.resolve("harbour.txt");
        assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
        HttpResponse<String> uploaded = writer.upload("/pictures", file);
        JsonNode answer = created(uploaded);
        String source = answer.path("source").asText();
        assertThat(answer.path("sizes")).hasSize(3);
        for (JsonNode size : answer.path("sizes")) {
            assertThat(size.path("width").asInt()).isIn(480, 960, 1000);
            assertThat(site.get(size.path("source").asText()).headers().firstValue("Content-Type"))
                    .hasValue("image/jpeg");
            assertThat(site.get(size.path("webp").asText()).headers().firstValue("Content-Type"))
                    .hasValue("image/webp");
        }
        HttpResponse<String> shown = site.get(source);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        String tag = shown.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(source, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(site.status("/media/" + "0".repeat(32) + "-480.jpg")).isEqualTo(404);
        assertThat(site.status("/media/")).isEqualTo(404);
        assertThat(created(writer.upload("/pictures", file))).isEqualTo(answer);

        JsonNode draft = created(writer.post(
                "/articles",
                text("Picture " + Api.newName(), "<p>See:</p><img src='" + source + "' alt='A harbour'>")));
        assertThat(draft.path("body").asText()).contains(source);

        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        assertThat(Api.problem(writer.upload("/pictures", broken), 400)).isEqualTo("not-a-picture");
        Api reader = Api.newReader(site);
        assertThat(Api.problem(reader.upload("/pictures", file), 403)).isEqualTo("forbidden");
    }

    @Test
    void putsWhatIsChosenOnTopOfTheFrontPage() {
        Api writer = Api.newWriter(site);
        String lead = submitted(writer, "Chosen to lead " + Api.newName(), null);
        String pin = submitted(writer, "Chosen to stand beside it " + Api.newName(), null);
        HttpResponse<String> none = admin.get("/front-page");
        String tag = none.headers().firstValue("ETag").orElseThrow();
        assertThat(Api.problem(admin.put("/front-page", choice(lead, pin)), 400))
                .isEqualTo("not-approved");
        assertThat(Api.problem(writer.put("/front-page", choice(lead, pin)), 403))
                .isEqualTo("forbidden");
        approve(lead);
        approve(pin);
        ok(admin.put("/front-page", choice(lead, pin), "If-Match", tag));
        try {
            awaitTop(headline(lead), headline(pin));
            assertThat(Api.problem(admin.put("/front-page", choice(pin, lead), "If-Match", tag), 412))
                    .isEqualTo("changed-meanwhile");
            ok(admin.put("/front-page", choice(pin, lead)));
            awaitTop(headline(pin), headline(lead));
            decide(pin, "ARCHIVE");
            written.remove(pin);
            Awaitility.await("the archived story to be gone")
                    .atMost(MOMENTS)
                    .until(() -> !site.page("/").text().contains(headline(pin)));
            JsonNode left = ok(admin.put("/front-page", choice(pin, lead)));
            assertThat(left.path("lead").isMissingNode() || left.path("lead").isNull())
                    .isTrue();
            assertThat(left.path("pins")).hasSize(1);
        } finally {
            ok(admin.put("/front-page", Api.object().set("pins", Api.object().putArray("none"))));
        }
    }

    @Test
    void renamesAndMergesTopicsWithTheirArticles() {
        String name = Api.newName();
        String old = "old-" + name;
        String renamed = "new-" + name;
        String other = "other-" + name;
        created(admin.post("/topics", Api.object().put("slug", old).put("name", "Old " + name)));
        created(admin.post("/topics", Api.object().put("slug", other).put("name", "Other " + name)));
        Api writer = Api.newWriter(site);
        String id = submitted(writer, "Moved along " + name, old);
        approve(id);
        String draft = created(writer.post(
                        "/articles", text("Not yet " + name, "<p>x</p>").put("topic", old)))
                .path("id")
                .asText();
        writer.put(
                "/articles/" + id,
                text("Moved along " + name, "<p>Again.</p>").put("topic", old),
                "If-Match",
                tag(writer.json("/articles/" + id)));
        awaitText("/topics/" + old, "Moved along " + name, true);

        assertThat(Api.problem(admin.put("/topics/" + old, Api.object().put("slug", other)), 409))
                .isEqualTo("topic-exists");
        ok(admin.put("/topics/" + old, Api.object().put("slug", renamed).put("name", "New " + name)));
        awaitMoved(old, renamed);
        awaitText("/topics/" + renamed, "Moved along " + name, true);
        awaitTopic(id, renamed);
        awaitTopic(draft, renamed);
        assertThat(site.get("/topics/" + renamed + "/feed.atom").body()).contains("Moved along " + name);
        ok(writer.put(
                "/articles/" + draft,
                text("Not yet " + name, "<p>y</p>").put("topic", old),
                "If-Match",
                tag(writer.json("/articles/" + draft))));
        awaitTopic(draft, renamed);

        assertThat(Api.problem(admin.post("/topics/" + renamed + "/merger", merger(renamed)), 400))
                .isEqualTo("same-topic");
        assertThat(admin.post("/topics/" + renamed + "/merger", merger(other)).statusCode())
                .isEqualTo(202);
        awaitMoved(old, other);
        awaitMoved(renamed, other);
        awaitText("/topics/" + other, "Moved along " + name, true);
        awaitTopic(id, other);
        awaitTopic(draft, other);
        approve(id);
        assertThat(admin.json("/articles/" + id).path("topic").asText()).isEqualTo(other);
        Awaitility.await("the count").atMost(MOMENTS).until(() -> articlesIn(other) == 1);
        Awaitility.await("the search to follow")
                .atMost(MOMENTS)
                .until(() -> ids(admin.json("/articles?q=" + name + "&topic=" + renamed))
                        .equals(List.of(id)));
        decide(id, "ARCHIVE");
        written.remove(id);
        Awaitility.await("the count").atMost(MOMENTS).until(() -> articlesIn(other) == 0);
    }

    private static ObjectNode merger(String into) {
        return Api.object().put("into", into);
    }

    private void awaitTopic(String id, String topic) {
        Awaitility.await(id + " to stand in " + topic)
                .atMost(MOMENTS)
                .until(() ->
                        admin.json("/articles/" + id).path("topic").asText().equals(topic));
    }

    private void awaitMoved(String from, String to) {
        Awaitility.await(from + " to lead to " + to)
                .atMost(MOMENTS)
                .until(() -> List.of("", "/feed.rss").stream().allMatch(page -> {
                    HttpResponse<String> answer = site.get("/topics/" + from + page);
                    return answer.statusCode() == 301
                            && answer.headers()
                                    .firstValue("Location")
                                    .orElse("")
                                    .endsWith("/topics/" + to + page);
                }));
    }

    private long articlesIn(String topic) {
        String cursor = "";
        do {
            JsonNode page = admin.json("/topics?limit=100" + cursor);
            for (JsonNode listed : page.path("items")) {
                if (listed.path("slug").asText().equals(topic)) {
                    return listed.path("articles").asLong();
                }
            }
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        return -1;
    }

    private String submitted(Api writer, String headline, @Nullable String topic) {
        return created(writer.post(
                        "/articles",
                        text(headline, "<p>Text.</p>").put("submit", true).put("topic", topic)))
                .path("id")
                .asText();
    }

    private void approve(String id) {
        decide(id, "APPROVE");
        written.add(id);
    }

    private String headline(String id) {
        return admin.json("/articles/" + id).path("headline").asText();
    }

    private static ObjectNode choice(String lead, String... pins) {
        ObjectNode choice = Api.object().put("lead", lead);
        List.of(pins).forEach(choice.putArray("pins")::add);
        return choice;
    }

    private void awaitTop(String lead, String pin) {
        Awaitility.await("the chosen stories on top")
                .atMost(MOMENTS)
                .untilAsserted(() -> assertThat(site.page("/")
                                .select(".top-stories h2, .top-stories h3")
                                .eachText())
                        .startsWith(lead)
                        .contains(pin));
    }

    private static ObjectNode text(String headline, String body) {
        return Api.object().put("headline", headline).put("body", body).put("topic", "city");
    }

    private static ObjectNode decision(String decision) {
        return Api.object().put("decision", decision);
    }

    private JsonNode decide(String id, String decision) {
        return ok(admin.post("/articles/" + id + "/decisions", decision(decision)));
    }

    private JsonNode created(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return site.json(response);
    }

    private JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return site.json(response);
    }

    private static String tag(JsonNode article) {
        return '"' + article.path("id").asText() + '-' + article.path("version").asText() + '"';
    }

    private List<String> queue() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = admin.json("/articles/queue?limit=100" + cursor);
            ids.addAll(ids(page));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private void awaitText(String path, String text, boolean there) {
        Awaitility.await(path + (there ? " to show " : " to show no longer ") + text)
                .atMost(MOMENTS)
                .until(() -> {
                    HttpResponse<String> page = site.get(path);
                    return page.statusCode() == 200 && page.body().contains(text) == there;
                });
    }

    private void awaitLetter(String subject, String text) {
        Awaitility.await("a letter “" + subject + "”")
                .atMost(MOMENTS)
                .until(() -> server.letters().stream()
                        .map(letter -> letter.replace("=\r\n", "").replace("\r\n ", " "))
                        .anyMatch(letter -> letter.contains(subject) && letter.contains(text)));
    }
}
