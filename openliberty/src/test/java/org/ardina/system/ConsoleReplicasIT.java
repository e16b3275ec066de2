package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ardina.system.TwoReplicas.Replica;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody does in the console does not depend on the replica that showed them the page. */
@ExtendWith(TwoReplicas.Provider.class)
class ConsoleReplicasIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TwoReplicas replicas;

    ConsoleReplicasIT(TwoReplicas replicas) {
        this.replicas = replicas;
    }

    @Test
    void goesOnWithAnotherReplicaWhenTheOneThatShowedThePageIsKilled() throws Exception {
        Replica killed = replicas.first();
        Visitor writer = new Visitor(killed.site());
        writer.logIn("admin", ServerProcess.ADMIN_PASSWORD);
        String word = Api.newName();
        Document page = writer.page("/console/write");
        Map<String, String> typed = fields(page);
        typed.put("headline", "The bell " + word);
        typed.put("body", "<p>Kept while it was written.</p>");
        HttpResponse<String> kept = writer.post("/console/write", keeping(page, typed));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(kept.body()).contains("Kept at");

        Map<String, String> more = new LinkedHashMap<>(typed);
        more.put("body", "<p>And sent to the other.</p>");
        more.put("save", "save");
        killed.server().kill();
        Visitor elsewhere = writer.at(replicas.second().site());
        try {
            Document restored = elsewhere.page("/console/write?key=" + typed.get("key"));
            assertThat(fields(restored))
                    .containsEntry("headline", "The bell " + word)
                    .containsEntry("body", "<p>Kept while it was written.</p>");
            HttpResponse<String> saved = elsewhere.post("/console/write", more);
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
            String location = saved.headers().firstValue("Location").orElseThrow();
            assertThat(location).contains("done=saved");
            Document article = elsewhere.page(location.substring(location.indexOf("/console")));
            assertThat(fields(article)).containsEntry("body", "<p>And sent to the other.</p>");
            assertThat(article.selectFirst(".told")).isNull();
        } finally {
            Replica fresh = replicas.replace(killed);
            Awaitility.await("the fresh replica")
                    .atMost(SOON)
                    .until(() -> fresh.site().status("/console/") == 303);
        }
    }

    /** What the page's script sends while somebody writes (Jakarta Faces 4.1, 13.3). */
    private static Map<String, String> keeping(Document page, Map<String, String> typed) {
        Map<String, String> sent = new LinkedHashMap<>(typed);
        Element form = page.selectFirst("#article");
        assertThat(form).isNotNull();
        sent.put("jakarta.faces.partial.ajax", "true");
        sent.put("jakarta.faces.source", "keep");
        sent.put("jakarta.faces.partial.execute", "article");
        sent.put("jakarta.faces.partial.render", "kept");
        sent.put("keep", "keep");
        sent.put("primefaces.nonce", page.select("script[nonce]").attr("nonce"));
        return sent;
    }

    /** The fields of the form as they stand, without its buttons. */
    private static Map<String, String> fields(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : page.select("#article input[name]:not([type=submit]), #article textarea[name]")) {
            fields.put(field.attr("name"), field.tagName().equals("input") ? field.val() : field.wholeText());
        }
        return fields;
    }
}
