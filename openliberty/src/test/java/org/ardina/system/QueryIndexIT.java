package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** No query of the application looks at a whole collection. */
@ExtendWith(OpenStore.Provider.class)
class QueryIndexIT {

    private static final int PAGES = 150;

    private final OpenStore store;
    private final NewsSite site;

    @TempDir
    private Path folder;

    QueryIndexIT(OpenStore store) {
        this.store = store;
        this.site = store.site();
    }

    @Test
    void asksOnlyWhatAnIndexServes() throws IOException {
        String token = site.adminToken();
        SitePages.prepare(site);
        JsonNode report = site.importFile(token, Files.writeString(folder.resolve("again.jsonl"), """
                        {"headline":"The same slug","body":"Text","slug":"system-markdown","source":"query"}
                        {"headline":"","body":"Text","source":"query"}
                        {"headline":"No author","body":"<iframe src='https://a.example'></iframe>Text","source":"query"}
                        """));
        assertThat(report.path("failed").asInt()).isEqualTo(1);
        site.startImport(token, Files.writeString(folder.resolve("none.txt"), "nothing"), Map.of());
        SitePages.all().forEach(site::status);
        int visited = followLinks();
        assertThat(visited).isGreaterThan(30);
        assertThat(ArticleList.of(site, "").articles()).isNotEmpty();
        assertThat(ArticleList.of(site, "topic=city").articles()).isNotEmpty();
        assertThat(ArticleList.of(site, "author=marta-valadim").articles()).isNotEmpty();
        String next = site.json(site.get("/api/v1/articles?limit=1&topic=city"))
                .path("next")
                .asText();
        assertThat(site.status("/api/v1/articles?limit=1&topic=city&cursor=" + next))
                .isEqualTo(200);
        assertThat(site.status("/api/v1/articles/system-markdown")).isEqualTo(200);
        assertThat(site.status("/api/v1/topics")).isEqualTo(200);
        useAccounts();
        useNewsroom();
        useTopics();
        useConsole();
        talk();
        logOut(token);
        assertThat(store.scans()).isEmpty();
    }

    @Test
    void noticesAScan() {
        try {
            store.database().getCollection("provoked").insertOne(new Document("colour", "red").append("length", 3));
            store.database()
                    .getCollection("provoked")
                    .find(new Document("colour", "red"))
                    .first();
            assertThat(store.scans()).anyMatch(scan -> scan.contains("provoked") && scan.contains("colour"));
        } finally {
            store.forgetScans("provoked");
        }
    }

    private void useTopics() {
        Api admin = Api.admin(site);
        for (String topic : List.of("query-one", "query-other")) {
            assertThat(admin.post("/topics", Api.object().put("slug", topic).put("name", topic))
                            .statusCode())
                    .isEqualTo(201);
        }
        String id = admin.site()
                .json(admin.post(
                        "/articles",
                        Api.object()
                                .put("headline", "Moved along")
                                .put("body", "<p>Text.</p>")
                                .put("topic", "query-one")))
                .path("id")
                .asText();
        assertThat(admin.put("/topics/query-one", Api.object().put("slug", "query-two"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.post("/topics/query-two/merger", Api.object().put("into", "query-other"))
                        .statusCode())
                .isEqualTo(202);
        Awaitility.await("the article to follow")
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        admin.json("/articles/" + id).path("topic").asText().equals("query-other"));
        assertThat(site.status("/topics/query-one")).isEqualTo(301);
        ObjectNode choice = Api.object();
        choice.putArray("pins");
        assertThat(admin.put("/front-page", choice).statusCode()).isEqualTo(200);
        assertThat(admin.json("/dashboard").path("published")).hasSize(14);
        assertThat(admin.put("/settings", Api.object().put("registrationOpen", true))
                        .statusCode())
                .isEqualTo(200);
    }

    private void useConsole() {
        String session = "session=" + site.adminToken();
        for (String page : List.of(
                "dashboard",
                "mine",
                "mine?state=DRAFT",
                "write",
                "review",
                "comments",
                "comments?kind=reported",
                "comments?kind=appealed",
                "rules",
                "rules?article=a-school-roof-that-counts-swifts",
                "articles",
                "articles?state=APPROVED",
                "articles?q=harbour+the",
                "articles?state=DRAFT&topic=city&author=marta-valadim&q=a&from=2026-01-01&to=2026-12-31",
                "articles?topic=city&from=2020-01-01",
                "front",
                "front?q=harbour",
                "topics",
                "topics?q=city",
                "accounts",
                "accounts?request=pending",
                "imports",
                "settings",
                "audit")) {
            HttpResponse<String> shown = site.get("/console/" + page, "Cookie", session);
            assertThat(shown.statusCode()).as(page).isEqualTo(200);
            assertThat(shown.body().strip()).as(page).endsWith("</html>");
        }
    }

    private void useAccounts() {
        Api admin = Api.admin(site);
        Api reader = Api.newReader(site);
        String name = reader.me().path("username").asText();
        reader.post("/accounts/me/writer-request", Api.object().put("motivation", "I know the harbour."));
        assertThat(reader.get("/accounts/me/export").statusCode()).isEqualTo(200);
        assertThat(reader.get("/sessions").statusCode()).isEqualTo(200);
        for (String query : List.of(
                "",
                "?limit=1",
                "?q=" + name,
                "?q=" + name + "@example.org",
                "?role=READER&limit=1",
                "?writerRequest=PENDING",
                "?writerRequest=PENDING&role=READER&q=r")) {
            assertThat(admin.get("/accounts" + query).statusCode()).as(query).isEqualTo(200);
        }
        String id = reader.id();
        for (String query : List.of("", "?actor=" + id, "?action=account.registered", "?subject=account:" + id)) {
            assertThat(admin.get("/audit" + query).statusCode()).as(query).isEqualTo(200);
        }
        reader.patch("/accounts/me", Api.object().put("displayName", "Rosa"));
        admin.patch("/accounts/" + id, Api.object().put("writerRequest", "APPROVED"));
        admin.patch("/accounts/" + id, Api.object().put("role", "READER"));
        admin.patch("/accounts/" + id, Api.object().put("status", "SUSPENDED").put("reason", "A test"));
        admin.patch("/accounts/" + id, Api.object().put("status", "ACTIVE"));
        Api again = Api.logIn(site, name, Api.PASSWORD);
        again.patch(
                "/accounts/me",
                Api.object().put("currentPassword", Api.PASSWORD).put("password", "nine boats in the harbour"));
        Api.logIn(site, name, "nine boats in the harbour").delete("/accounts/me");
    }

    private void useNewsroom() {
        Api admin = Api.admin(site);
        Api writer = Api.newWriter(site);
        String id = written(writer, "One");
        written(writer, "Two");
        admin.post("/articles/" + id + "/decisions", Api.object().put("decision", "RETURN"));
        for (String query :
                List.of("/mine", "/mine?limit=1", "/mine?state=PENDING", "/" + id, "/" + id + "/revisions")) {
            assertThat(writer.get("/articles" + query).statusCode()).as(query).isEqualTo(200);
        }
        for (String list : List.of("mine?", "queue?")) {
            written(writer, "Three");
            Api reading = list.equals("mine?") ? writer : admin;
            String next =
                    reading.json("/articles/" + list + "limit=1").path("next").asText();
            assertThat(reading.get("/articles/" + list + "limit=1&cursor=" + next)
                            .statusCode())
                    .as(list)
                    .isEqualTo(200);
        }
        String preview = "/articles/" + id + "/preview-links";
        String link = site.json(writer.post(preview, null)).path("url").asText();
        assertThat(site.status(link.substring(link.indexOf("/preview/")))).isEqualTo(200);
        assertThat(writer.delete(preview).statusCode()).isEqualTo(204);
        assertThat(admin.post("/topics", Api.object().put("name", "Tides")).statusCode())
                .isEqualTo(201);
        assertThat(admin.delete("/topics/tides").statusCode()).isEqualTo(204);
        assertThat(admin.delete("/topics/city").statusCode()).isEqualTo(409);
        assertThat(writer.get("/accounts/me/export").statusCode()).isEqualTo(200);
    }

    private String written(Api writer, String headline) {
        return site.json(writer.post(
                        "/articles",
                        Api.object()
                                .put("headline", headline)
                                .put("body", "<p>Text</p>")
                                .put("submit", true)))
                .path("id")
                .asText();
    }

    private void talk() {
        Talk rosa = new Talk(Api.newReader(site), "a-school-roof-that-counts-swifts");
        Talk ivo = new Talk(Api.newReader(site), rosa.slug());
        Api admin = Api.admin(site);
        String id = rosa.say("They nest under the gutter.");
        String answer = ivo.answer(ivo.answer(id, "And over the door."), "And in the bell tower.");
        rosa.like(true);
        rosa.like(false);
        ivo.api().send("PUT", "/comments/" + id + "/like", null);
        rosa.api().patch("/comments/" + id, Api.object().put("body", "They nest under the roof."));
        for (String query : List.of("", "&sort=oldest", "&sort=top", "&parent=" + id)) {
            assertThat(rosa.ids(query, 1)).isNotEmpty();
        }
        for (String path : List.of("", "?sort=top", "?sort=oldest&page=2", "/" + id, "/" + answer)) {
            site.status("/articles/" + rosa.slug() + "/comments" + path);
        }
        ivo.api().post("/comments/" + id + "/reports", Api.object().put("reason", "other"));
        for (String kind : List.of("pending", "reported", "flagged", "appealed")) {
            assertThat(admin.get("/moderation/queue?limit=1&kind=" + kind).statusCode())
                    .isEqualTo(200);
        }
        admin.post(
                "/comments/" + id + "/decisions",
                Api.object().put("decision", "REJECT").put("reason", "other"));
        admin.delete("/comments/" + id + "/decisions");
        admin.post(
                "/comments/" + id + "/decisions",
                Api.object().put("decision", "REJECT").put("reason", "other"));
        assertThat(admin.post("/moderation/replays", Api.object().put("holdScore", 50))
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get("/console/comment?id=" + id, "Cookie", "session=" + admin.token())
                        .statusCode())
                .isEqualTo(200);
        rosa.api().post("/comments/" + id + "/appeal", Api.object().put("text", "They do."));
        ivo.api().delete("/comments/" + answer);
        assertThat(ivo.api().get("/accounts/me/export").statusCode()).isEqualTo(200);
        Visitor visitor = new Visitor(site);
        visitor.logIn(rosa.api().me().path("username").asText(), Api.PASSWORD);
        assertThat(visitor.page("/account/comments").select(".own-comment")).hasSize(1);
        assertThat(visitor.page("/articles/" + rosa.slug()).select("form.write"))
                .hasSize(1);
    }

    private void logOut(String token) {
        assertThat(site.send(site.request("/api/v1/sessions/current")
                                .header("Authorization", "Bearer " + token)
                                .method("DELETE", BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.get("/api/v1/imports/0123456789abcdef01234567", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    /** Visits what the pages lead to, page by page, and returns how many there were. */
    private int followLinks() {
        List<String> paths = new ArrayList<>(List.of("/"));
        for (int i = 0; i < paths.size() && i < PAGES; i++) {
            HttpResponse<String> answer = site.get(paths.get(i));
            // The address of a reply leads to its place in the thread.
            if (answer.statusCode() == 301) {
                continue;
            }
            assertThat(answer.statusCode()).as(paths.get(i)).isEqualTo(200);
            for (Element link : Jsoup.parse(answer.body()).select("a[href^=/], link[rel=next]")) {
                String path = link.attr("href");
                // What is done to a comment asks for a login.
                if (!path.contains("lang=") && !path.startsWith("/comments/") && !paths.contains(path)) {
                    paths.add(path);
                }
            }
        }
        return paths.size();
    }
}
