package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The REST API as a program uses it, with the token of a session or without. */
record Api(NewsSite site, @Nullable String token) {

    static final String PASSWORD = "seven lanterns on the quay";

    private static final ObjectMapper JSON = new ObjectMapper();

    static Api anonymous(NewsSite site) {
        return new Api(site, null);
    }

    static Api admin(NewsSite site) {
        return new Api(site, site.adminToken());
    }

    /** A reader who has just registered. */
    static Api newReader(NewsSite site) {
        String username = newName();
        assertThat(anonymous(site).register(username).statusCode()).isEqualTo(201);
        return logIn(site, username, PASSWORD);
    }

    /** Somebody whose request to write was just approved. */
    static Api newWriter(NewsSite site) {
        Api reader = newReader(site);
        reader.post("/accounts/me/writer-request", object().put("motivation", "I know the harbour."));
        String username = reader.me().path("username").asText();
        HttpResponse<String> approved =
                admin(site).patch("/accounts/" + reader.id(), object().put("writerRequest", "APPROVED"));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        return logIn(site, username, PASSWORD);
    }

    static Api logIn(NewsSite site, String username, String password) {
        HttpResponse<String> session = site.logIn(username, password);
        assertThat(session.statusCode()).as(session.body()).isEqualTo(201);
        return new Api(site, site.json(session).path("token").asText());
    }

    /** A username that nobody has. */
    static String newName() {
        return "r" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    HttpResponse<String> register(String username) {
        return post("/accounts", registration(username));
    }

    static ObjectNode registration(String username) {
        return JSON.createObjectNode()
                .put("username", username)
                .put("email", username + "@example.org")
                .put("displayName", "Reader " + username)
                .put("password", PASSWORD);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    HttpResponse<String> post(String path, @Nullable JsonNode body) {
        return send("POST", path, body);
    }

    HttpResponse<String> patch(String path, JsonNode body) {
        return send("PATCH", path, body);
    }

    HttpResponse<String> put(String path, JsonNode body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** Sends a file in the field of a form that is named so. */
    HttpResponse<String> upload(String path, Path file) {
        return site.upload("/api/v1" + path, Objects.requireNonNull(token), file, Map.of());
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, null);
    }

    HttpResponse<String> send(String method, String path, @Nullable JsonNode body, String... headers) {
        HttpRequest.Builder request = site.request("/api/v1" + path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return site.send(request.build());
    }

    /** What an address answers that must be there. */
    JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return site.json(response);
    }

    JsonNode me() {
        return json("/accounts/me");
    }

    String id() {
        return me().path("id").asText();
    }

    /** The code of a problem that must be one, with that status. */
    static String problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        try {
            return JSON.readTree(response.body()).path("code").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            throw new IllegalStateException(response.body(), notJson);
        }
    }
}
