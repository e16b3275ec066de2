package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Set;
import org.ardina.importing.LimitedLines.Line;
import org.ardina.importing.UnusableItem.Outcome;
import org.ardina.importing.markup.PlainText;
import org.jspecify.annotations.Nullable;

/** The articles of a JSON Lines file (https://jsonlines.org); a bad line spoils only itself. */
final class JsonLinesSource implements ArticleSource {

    private static final int LONGEST_LINE = 16 * 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Set<String> FIELDS = Set.of(
            "headline",
            "standfirst",
            "summary",
            "subtitle",
            "body",
            "body_format",
            "published",
            "authors",
            "topics",
            "slug",
            "lang",
            "image",
            "source",
            "source_path",
            "url");

    private final LimitedLines lines;

    JsonLinesSource(InputStream in) {
        lines = new LimitedLines(in, LONGEST_LINE);
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        Line line = lines.next();
        while (line != null) {
            SourceItem item = read(line);
            if (item != null) {
                return item;
            }
            line = lines.next();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static @Nullable SourceItem read(Line line) {
        ByteBuffer bytes = line.bytes();
        if (bytes == null) {
            return failed(line, "is longer than " + LONGEST_LINE + " bytes");
        }
        String text;
        try {
            text = UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException broken) {
            return failed(line, "is not UTF-8");
        }
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return json.isBlank() ? null : parse(line, json);
    }

    private static SourceItem parse(Line line, String json) {
        try (JsonParser parser = JsonRecord.FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return failed(line, "is not a JSON object");
            }
            JsonRecord record = JsonRecord.read(parser, FIELDS);
            if (parser.nextToken() != null) {
                return failed(line, "is not JSON: something follows the object");
            }
            return JsonLinesArticle.of(record, "line " + line.number());
        } catch (JsonEOFException cut) {
            return failed(
                    line,
                    line.terminated()
                            ? "is not JSON: it ends too early"
                            : "is cut off: the file ends in the middle of it");
        } catch (JsonProcessingException broken) {
            String reason = PlainText.cut(PlainText.line(broken.getOriginalMessage()), 200);
            return failed(line, "is not JSON: " + reason);
        } catch (IOException impossible) {
            throw new IllegalStateException("Reading a text did input", impossible);
        }
    }

    private static UnusableItem failed(Line line, String reason) {
        String item = "line " + line.number();
        return new UnusableItem(item, Outcome.FAILED, item + " " + reason);
    }
}
