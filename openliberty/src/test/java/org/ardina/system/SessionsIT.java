package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in by page and by API, and what a session is good for. */
@ExtendWith(SharedServer.class)
class SessionsIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final NewsSite site;

    SessionsIT(NewsSite site) {
        this.site = site;
    }

    @Test
    void givesABrowserACookieThatNoScriptSeesAndNoOtherSiteSends() {
        HttpResponse<String> response = site.logIn("admin", ServerProcess.ADMIN_PASSWORD);
        String token = site.json(response).path("token").asText();
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(response.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("session=" + token + ";")
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax")
                        .containsIgnoringCase("Path=/"));
    }

    @Test
    void givesReadersWithoutAnAccountNone() {
        for (String page : new String[] {"/", "/latest", SitePages.PICTURED}) {
            assertThat(site.get(page).headers().map()).doesNotContainKeys("Set-Cookie", "set-cookie");
        }
    }

    @Test
    void isKnownByCookieAndByBearerToken() {
        String token = site.adminToken();
        assertThat(list("Cookie", "session=" + token).statusCode()).isEqualTo(200);
        assertThat(list("Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
        assertThat(list("Cookie", "lang=en; session=" + token + "; other=x").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer nothing",
                "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Basic YWRtaW46YWRtaW4=",
                "Bearer {\"$gt\":\"\"}",
                "Bearer"
            })
    void isNobodyWithATokenThatIsNone(String authorization) {
        HttpResponse<String> response = list("Authorization", authorization);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(site.json(response).path("code").asText()).isEqualTo("unauthenticated");
        assertThat(site.get("/", "Authorization", authorization).statusCode()).isEqualTo(200);
        assertThat(site.get("/", "Cookie", "session=" + authorization.replace(' ', '+'))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site,403",
        "Sec-Fetch-Site,same-site,403",
        "Origin,https://evil.example,403",
        "Origin,null,403",
        "Referer,https://evil.example/page,403",
        "Sec-Fetch-Site,same-origin,404",
        "Sec-Fetch-Site,none,404"
    })
    void lendsItsCookieToNoOtherSite(String header, String value, int status) {
        String token = site.adminToken();
        HttpResponse<String> response = delete("nothing", "Cookie", "session=" + token, header, value);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(site.json(response).path("code").asText())
                .isEqualTo(status == 403 ? "cross-site-request" : "not-found");
        assertThat(delete("nothing", "Authorization", "Bearer " + token, header, value)
                        .statusCode())
                .as("a bearer token is not sent by itself")
                .isEqualTo(404);
    }

    @Test
    void areListedAndEnded() {
        String here = site.adminToken();
        String there = site.adminToken();
        JsonNode sessions = site.json(list("Authorization", "Bearer " + here)).path("items");
        JsonNode current = StreamSupport.stream(sessions.spliterator(), false)
                .filter(session -> session.path("current").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(current.path("address").asText()).isNotBlank();
        assertThat(current.path("device").asText()).isEqualTo("Java");
        JsonNode other = StreamSupport.stream(
                        site.json(list("Authorization", "Bearer " + there))
                                .path("items")
                                .spliterator(),
                        false)
                .filter(session -> session.path("current").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(delete(other.path("id").asText(), "Authorization", "Bearer " + here)
                        .statusCode())
                .isEqualTo(204);
        awaitRefusal(there);
        assertThat(list("Authorization", "Bearer " + here).statusCode()).isEqualTo(200);
        assertThat(delete("current", "Authorization", "Bearer " + here).statusCode())
                .isEqualTo(204);
        awaitRefusal(here);
    }

    @Test
    void beginAndEndOnPagesWithoutScripts() {
        Visitor visitor = new Visitor(site);
        HttpResponse<String> sent = visitor.get("/account");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).hasValue("/login?next=%2Faccount");
        HttpResponse<String> wrong = visitor.logIn("admin", "not the password");
        assertThat(wrong.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(wrong.body());
        assertThat(again.select("[role=alert]").text()).isEqualTo("The username or the password is wrong.");
        assertThat(again.select("input[name=username]").val()).isEqualTo("admin");
        assertThat(wrong.body()).doesNotContain("not the password");
        HttpResponse<String> right = visitor.logIn("admin", ServerProcess.ADMIN_PASSWORD);
        assertThat(right.statusCode()).as(right.body()).isEqualTo(303);
        assertThat(right.headers().firstValue("Location")).hasValue("/account");
        String token = visitor.cookie("session");
        Document account = visitor.page("/account");
        assertThat(account.select(".reader").text()).isEqualTo("Administrator");
        assertThat(visitor.get("/account").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(account.select(".entries li")).isNotEmpty();
        HttpResponse<String> out = visitor.submit(account, "form[action=/logout]", Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(visitor.cookie("session")).isEmpty();
        awaitRefusal(token);
    }

    @Test
    void needFormsOfThisSite() {
        Visitor visitor = new Visitor(site);
        visitor.page("/login");
        Map<String, String> credentials = Map.of("username", "admin", "password", ServerProcess.ADMIN_PASSWORD);
        assertThat(visitor.post("/login", credentials).statusCode()).isEqualTo(422);
        HttpResponse<String> crossSite = visitor.send(site.request("/login")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Visitor.encode(credentials))));
        assertThat(crossSite.statusCode()).isEqualTo(403);
        assertThat(visitor.cookie("session")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/latest,/latest",
        "https://evil.example,/account",
        "//evil.example,/account",
        "/\\evil.example,/account",
        "'/a\tb',/account"
    })
    void leadOnlyToPagesOfThisSite(String next, String location) {
        Visitor visitor = new Visitor(site);
        HttpResponse<String> response = visitor.submit(
                visitor.page("/login"),
                "form[action=/login]",
                Map.of("username", "admin", "password", ServerProcess.ADMIN_PASSWORD, "next", next));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue(location);
    }

    private HttpResponse<String> list(String... headers) {
        return site.get("/api/v1/sessions", headers);
    }

    private HttpResponse<String> delete(String id, String... headers) {
        return site.send(site.request("/api/v1/sessions/" + id)
                .headers(headers)
                .method("DELETE", BodyPublishers.noBody())
                .build());
    }

    private void awaitRefusal(String token) {
        Awaitility.await()
                .atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(
                                list("Authorization", "Bearer " + token).statusCode())
                        .isEqualTo(401));
    }
}
