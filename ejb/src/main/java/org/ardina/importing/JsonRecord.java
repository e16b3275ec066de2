package org.ardina.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The wanted fields of one JSON object, read without holding what is not wanted. */
final class JsonRecord {

    /** Limits nesting and length, takes control characters inside texts, which careless writers leave there. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(SourceArticleBuilder.LONGEST_BODY)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private static final int MOST_MEMBERS = 1000;

    private final Map<String, List<Value>> values = new HashMap<>();

    private JsonRecord() {}

    /**
     * A value of a field or a member of its array.
     *
     * @param text of a string, number or boolean
     * @param fields the texts of an object
     */
    record Value(@Nullable String text, Map<String, String> fields) {}

    static JsonRecord empty() {
        return new JsonRecord();
    }

    /** Reads the object at whose beginning the parser stands. */
    static JsonRecord read(JsonParser parser, Set<String> wanted) throws IOException {
        JsonRecord record = new JsonRecord();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (wanted.contains(name)) {
                record.values.put(name, readValues(parser));
            } else {
                parser.skipChildren();
            }
        }
        return record;
    }

    /** The text of a string, number or boolean; null when the field is absent, null or something else. */
    @Nullable String text(String name) {
        List<Value> found = all(name);
        return found.isEmpty() ? null : found.get(0).text();
    }

    String textOrEmpty(String name) {
        String text = text(name);
        return text == null ? "" : text;
    }

    /** Whether the field holds more than one text can: an object, or an array of other than one text. */
    boolean isStructured(String name) {
        List<Value> found = all(name);
        return !found.isEmpty() && (found.size() > 1 || found.get(0).text() == null);
    }

    /** The members of an array, at most 1000; a single value counts as an array of one. */
    List<Value> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static List<Value> readValues(JsonParser parser) throws IOException {
        List<Value> members = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                addValue(parser, members);
            }
        } else {
            addValue(parser, members);
        }
        return members;
    }

    private static void addValue(JsonParser parser, List<Value> members) throws IOException {
        if (members.size() >= MOST_MEMBERS || parser.currentToken() == JsonToken.START_ARRAY) {
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            members.add(new Value(null, readTexts(parser)));
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            members.add(new Value(parser.getText(), Map.of()));
        }
    }

    private static Map<String, String> readTexts(JsonParser parser) throws IOException {
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL && texts.size() < MOST_MEMBERS) {
                texts.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return texts;
    }
}
