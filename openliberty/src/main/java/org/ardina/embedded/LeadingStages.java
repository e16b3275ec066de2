package org.ardina.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stages at the beginning of a pipeline that are a query, and the rest. */
final class LeadingStages {

    private final Deque<Document> stages;
    private final Document query;
    private final Document orderBy;
    private final int skip;
    private final int limit;

    LeadingStages(List<Document> pipeline) {
        stages = new ArrayDeque<>(pipeline);
        query = take("$match") instanceof Document match ? match : new Document();
        orderBy = take("$sort") instanceof Document sort ? sort : new Document();
        skip = take("$skip") instanceof Number number ? number.intValue() : 0;
        limit = take("$limit") instanceof Number number ? number.intValue() : 0;
    }

    private @Nullable Object take(String name) {
        Document first = stages.peekFirst();
        if (first == null || first.size() != 1 || !first.containsKey(name)) {
            return null;
        }
        stages.removeFirst();
        return first.get(name);
    }

    Document query() {
        return query;
    }

    Document orderBy() {
        return orderBy;
    }

    int skip() {
        return skip;
    }

    /** How many documents at most; 0: all. */
    int limit() {
        return limit;
    }

    List<Document> rest() {
        return List.copyOf(stages);
    }
}
