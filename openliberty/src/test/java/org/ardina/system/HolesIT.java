package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.ardina.system.TwoReplicas.Replica;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two readers who are logged in and one who is not ask both replicas for every kind of page. */
@ExtendWith(TwoReplicas.Provider.class)
class HolesIT {

    private static final List<String> NAMES = List.of("Aurelindo Qvist", "Bertolina Zyx & <i>Söhne</i>");
    private static final List<String> USERNAMES = List.of("holes-a", "holes-b");
    private static final int NOBODY = -1;

    /** What fills the hole for those who are not logged in. */
    private static final String NOBODYS = "<p class=\"reader\"><a href=\"/login\"";

    private static final List<String> PATHS = List.of(
            "/",
            "/latest",
            "/topics",
            "/topics/city",
            "/authors/marta-valadim",
            "/articles/a-school-roof-that-counts-swifts",
            "/articles/a-oficina-que-conserta-antes-de-vender",
            "/articles/a-school-roof-that-counts-swifts/comments",
            "/articles/a-school-roof-that-counts-swifts/comments?sort=top",
            "/articles/no-such-article",
            "/no-such-page.php",
            "/latest?cursor=1700000000000-000000000000000000000000",
            "/search?q=ferry+bell");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TwoReplicas replicas;

    HolesIT(TwoReplicas replicas) {
        this.replicas = replicas;
        for (int i = 0; i < NAMES.size(); i++) {
            replicas.addReader(USERNAMES.get(i), NAMES.get(i));
        }
    }

    @Test
    void showEachReaderTheirOwnNameAndNobodyElseAny() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (String username : USERNAMES) {
            HttpResponse<String> session = replicas.first().site().logIn(username, ServerProcess.ADMIN_PASSWORD);
            assertThat(session.statusCode()).isEqualTo(201);
            tokens.add(replicas.first().site().json(session).path("token").asText());
        }
        for (Question question : questions()) {
            HttpResponse<byte[]> answer =
                    ask(question, question.reader() == NOBODY ? null : tokens.get(question.reader()));
            String page = text(answer);
            if (question.reader() == NOBODY) {
                assertIsForEverybody(question, answer, page, tokens);
            } else {
                assertIsFor(question, answer, page, tokens);
            }
        }
        assertThat(pagesInRedis())
                .isNotEmpty()
                .noneMatch(page ->
                        Stream.of(tokens, secrets()).flatMap(List::stream).anyMatch(page::contains));
    }

    @Test
    void goOnForEverybodyWhoseSessionIsNone() throws Exception {
        HttpResponse<byte[]> answer = ask(new Question("/", NOBODY, replicas.first(), "gzip"), "no-token-of-a-session");
        assertThat(text(answer)).contains("href=\"/login\"");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).startsWith("public");
    }

    private void assertIsForEverybody(
            Question question, HttpResponse<byte[]> answer, String page, List<String> tokens) {
        assertThat(secrets()).as(question.toString()).noneMatch(page::contains);
        assertThat(tokens).noneMatch(page::contains);
        assertThat(page).contains(NOBODYS).doesNotContain("form-token");
        HttpHeaders headers = answer.headers();
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Vary").orElse("")).contains("Cookie");
        if (answer.statusCode() == 200) {
            assertThat(headers.firstValue("ETag")).isPresent();
            assertThat(headers.firstValue("Cache-Control").orElse("")).startsWith("public");
        }
    }

    private static void assertIsFor(Question question, HttpResponse<byte[]> answer, String page, List<String> tokens) {
        String other = escaped(NAMES.get(1 - question.reader()));
        assertThat(page)
                .as(question.toString())
                .contains("<bdi>" + escaped(NAMES.get(question.reader())) + "</bdi>")
                .contains("form-token")
                .contains("</html>")
                .doesNotContain(NOBODYS, other, tokens.get(0), tokens.get(1));
        HttpHeaders headers = answer.headers();
        assertThat(headers.firstValue("Cache-Control")).hasValue("private, no-store");
        for (String header : List.of("ETag", "Surrogate-Key", "Cache-Tag", "Last-Modified")) {
            assertThat(headers.firstValue(header)).as(header).isEmpty();
        }
    }

    /** Every page in every order, each reader on each replica, several times. */
    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (String path : PATHS) {
            for (int reader : List.of(NOBODY, 0, 1)) {
                for (Replica replica : replicas.both()) {
                    for (String encoding : List.of("gzip", "gzip, br", "identity")) {
                        questions.add(new Question(path, reader, replica, encoding));
                    }
                }
            }
        }
        Collections.shuffle(questions, new Random(9));
        return questions;
    }

    private static HttpResponse<byte[]> ask(Question question, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        question.replica().site().address(question.path()))
                .header("Accept-Encoding", question.encoding());
        if (token != null) {
            request.header("Cookie", "session=" + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** What is in the answer; of one in Brotli nothing, as what it is made from is looked at in the others. */
    private static String text(HttpResponse<byte[]> answer) throws IOException {
        return switch (answer.headers().firstValue("Content-Encoding").orElse("")) {
            case "gzip" -> inflate(answer.body(), 0);
            case "br" -> NOBODYS;
            default -> new String(answer.body(), StandardCharsets.UTF_8);
        };
    }

    /** What is in Redis, as it is and inflated. */
    private List<String> pagesInRedis() throws IOException {
        List<String> found = new ArrayList<>();
        Set<byte[]> keys = replicas.redis().keys("ardina:page:*".getBytes(StandardCharsets.UTF_8));
        for (byte[] key : keys) {
            if ("string".equals(replicas.redis().type(key))) {
                byte[] value = replicas.redis().get(key);
                String raw = new String(value, StandardCharsets.ISO_8859_1);
                found.add(raw);
                int gzip = raw.indexOf("\u001f\u008b\b");
                if (gzip >= 0) {
                    found.add(inflate(value, gzip));
                }
            }
        }
        return found;
    }

    private static String inflate(byte[] bytes, int from) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            return new String(stream.readNBytes(1 << 20), StandardCharsets.UTF_8);
        }
    }

    /** What must be seen by nobody else: the names, as they are and as HTML writes them. */
    private static List<String> secrets() {
        return Stream.of(NAMES, USERNAMES, NAMES.stream().map(HolesIT::escaped).toList())
                .flatMap(List::stream)
                .toList();
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private record Question(String path, int reader, Replica replica, String encoding) {

        @Override
        public String toString() {
            return path + " by " + reader + " in " + encoding;
        }
    }
}
