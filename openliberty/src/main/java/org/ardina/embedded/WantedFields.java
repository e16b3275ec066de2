package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which of a document's fields a command needs; large bodies mostly are not among them. */
final class WantedFields {

    private final Set<String> fields = new HashSet<>();
    private boolean known = true;

    private WantedFields() {}

    static boolean all(String field) {
        return true;
    }

    /** The fields that a query and an order look at. */
    static Predicate<String> of(Document query, Document orderBy) {
        WantedFields wanted = new WantedFields();
        wanted.addQuery(query);
        orderBy.keySet().forEach(wanted::add);
        return wanted.known ? wanted.fields::contains : WantedFields::all;
    }

    /** The fields that a query looks at and a projection returns. */
    static Predicate<String> ofProjection(Document query, @Nullable Document projection) {
        Predicate<String> queried = of(query, new Document());
        if (projection == null || projection.isEmpty()) {
            return WantedFields::all;
        } else if (projection.values().stream().noneMatch(WantedFields::isIncluded)) {
            // A field with a point in its name leaves the rest of its document in the result.
            return field -> !projection.containsKey(field) || queried.test(field);
        } else if (projection.entrySet().stream()
                .allMatch(entry -> entry.getKey().equals("_id")
                        || entry.getValue() instanceof Number
                        || entry.getValue() instanceof Boolean)) {
            WantedFields included = new WantedFields();
            included.add("_id");
            projection.keySet().forEach(included::add);
            return field -> included.fields.contains(field) || queried.test(field);
        }
        return WantedFields::all;
    }

    private static boolean isIncluded(Object value) {
        return Utils.isTrue(value);
    }

    private void add(String path) {
        fields.add(Utils.firstFragment(path));
    }

    private void addQuery(Document query) {
        query.forEach((key, value) -> {
            if (!key.startsWith("$")) {
                add(key);
            } else if (value instanceof Collection<?> parts) {
                parts.forEach(part -> addPart(part));
            } else {
                known = false;
            }
        });
    }

    private void addPart(@Nullable Object part) {
        if (part instanceof Document query) {
            addQuery(query);
        } else {
            known = false;
        }
    }
}
