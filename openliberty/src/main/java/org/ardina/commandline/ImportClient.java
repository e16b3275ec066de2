package org.ardina.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The imports of a site's REST API, for one administrator. */
final class ImportClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofHours(1);
    private static final String LINE = "\r\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI site;
    private final String token;

    private ImportClient(HttpClient http, URI site, String token) {
        this.http = http;
        this.site = site;
        this.token = token;
    }

    /** @throws IOException if the site does not answer or refuses; the message is for people */
    static ImportClient logIn(URI site, String username, String password) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        String credentials = JSON.createObjectNode()
                .put("username", username)
                .put("password", password)
                .toString();
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/api/v1/sessions"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials))
                .build();
        return new ImportClient(http, site, send(http, request).path("token").asText());
    }

    /** Uploads the file and returns the id of its import. */
    String start(Path file, @Nullable String format, boolean dryRun) throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        StringBuilder fields = new StringBuilder(part(boundary, "name=\"dryRun\""))
                .append(dryRun)
                .append(LINE);
        if (format != null) {
            fields.append(part(boundary, "name=\"format\"")).append(format).append(LINE);
        }
        String name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
        fields.append(part(boundary, "name=\"file\"; filename=\"" + name + "\""));
        HttpRequest request = request("/api/v1/imports", UPLOAD_TIMEOUT)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(fields.toString()),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString(LINE + "--" + boundary + "--" + LINE)))
                .build();
        return send(http, request).path("id").asText();
    }

    JsonNode report(String id) throws IOException, InterruptedException {
        return send(http, request("/api/v1/imports/" + id, TIMEOUT).build());
    }

    void forEachProblem(String id, Consumer<JsonNode> consumer) throws IOException, InterruptedException {
        String query = "";
        while (true) {
            JsonNode report =
                    send(http, request("/api/v1/imports/" + id + query, TIMEOUT).build());
            report.path("problems").forEach(consumer);
            if (!report.hasNonNull("nextProblems")) {
                return;
            }
            query = "?problems=" + report.path("nextProblems").asText();
        }
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(site.resolve(path)).timeout(timeout).header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw new IOException(
                    request.uri().resolve("/") + " does not answer. Is the site running there?", unreachable);
        }
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() >= 300) {
            throw new IOException(answer.path("detail").asText("The site answered " + response.statusCode() + "."));
        }
        return answer;
    }

    private static String part(String boundary, String disposition) {
        return String.join(LINE, "--" + boundary, "Content-Disposition: form-data; " + disposition, "", "");
    }
}
