package org.ardina.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/**
 * The topics and bylines of a segment by their ordinals. In the segment they are compressed in blocks, and a search asks
 * for many; a segment never changes.
 */
final class OrdinalNames {

    private static final Map<CacheKey, OrdinalNames> ALL = new ConcurrentHashMap<>();

    /** Filled as they are asked for; it does no harm if two threads do so. */
    private final @Nullable String[] topics;

    private final @Nullable String[] bylines;

    private OrdinalNames(int topics, int bylines) {
        this.topics = new String[topics];
        this.bylines = new String[bylines];
    }

    static OrdinalNames of(LeafReader reader, int topics, int bylines) {
        CacheHelper segment = reader.getCoreCacheHelper();
        if (segment == null) {
            return new OrdinalNames(topics, bylines);
        }
        return ALL.computeIfAbsent(segment.getKey(), key -> {
            segment.addClosedListener(ALL::remove);
            return new OrdinalNames(topics, bylines);
        });
    }

    String topic(int ordinal, SortedDocValues values) throws IOException {
        String name = topics[ordinal];
        if (name == null) {
            name = values.lookupOrd(ordinal).utf8ToString();
            topics[ordinal] = name;
        }
        return name;
    }

    String byline(int ordinal, SortedSetDocValues values) throws IOException {
        String name = bylines[ordinal];
        if (name == null) {
            name = values.lookupOrd(ordinal).utf8ToString();
            bylines[ordinal] = name;
        }
        return name;
    }
}
