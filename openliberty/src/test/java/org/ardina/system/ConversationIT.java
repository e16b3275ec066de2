package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.ardina.SharedData;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What readers say about articles and administrators decide about it: through the API and without scripts. */
@ExtendWith(SharedServer.class)
class ConversationIT {

    private static final String FERRY = "the-last-ferry-still-waits-for-the-bell";
    private static final String SWIFTS = "a-school-roof-that-counts-swifts";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<String> administrators = new ArrayList<>();
    private final NewsSite site;

    ConversationIT(NewsSite site) {
        this.site = site;
    }

    @Test
    void countsEachLikeOnce() {
        Talk one = new Talk(Api.newReader(site), SWIFTS);
        Talk other = new Talk(Api.newReader(site), SWIFTS);
        long before = one.article().path("likes").asLong();
        assertLikes(one.like(true), before + 1, true);
        assertLikes(one.like(true), before + 1, true);
        assertLikes(other.like(true), before + 2, true);
        assertLikes(one.like(false), before + 1, false);
        assertLikes(one.like(false), before + 1, false);
        assertThat(one.article().path("likes").asLong()).isEqualTo(before + 1);
        assertThat(Api.problem(new Talk(Api.anonymous(site), SWIFTS).like(true), 401))
                .isNotEmpty();
        assertThat(Api.problem(new Talk(one.api(), "no-such-article").like(true), 404))
                .isEqualTo("not-found");
    }

    @Test
    void keepsThreads() {
        Talk rosa = new Talk(Api.newReader(site), FERRY);
        Talk ivo = new Talk(Api.newReader(site), FERRY);
        long before = rosa.article().path("comments").asLong();
        String first = rosa.say("The bell rang twice yesterday evening.");
        String second = ivo.say("My grandfather was the ferryman for thirty years.");
        String answer = ivo.answer(first, "I heard it three times.");
        String deeper = rosa.answer(answer, "The third was the church.");
        String later = rosa.answer(first, "Ask the harbour master.");
        assertThat(rosa.article().path("comments").asLong()).isEqualTo(before + 5);

        List<String> newest = rosa.ids("&sort=newest", 1);
        assertThat(newest.indexOf(second)).isLessThan(newest.indexOf(first));
        assertThat(rosa.ids("", 100)).isEqualTo(newest).doesNotContain(answer);
        assertThat(rosa.ids("&sort=oldest", 2).indexOf(first))
                .isLessThan(rosa.ids("&sort=oldest", 2).indexOf(second));
        assertThat(rosa.ids("&parent=" + first, 1)).containsExactly(answer, deeper, later);
        assertThat(rosa.ids("&parent=" + answer, 100)).containsExactly(deeper);

        assertLikes(ivo.api().send("PUT", "/comments/" + first + "/like", null), 1, true);
        assertLikes(rosa.api().send("PUT", "/comments/" + first + "/like", null), 2, true);
        assertLikes(ivo.api().send("DELETE", "/comments/" + first + "/like", null), 1, false);
        assertThat(rosa.ids("&sort=top", 100).indexOf(first)).isZero();

        assertThat(ivo.api().delete("/comments/" + answer).statusCode()).isEqualTo(204);
        assertThat(ivo.api().delete("/comments/" + answer).statusCode()).isEqualTo(204);
        JsonNode below = rosa.api().json("/articles/" + FERRY + "/comments?parent=" + first);
        assertThat(below.path("items").findValuesAsText("id")).containsExactly(answer, deeper, later);
        assertThat(below.at("/items/0/state").asText()).isEqualTo("WITHDRAWN");
        assertThat(below.at("/items/0").has("body")).isFalse();
        assertThat(rosa.api().delete("/comments/" + later).statusCode()).isEqualTo(204);
        assertThat(rosa.ids("&parent=" + first, 100)).containsExactly(answer, deeper);
        assertThat(rosa.article().path("comments").asLong()).isEqualTo(before + 3);
    }

    @Test
    void keepsThePlaceOfWhatIsAnsweredOnTheDeepestLevel() {
        Talk rosa = new Talk(Api.newReader(site), FERRY);
        String first = rosa.say("How deep is the river below the old bridge?");
        String second = rosa.answer(first, "Seven metres when the tide is in.");
        String third = rosa.answer(second, "And at the pier of the ferry?");
        String fourth = rosa.answer(third, "Nobody has measured there since the war.");
        String fifth = rosa.answer(fourth, "My uncle did, with a rope.");
        assertThat(rosa.api().delete("/comments/" + fourth).statusCode()).isEqualTo(204);
        assertThat(rosa.ids("&parent=" + first, 100)).containsExactly(second, third, fourth, fifth);
        assertThat(rosa.api().delete("/comments/" + fifth).statusCode()).isEqualTo(204);
        assertThat(rosa.ids("&parent=" + first, 100)).containsExactly(second, third, fourth);
    }

    @Test
    void takesEachCommentOnce() {
        Talk rosa = new Talk(Api.newReader(site), SWIFTS);
        HttpResponse<String> once = rosa.post("Forty pairs nest there now.", null, "key-1");
        HttpResponse<String> again = rosa.post("Forty pairs nest there now.", null, "key-1");
        assertThat(once.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(site.json(again).path("id")).isEqualTo(site.json(once).path("id"));
        assertThat(Api.problem(rosa.post("Something else.", null, "key-1"), 409))
                .isEqualTo("idempotency-key-reused");
        Talk ivo = new Talk(Api.newReader(site), SWIFTS);
        HttpResponse<String> ofAnother = ivo.post("Forty pairs nest there now.", null, "key-1");
        assertThat(site.json(ofAnother).path("id")).isNotEqualTo(site.json(once).path("id"));
    }

    @Test
    void saysWhatIsWrong() {
        Talk rosa = new Talk(Api.newReader(site), SWIFTS);
        String comment = rosa.say("They come back in the first week of May.");
        Talk nobody = new Talk(Api.anonymous(site), SWIFTS);
        Talk ivo = new Talk(Api.newReader(site), SWIFTS);
        assertThat(Api.problem(nobody.post("Hello there.", null), 401)).isNotEmpty();
        assertThat(Api.problem(rosa.post(" \n ", null), 400)).isEqualTo("body-length");
        assertThat(Api.problem(rosa.post("x".repeat(5001), null), 400)).isEqualTo("body-length");
        assertThat(Api.problem(rosa.api().post("/articles/" + SWIFTS + "/comments", Api.object()), 400))
                .isEqualTo("invalid-input");
        assertThat(Api.problem(rosa.post("An answer.", "f".repeat(24)), 404)).isEqualTo("not-found");
        assertThat(Api.problem(new Talk(rosa.api(), FERRY).post("An answer.", comment), 404))
                .isEqualTo("not-found");
        assertThat(Api.problem(new Talk(rosa.api(), "no-such-article").post("Hello there.", null), 404))
                .isEqualTo("not-found");
        for (Map.Entry<String, String> query : Map.of(
                        "sort=worst", "invalid-sort",
                        "limit=0", "invalid-limit",
                        "limit=101", "invalid-limit",
                        "cursor=x", "invalid-cursor",
                        "parent=x", "not-found")
                .entrySet()) {
            int status = query.getValue().equals("not-found") ? 404 : 400;
            assertThat(Api.problem(nobody.api().get("/articles/" + SWIFTS + "/comments?" + query.getKey()), status))
                    .isEqualTo(query.getValue());
        }
        assertThat(Api.problem(
                        ivo.api().patch("/comments/" + comment, Api.object().put("body", "Mine.")), 403))
                .isEqualTo("not-your-comment");
        assertThat(Api.problem(ivo.api().delete("/comments/" + comment), 403)).isEqualTo("not-your-comment");
        assertThat(Api.problem(ivo.api().delete("/comments/nonsense"), 404)).isEqualTo("not-found");
        assertThat(Api.problem(report(ivo.api(), comment, "because"), 400)).isEqualTo("reason-unknown");
        assertThat(Api.problem(report(rosa.api(), comment, "spam"), 409)).isEqualTo("own-comment");
        assertThat(Api.problem(ivo.api().get("/moderation/queue"), 403)).isNotEmpty();
        assertThat(Api.problem(decide(ivo.api(), comment, "APPROVE", null), 403))
                .isNotEmpty();
        Api admin = Api.admin(site);
        assertThat(Api.problem(admin.get("/moderation/queue?kind=all"), 400)).isEqualTo("invalid-kind");
        assertThat(Api.problem(decide(admin, comment, "APPROVE", null), 409)).isEqualTo("decision-refused");
        assertThat(Api.problem(decide(admin, comment, "REJECT", null), 400)).isEqualTo("reason-missing");
        assertThat(Api.problem(decide(admin, comment, "BURN", "spam"), 400)).isEqualTo("invalid-decision");
        assertThat(Api.problem(rosa.api().post("/comments/" + comment + "/appeal", text("Please.")), 409))
                .isEqualTo("appeal-refused");
    }

    @Test
    void isChangedByItsAuthorForAShortTime() {
        Talk rosa = new Talk(Api.newReader(site), SWIFTS);
        String id = rosa.say("They are martins.");
        HttpResponse<String> edited =
                rosa.api().patch("/comments/" + id, Api.object().put("body", "They are swifts."));
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertThat(site.json(edited).path("body").asText()).isEqualTo("They are swifts.");
        assertThat(site.json(edited).hasNonNull("editedAt")).isTrue();
        Api admin = Api.admin(site);
        assertThat(decide(admin, id, "REJECT", "off-topic").statusCode()).isEqualTo(200);
        assertThat(Api.problem(rosa.api().patch("/comments/" + id, Api.object().put("body", "Again.")), 409))
                .isEqualTo("edit-time-over");
    }

    @Test
    void endsWhereAnAdministratorEndsIt() {
        Talk rosa = new Talk(Api.newReader(site), "a-oficina-que-conserta-antes-de-vender");
        Api admin = Api.admin(site);
        String closure = "/articles/" + rosa.slug() + "/comments/closure";
        assertThat(Api.problem(rosa.api().send("PUT", closure, null), 403)).isNotEmpty();
        assertThat(admin.send("PUT", closure, null).statusCode()).isEqualTo(204);
        try {
            assertThat(Api.problem(rosa.post("O relógio da avó voltou a andar.", null), 409))
                    .isEqualTo("conversation-closed");
            Awaitility.await("the page says so")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    site.page("/articles/" + rosa.slug()).select(".closed"))
                            .hasSize(1));
        } finally {
            admin.delete(closure);
        }
        rosa.say("O relógio da avó voltou a andar.");
    }

    @Test
    void isDecidedAndAppealed() {
        Talk rosa = new Talk(Api.newReader(site), SWIFTS);
        Api ivo = Api.newReader(site);
        Api admin = Api.admin(site);
        Api second = secondAdministrator(admin);
        String id = rosa.say("The boxes were my idea, and the council knows it.");
        assertThat(report(ivo, id, "falsehood").statusCode()).isEqualTo(202);
        assertThat(report(ivo, id, "falsehood").statusCode()).isEqualTo(202);
        JsonNode waiting = waiting(admin, "reported", id);
        assertThat(waiting.path("reports")).hasSize(1);
        assertThat(waiting.at("/reports/0/reason").asText()).isEqualTo("falsehood");
        assertThat(waiting.path("slug").asText()).isEqualTo(SWIFTS);

        long before = rosa.article().path("comments").asLong();
        assertThat(decide(admin, id, "REJECT", "FALSEHOOD").statusCode()).isEqualTo(200);
        assertThat(rosa.article().path("comments").asLong()).isEqualTo(before - 1);
        assertThat(rosa.ids("", 100)).doesNotContain(id);
        assertThat(isWaiting(admin, "reported", id)).isFalse();
        JsonNode own = rosa.api().json("/comments/" + id);
        assertThat(own.path("state").asText()).isEqualTo("REJECTED");
        assertThat(own.at("/decision/reason").asText()).isEqualTo("falsehood");
        assertThat(Api.problem(ivo.get("/comments/" + id), 404)).isEqualTo("not-found");

        assertThat(rosa.api()
                        .post("/comments/" + id + "/appeal", text("The minutes of May say so."))
                        .statusCode())
                .isEqualTo(202);
        assertThat(Api.problem(rosa.api().post("/comments/" + id + "/appeal", text("Once more.")), 409))
                .isEqualTo("appeal-refused");
        assertThat(isWaiting(admin, "appealed", id)).isTrue();
        assertThat(Api.problem(decide(admin, id, "APPROVE", null), 403)).isEqualTo("own-decision");
        HttpResponse<String> overturned = decide(second, id, "APPROVE", null);
        assertThat(overturned.statusCode()).as(overturned.body()).isEqualTo(200);
        assertThat(site.json(overturned).at("/appeal/outcome").asText()).isEqualTo("OVERTURNED");
        assertThat(rosa.article().path("comments").asLong()).isEqualTo(before);
        assertThat(admin.json("/audit?subject=comment:" + id).path("items").findValuesAsText("action"))
                .containsExactly("comment.approved", "comment.appealed", "comment.rejected");
    }

    @Test
    void holdsWhatReadersReportWhoWereRightBefore() {
        Talk rosa = new Talk(Api.newReader(site), SWIFTS);
        Api admin = Api.admin(site);
        List<Api> readers = List.of(Api.newReader(site), Api.newReader(site));
        for (Api reader : readers) {
            String wrong = new Talk(Api.newReader(site), SWIFTS).say("Cheap feeders at my shop.");
            report(reader, wrong, "spam");
            assertThat(decide(admin, wrong, "REJECT", "spam").statusCode()).isEqualTo(200);
        }
        String id = rosa.say("The same feeders, cheaper still.");
        report(Api.newReader(site), id, "spam");
        report(readers.get(0), id, "spam");
        assertThat(rosa.ids("", 100)).contains(id);
        report(readers.get(1), id, "spam");
        assertThat(rosa.ids("", 100)).doesNotContain(id);
        assertThat(waiting(admin, "pending", id).path("reports")).hasSize(3);
        assertThat(decide(admin, id, "APPROVE", null).statusCode()).isEqualTo(200);
        assertThat(rosa.ids("", 100)).contains(id);
    }

    @Test
    void worksWithoutScripts() {
        Visitor rosa = visitor();
        Visitor ivo = visitor();
        String article = "/articles/" + FERRY;
        assertThat(site.page(article).select("form.write")).isEmpty();
        assertThat(site.page(article).select("a[href='/login?next=/conversation/" + FERRY + "/comment']"))
                .hasSize(1);

        Document page = rosa.page(article);
        HttpResponse<String> sent =
                rosa.submit(page, "form.write", Map.of("body", "<b>Bold</b> words about the bell: não há coração 🔔."));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String thread = sent.headers().firstValue("Location").orElseThrow();
        assertThat(rosa.submit(
                                page,
                                "form.write",
                                Map.of("body", "<b>Bold</b> words about the bell: não há coração 🔔."))
                        .headers()
                        .firstValue("Location"))
                .as("the same form twice is one comment")
                .hasValue(thread);
        Element said = rosa.page(thread).expectFirst(".comment .said");
        assertThat(said.text()).contains("<b>Bold</b> words about the bell: não há coração 🔔.");
        String id = thread.substring(thread.lastIndexOf('/') + 1);
        awaitOnPage(article, id);

        String reply = ivo.page(thread).expectFirst("a[href$=/reply]").attr("href");
        HttpResponse<String> empty = ivo.submit(ivo.page(reply), "main form", Map.of("body", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.body()).select("#body-problem")).hasSize(1);
        HttpResponse<String> answered = ivo.submit(ivo.page(reply), "main form", Map.of("body", "Not so bold."));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(303);
        String place = answered.headers().firstValue("Location").orElseThrow();
        String answer = place.substring(place.lastIndexOf('/') + 1);
        HttpResponse<String> moved = ivo.get(place);
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).hasValue(thread + "#c-" + answer);
        awaitOnPage(thread, answer);

        assertThat(ivo.submit(ivo.page(article), "form#act", Map.of("liked", "true"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(ivo.page(article).select("form#act button[aria-pressed=true]"))
                .hasSize(1);
        assertThat(rosa.page(article).select("form#act button[aria-pressed=true]"))
                .isEmpty();

        String report =
                ivo.page(thread).expectFirst("#c-" + id + " a[href$=/report]").attr("href");
        assertThat(ivo.submit(ivo.page(report), "main form", Map.of("reason", "insult", "detail", "Too bold."))
                        .statusCode())
                .isEqualTo(200);
        Api admin = Api.admin(site);
        assertThat(waiting(admin, "reported", id).at("/reports/0/detail").asText())
                .isEqualTo("Too bold.");
        assertThat(decide(admin, id, "REJECT", "insult").statusCode()).isEqualTo(200);
        Awaitility.await("the comment has left its place")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(site.page(thread).select("#c-" + id + " .gone"))
                        .hasSize(1));
        assertThat(rosa.page(article).select(".own").text()).isNotEmpty();
        Document own = rosa.page("/account/comments");
        assertThat(own.select("#c-" + id).text()).contains("Not published", "Insult");
        String appeal = own.expectFirst("#c-" + id + " a[href$=/appeal]").attr("href");
        assertThat(rosa.submit(rosa.page(appeal), "main form", Map.of("appeal", "Bold is no insult."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(decide(secondAdministrator(admin), id, "APPROVE", null).statusCode())
                .isEqualTo(200);
        Awaitility.await("the comment is back")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(site.page(thread).select("#c-" + id + " .said"))
                        .hasSize(1));
        assertThat(rosa.page("/account/comments").select("#c-" + id).text()).contains("overturned");

        String edit = "/comments/" + id + "/edit";
        assertThat(rosa.submit(rosa.page(edit), "form[action$=/withdrawal]", Map.of())
                        .statusCode())
                .isEqualTo(303);
        Awaitility.await("the thread keeps its shape").atMost(SOON).untilAsserted(() -> {
            Document left = site.page(thread);
            assertThat(left.select("#c-" + id + " .gone")).hasSize(1);
            assertThat(left.select("#c-" + answer + " .said")).hasSize(1);
        });
    }

    @Test
    void leadsWhoeverIsNotLoggedInToTheLoginAndBack() {
        String id = new Talk(Api.newReader(site), SWIFTS).say("Their cries are the sound of summer.");
        Visitor nobody = new Visitor(site);
        HttpResponse<String> refused = nobody.post("/comments/" + id + "/like", Map.of());
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.headers().firstValue("Location")).hasValue("/login?next=%2Fcomments%2F" + id + "%2Flike");
        Visitor rosa = visitor();
        HttpResponse<String> back = rosa.get("/comments/" + id + "/like");
        assertThat(back.headers().firstValue("Location")).hasValue("/articles/" + SWIFTS + "/comments/" + id);
        assertThat(rosa.post("/comments/" + id + "/like", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(Api.anonymous(site).json("/comments/" + id).path("likes").asLong())
                .as("nothing is done without the token of a form")
                .isZero();
    }

    /** Every page is cut where there is nothing more. */
    @Test
    void hasNoPagesWhereNothingIs() {
        String comments = "/articles/" + SWIFTS + "/comments";
        assertThat(site.status(comments)).isEqualTo(200);
        assertThat(site.status(comments + "?sort=top")).isEqualTo(200);
        for (String none : List.of(
                comments + "?page=999",
                comments + "?sort=worst",
                comments + "?page=0",
                comments + "/" + "0".repeat(24))) {
            assertThat(site.status(none)).as(none).isEqualTo(404);
        }
    }

    @Test
    void showsWhateverIsSaidAsText() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(SharedData.files("sanitiser", "expect.json").get(0).toFile());
        Talk rosa = new Talk(Api.admin(site), "a-oficina-que-conserta-antes-de-vender");
        String first = rosa.say("Cases follow.");
        long shown = StreamSupport.stream(cases.spliterator(), false)
                .map(each -> each.path("payload").asText())
                .filter(payload -> !payload.isBlank() && payload.length() < 5000)
                .map(payload -> rosa.post(payload, first))
                .filter(response -> response.statusCode() == 201)
                .count();
        assertThat(shown).isGreaterThan(100);
        Document page = Awaitility.await("a page of cases")
                .atMost(SOON)
                .until(
                        () -> site.page("/articles/" + rosa.slug() + "/comments/" + first),
                        found -> found.select(".said").size() > 40);
        for (Element element : page.select(".said *")) {
            assertThat(element.tagName()).isIn("p", "br", "a", "b");
            assertThat(element.attr("href")).matches("(?i)(https?://.*)?");
            assertThat(element.attributes().asList())
                    .allMatch(attribute -> List.of("dir", "href", "rel").contains(attribute.getKey()));
        }
        assertThat(page.select("script:not([type]), svg:not(.wordmark):not(.find svg), math, iframe, style"))
                .isEmpty();
    }

    private void awaitOnPage(String path, String comment) {
        Awaitility.await("the comment on " + path)
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(site.page(path).select("#c-" + comment)).hasSize(1));
    }

    private Visitor visitor() {
        String username = Api.newName();
        assertThat(Api.anonymous(site).register(username).statusCode()).isEqualTo(201);
        Visitor visitor = new Visitor(site);
        assertThat(visitor.logIn(username, Api.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }

    private Api secondAdministrator(Api admin) {
        String username = Api.newName();
        HttpResponse<String> registered = Api.anonymous(site).register(username);
        String id = site.json(registered).path("id").asText();
        assertThat(admin.patch("/accounts/" + id, Api.object().put("role", "ADMIN"))
                        .statusCode())
                .isEqualTo(200);
        administrators.add(id);
        return Api.logIn(site, username, Api.PASSWORD);
    }

    /** Other tests count on there being one. */
    @AfterEach
    void leaveOneAdministrator() {
        Api admin = Api.admin(site);
        for (String id : administrators) {
            assertThat(admin.patch("/accounts/" + id, Api.object().put("role", "READER"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private void assertLikes(HttpResponse<String> response, long likes, boolean liked) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode state = site.json(response);
        assertThat(state.path("likes").asLong()).isEqualTo(likes);
        assertThat(state.path("liked").asBoolean()).isEqualTo(liked);
    }

    private static HttpResponse<String> report(Api reader, String comment, String reason) {
        return reader.post("/comments/" + comment + "/reports", Api.object().put("reason", reason));
    }

    private static HttpResponse<String> decide(Api admin, String comment, String decision, @Nullable String reason) {
        return admin.post(
                "/comments/" + comment + "/decisions",
                Api.object().put("decision", decision).put("reason", reason));
    }

    private static ObjectNode text(String text) {
        return Api.object().put("text", text);
    }

    private static boolean isWaiting(Api admin, String kind, String comment) {
        return StreamSupport.stream(
                        admin.json("/moderation/queue?limit=100&kind=" + kind)
                                .path("items")
                                .spliterator(),
                        false)
                .anyMatch(waiting -> waiting.path("id").asText().equals(comment));
    }

    private static JsonNode waiting(Api admin, String kind, String comment) {
        return StreamSupport.stream(
                        admin.json("/moderation/queue?limit=100&kind=" + kind)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(waiting -> waiting.path("id").asText().equals(comment))
                .findFirst()
                .orElseThrow(() -> new AssertionError(comment + " does not wait"));
    }
}
