package org.ardina.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells of queries that no index could serve, so that they looked at all documents of a collection: once for each shape
 * of query, which is its fields and operators without the values. A query that asks for all documents in their natural
 * order is no fault of the indexes, and told of at a lower level.
 */
final class ScanLog {

    private static final Logger LOGGER = Logger.getLogger("org.ardina.embedded.scan");

    private final Set<String> shapes = ConcurrentHashMap.newKeySet();

    /** @param orderBy the order that had to be made by sorting, if any */
    void scanned(String namespace, Document query, @Nullable Document orderBy) {
        if (namespace.contains(".system.")) {
            return;
        }
        boolean wholeCollection = query.isEmpty() && (orderBy == null || orderBy.isEmpty());
        String shape = namespace + " " + shape(query)
                + (orderBy == null || orderBy.isEmpty() ? "" : " sorted by " + orderBy.toString(true));
        if (wholeCollection) {
            LOGGER.log(Level.FINE, "Whole collection read: {0}", namespace);
        } else if (shapes.add(shape)) {
            LOGGER.log(Level.WARNING, "No index serves {0}", shape);
        }
    }

    Set<String> shapes() {
        return shapes;
    }

    private static String shape(@Nullable Object value) {
        if (value instanceof Document document) {
            return document.entrySet().stream()
                    .map(entry -> entry.getKey() + suffix(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof Collection<?> values) {
            return values.stream()
                    .filter(Document.class::isInstance)
                    .map(ScanLog::shape)
                    .distinct()
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return "";
    }

    private static String suffix(@Nullable Object value) {
        String shape = shape(value);
        return shape.isEmpty() ? "" : ": " + shape;
    }
}
