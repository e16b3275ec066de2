package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of an index, in their order. */
final class IndexedFields {

    private final List<IndexKey> fields;
    private final List<List<String>> paths;

    IndexedFields(List<IndexKey> fields) {
        this.fields = fields;
        this.paths =
                fields.stream().map(field -> Utils.splitPath(field.getKey())).toList();
    }

    int size() {
        return fields.size();
    }

    List<String> names() {
        return fields.stream().map(IndexKey::getKey).toList();
    }

    /** The names on the way to a field. */
    List<String> path(int field) {
        return paths.get(field);
    }

    boolean isAscending(int field) {
        return fields.get(field).isAscending();
    }

    /** Whether both documents have the same in all of these fields, and therefore the same keys. */
    boolean areSame(Document some, Document other) {
        for (List<String> path : paths) {
            if (!Objects.equals(value(some, path), value(other, path))) {
                return false;
            }
        }
        return true;
    }

    /** What is in a field, or the array on the way to it. */
    private static @Nullable Object value(Document document, List<String> path) {
        Object value = document;
        for (String name : path) {
            if (value instanceof Document inner) {
                value = inner.getOrMissing(name);
            }
        }
        return value;
    }
}
