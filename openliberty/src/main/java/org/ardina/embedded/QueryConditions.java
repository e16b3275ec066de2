package org.ardina.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a query that an index can serve, by field; all of them must hold. */
final class QueryConditions {

    private static final Pattern ARRAY_POSITION = Pattern.compile(".*\\.\\d+(\\..*)?");

    private final Map<String, FieldCondition> conditions = new HashMap<>();
    private boolean complete = true;

    QueryConditions(Document query) {
        add(query);
    }

    private void add(Document query) {
        query.forEach((key, value) -> {
            if (key.equals("$and") && value instanceof Collection<?> parts) {
                parts.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .forEach(this::add);
            } else if (key.startsWith("$")
                    || conditions.containsKey(key)
                    || ARRAY_POSITION.matcher(key).matches()) {
                complete = false;
            } else {
                conditions.put(key, new FieldCondition(value));
            }
        });
    }

    @Nullable FieldCondition of(String field) {
        return conditions.get(field);
    }

    int size() {
        return conditions.size();
    }

    /** Whether a document matches the query if, and only if, all the conditions hold. */
    boolean isExact() {
        return complete && conditions.values().stream().allMatch(FieldCondition::isExact);
    }
}
