package org.ardina.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server printed: events, one JSON object a line, and what else there is. */
final class ServerLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines;

    ServerLog(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }

    List<JsonNode> events() {
        return lines.stream()
                .map(ServerLog::parse)
                .filter(event -> event != null && event.isObject())
                .toList();
    }

    /** Lines that are no events, but not empty. */
    List<String> others() {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .filter(line -> {
                    JsonNode event = parse(line);
                    return event == null || !event.isObject();
                })
                .toList();
    }

    /** The messages that begin like this. */
    List<String> messages(String beginning) {
        return events().stream()
                .map(event -> event.path("message").asText())
                .filter(message -> message.startsWith(beginning))
                .toList();
    }

    private static @Nullable JsonNode parse(String line) {
        try {
            return line.startsWith("{") ? JSON.readTree(line) : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
