package org.ardina.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.ardina.importing.markup.PlainText;
import org.jspecify.annotations.Nullable;

/** Walks through a file that is one JSON object of any size, whose writer is not trusted. */
final class JsonDocument implements Closeable {

    private final JsonParser parser;

    /** @throws SourceException if the file does not begin with an object */
    JsonDocument(InputStream source) throws IOException {
        parser = JsonRecord.FACTORY.createParser(Characters.reader(source));
        if (next() != JsonToken.START_OBJECT) {
            parser.close();
            throw new SourceException("The file is not a JSON object");
        }
    }

    /** The next token, or null at the end. */
    @Nullable JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException refused) {
            throw refusal(refused);
        }
    }

    /** The name of the field that the parser stands at, or in whose value it is. */
    String name() throws IOException {
        String name = parser.currentName();
        return name == null ? "" : name;
    }

    /** Passes by the rest of the array or object at whose beginning this stands; does nothing elsewhere. */
    void skip() throws IOException {
        try {
            parser.skipChildren();
        } catch (JsonProcessingException refused) {
            throw refusal(refused);
        }
    }

    /** Reads the object at whose beginning this stands. */
    JsonRecord record(Set<String> fields) throws IOException {
        try {
            return JsonRecord.read(parser, fields);
        } catch (JsonProcessingException refused) {
            throw refusal(refused);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static SourceException refusal(JsonProcessingException refused) {
        if (refused instanceof JsonEOFException) {
            return new SourceException("The file ends in the middle of its JSON", refused);
        }
        String what = refused instanceof StreamConstraintsException
                ? "The JSON goes beyond a limit: "
                : "The JSON is broken: ";
        String message = refused.getOriginalMessage() == null ? "" : refused.getOriginalMessage();
        return new SourceException(what + PlainText.cut(PlainText.line(message), 200), refused);
    }
}
