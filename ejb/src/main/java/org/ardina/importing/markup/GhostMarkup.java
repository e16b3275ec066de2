package org.ardina.importing.markup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The documents of Ghost's two editors as HTML. */
public final class GhostMarkup {

    /** In characters; the parsed document takes many times as much memory. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(200).build())
            .build());

    private GhostMarkup() {}

    /**
     * The HTML of a Lexical document (https://lexical.dev), the format since Ghost 5; not yet sanitised.
     *
     * @throws JsonProcessingException if it is broken or larger than 4 Mi characters
     */
    public static String ofLexical(String json) throws JsonProcessingException {
        return Lexical.html(parse(json).path("root"));
    }

    /**
     * The HTML of a Mobiledoc 0.3 document
     * (https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md), the format of Ghost 1 to 4; not yet sanitised.
     *
     * @throws JsonProcessingException if it is broken or larger than 4 Mi characters
     */
    public static String ofMobiledoc(String json) throws JsonProcessingException {
        return new Mobiledoc(parse(json)).html();
    }

    private static JsonNode parse(String json) throws JsonProcessingException {
        if (json.length() > LARGEST) {
            throw new JsonParseException("The document has more than " + LARGEST + " characters");
        }
        return MAPPER.readTree(json);
    }
}
