package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which of a document's fields a command needs, at any depth; large bodies mostly are not among them. */
final class WantedFields {

    static final WantedFields ALL = new WantedFields(field -> allOfThem());

    private final Function<String, @Nullable WantedFields> fields;

    private WantedFields(Function<String, @Nullable WantedFields> fields) {
        this.fields = fields;
    }

    private static WantedFields allOfThem() {
        return ALL;
    }

    /** What is needed of a field; null: nothing. */
    @Nullable WantedFields of(String field) {
        return fields.apply(field);
    }

    /** The fields that a query and an order look at. */
    static WantedFields of(Document query, Document orderBy) {
        Paths paths = new Paths();
        paths.addQuery(query);
        orderBy.keySet().forEach(paths::add);
        return paths.wanted();
    }

    /** The fields that a query looks at and a projection returns. */
    static WantedFields ofProjection(Document query, @Nullable Document projection) {
        if (projection == null || projection.isEmpty()) {
            return ALL;
        } else if (projection.values().stream().noneMatch(WantedFields::isIncluded)) {
            WantedFields queried = of(query, new Document());
            // A field with a point in its name leaves the rest of its document in the result.
            return new WantedFields(field -> projection.containsKey(field) ? queried.of(field) : ALL);
        } else if (projection.entrySet().stream()
                .allMatch(entry -> entry.getKey().equals("_id")
                        || entry.getValue() instanceof Number
                        || entry.getValue() instanceof Boolean)) {
            Paths paths = new Paths();
            paths.addQuery(query);
            paths.add("_id");
            projection.keySet().forEach(paths::add);
            return paths.wanted();
        }
        return ALL;
    }

    private static boolean isIncluded(Object value) {
        return Utils.isTrue(value);
    }

    /** Paths of fields, as a tree. */
    private static final class Paths {

        private final Map<String, Paths> parts = new HashMap<>();
        private boolean all;

        void add(String path) {
            Paths part = parts.computeIfAbsent(Utils.firstFragment(path), name -> new Paths());
            int point = path.indexOf('.');
            if (point < 0) {
                part.all = true;
            } else {
                part.add(path.substring(point + 1));
            }
        }

        void addQuery(Document query) {
            query.forEach((key, value) -> {
                if (!key.startsWith("$")) {
                    add(key);
                } else if (value instanceof Collection<?> alternatives) {
                    alternatives.forEach(this::addAlternative);
                } else {
                    all = true;
                }
            });
        }

        private void addAlternative(@Nullable Object alternative) {
            if (alternative instanceof Document query) {
                addQuery(query);
            } else {
                all = true;
            }
        }

        WantedFields wanted() {
            if (all) {
                return ALL;
            }
            Map<String, WantedFields> wanted = new HashMap<>();
            parts.forEach((name, part) -> wanted.put(name, part.wanted()));
            return new WantedFields(wanted::get);
        }
    }
}
