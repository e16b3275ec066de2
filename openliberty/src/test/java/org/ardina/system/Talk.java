package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversation about an article, as one program uses it through the API. */
record Talk(Api api, String slug) {

    HttpResponse<String> post(String body, @Nullable String parent) {
        return api.post(path(), draft(body, parent));
    }

    /** Posts with an Idempotency-Key. */
    HttpResponse<String> post(String body, @Nullable String parent, String key) {
        HttpRequest.Builder request = api.site()
                .request("/api/v1" + path())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(draft(body, parent).toString()));
        if (api.token() != null) {
            request.header("Authorization", "Bearer " + api.token());
        }
        return api.site().send(request.build());
    }

    /** The id of a comment that everybody sees at once. */
    String say(String body) {
        return said(post(body, null));
    }

    /** The id of such an answer. */
    String answer(String parent, String body) {
        return said(post(body, parent));
    }

    private String said(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonNode comment = api.site().json(response);
        assertThat(comment.path("state").asText()).as(response.body()).isEqualTo("VISIBLE");
        return comment.path("id").asText();
    }

    HttpResponse<String> like(boolean liked) {
        return api.send(liked ? "PUT" : "DELETE", "/articles/" + slug + "/like", null);
    }

    /** The ids of all comments in a list, page by page. */
    List<String> ids(String query, int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.json(path() + "?limit=" + limit + query + cursor);
            page.path("items").forEach(comment -> ids.add(comment.path("id").asText()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    JsonNode article() {
        return api.json("/articles/" + slug);
    }

    private String path() {
        return "/articles/" + slug + "/comments";
    }

    private static ObjectNode draft(String body, @Nullable String parent) {
        ObjectNode draft = Api.object().put("body", body);
        return parent == null ? draft : draft.put("parent", parent);
    }
}
