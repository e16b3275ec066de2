package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The site as somebody outside sees it. */
final class NewsSite {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration IMPORT = Duration.ofMinutes(10);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LINE = "\r\n";

    private final URI address;

    NewsSite(URI address) {
        this.address = address;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** The status of an address; 0 when nothing answers there. */
    int status(String path) {
        try {
            return HTTP.send(request(path).build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException nothing) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The value of a metric without labels of its own. */
    double metric(String name) {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("/metrics does not tell of " + name));
    }

    /** What the site says of one of its stores. */
    boolean isStoreAvailable(String store) {
        for (JsonNode check : json(get("/health/ready")).path("checks")) {
            if (check.path("name").asText().equals(store)) {
                return check.path("data").path("available").asBoolean();
            }
        }
        throw new AssertionError("/health/ready does not tell of " + store);
    }

    URI address(String path) {
        return address.resolve(path);
    }

    /** The whole answer to a target that may be no valid one. */
    String rawGet(String target) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.getOutputStream()
                    .write(String.join(
                                    LINE, "GET " + target + " HTTP/1.1", "Host: localhost", "Connection: close", "", "")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many bytes of something that must be there are sent to a browser that takes gzip. */
    int weight(String path, String language) {
        HttpRequest request = request(path)
                .headers("Accept-Encoding", "gzip", "Accept-Language", language)
                .build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body().length;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A page that must be there. */
    Document page(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.body(), address.resolve(path).toString());
    }

    JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    HttpResponse<String> logIn(String username, String password) {
        String credentials = JSON.createObjectNode()
                .put("username", username)
                .put("password", password)
                .toString();
        return send(request("/api/v1/sessions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials))
                .build());
    }

    /** A token of the administrator. */
    String adminToken() {
        HttpResponse<String> session = logIn("admin", ServerProcess.ADMIN_PASSWORD);
        assertThat(session.statusCode()).as(session.body()).isEqualTo(201);
        return json(session).path("token").asText();
    }

    /** Starts the import of a file and returns its id. */
    String startImport(String token, Path file, Map<String, String> fields) {
        HttpResponse<String> response = upload(token, file, fields);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return json(response).path("id").asText();
    }

    HttpResponse<String> upload(String token, Path file, Map<String, String> fields) {
        return upload("/api/v1/imports", token, file, fields);
    }

    HttpResponse<String> upload(String path, String token, Path file, Map<String, String> fields) {
        String boundary = UUID.randomUUID().toString();
        StringBuilder before = new StringBuilder();
        fields.forEach((name, value) -> before.append(part(boundary, "name=\"" + name + "\""))
                .append(value)
                .append(LINE));
        before.append(part(boundary, "name=\"file\"; filename=\"" + file.getFileName() + "\""));
        try {
            BodyPublisher body = BodyPublishers.concat(
                    BodyPublishers.ofString(before.toString()),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofByteArray(
                            (LINE + "--" + boundary + "--" + LINE).getBytes(StandardCharsets.UTF_8)));
            return send(request(path)
                    .timeout(IMPORT)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(body)
                    .build());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String part(String boundary, String disposition) {
        return String.join(LINE, "--" + boundary, "Content-Disposition: form-data; " + disposition, "", "");
    }

    JsonNode importStatus(String token, String id) {
        HttpResponse<String> response = get("/api/v1/imports/" + id, "Authorization", "Bearer " + token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    /** Waits for the end of an import and returns its report, which accounts for every item. */
    JsonNode awaitImport(String token, String id) {
        JsonNode report = Awaitility.await("import " + id)
                .atMost(IMPORT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> importStatus(token, id), status -> status.hasNonNull("finishedAt"));
        assertThat(report.path("imported").asLong()
                        + report.path("skipped").asLong()
                        + report.path("failed").asLong())
                .isEqualTo(report.path("read").asLong());
        return report;
    }

    JsonNode importFile(String token, Path file) {
        return awaitImport(token, startImport(token, file, Map.of()));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
    }
}
