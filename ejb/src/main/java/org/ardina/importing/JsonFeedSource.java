package org.ardina.importing;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.ardina.importing.JsonRecord.Value;
import org.jspecify.annotations.Nullable;

/** The items of a JSON Feed (https://www.jsonfeed.org/version/1.1/). */
final class JsonFeedSource implements ArticleSource {

    private static final Set<String> ABOUT_FEED = Set.of("language", "author", "authors");

    private final JsonDocument document;
    private final JsonRecord feed;
    private boolean inItems;
    private int count;

    private JsonFeedSource(JsonDocument document, JsonRecord feed) {
        this.document = document;
        this.feed = feed;
    }

    /** Reads twice, because what holds for all items may stand behind them. */
    static JsonFeedSource open(SourceFile file) throws IOException {
        JsonRecord feed;
        try (JsonDocument first = new JsonDocument(file.open())) {
            feed = first.record(ABOUT_FEED);
        } catch (SourceException broken) {
            // The reading of the items comes to the same place and tells of it.
            feed = JsonRecord.empty();
        }
        return new JsonFeedSource(new JsonDocument(file.open()), feed);
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        JsonToken token = document.next();
        while (token != null) {
            if (inItems && token == JsonToken.START_OBJECT) {
                count++;
                return toItem(document.record(JsonFeedArticle.FIELDS));
            }
            if (inItems) {
                inItems = token != JsonToken.END_ARRAY;
                document.skip();
            } else if (token == JsonToken.FIELD_NAME) {
                boolean items = document.name().equals("items");
                inItems = document.next() == JsonToken.START_ARRAY && items;
                if (!inItems) {
                    document.skip();
                }
            }
            token = document.next();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private SourceItem toItem(JsonRecord item) {
        List<Value> feedAuthors = feed.all("authors").isEmpty() ? feed.all("author") : feed.all("authors");
        return JsonFeedArticle.of(item, count, feedAuthors, feed.text("language"));
    }
}
