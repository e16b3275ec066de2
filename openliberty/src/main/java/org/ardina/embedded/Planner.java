package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds out how one index serves a query: equality on its leading fields, then a range on the next, and the order. */
final class Planner {

    /** More combinations of the values of several {@code $in} than this are not worth a range each. */
    private static final int MAXIMUM_RANGES = 1000;

    private final AccessPath path;
    private final List<IndexKey> fields;
    private final QueryConditions conditions;
    private final IndexOrder order;
    private final int equalities;
    private final boolean ranged;

    Planner(AccessPath path, QueryConditions conditions, @Nullable Document orderBy) {
        this.path = path;
        this.fields = path.getKeys();
        this.conditions = conditions;
        this.equalities = countEqualities();
        this.ranged = equalities < fields.size() && servesRange(equalities);
        this.order = new IndexOrder(path, equalities, this::hasSingleValue, orderBy);
    }

    /** The plan, or null if the index is of no use to the query. */
    @Nullable QueryPlan plan() {
        boolean bounded = equalities > 0 || ranged;
        if ((!bounded && !order.isServed()) || (path.isSparse() && !excludesNull())) {
            return null;
        }
        boolean repeats = IntStream.range(0, fields.size())
                .anyMatch(field -> path.hasArrays(field) && !(field < equalities && hasSingleValue(field)));
        int used = equalities + (ranged ? 1 : 0);
        boolean exact = conditions.isExact() && conditions.size() == used && !repeats && !path.hasNestedArrays();
        return new QueryPlan(path, ranges(), bounded, order.isServed(), order.isBackwards(), repeats, exact, merit());
    }

    private int countEqualities() {
        int count = 0;
        long combinations = 1;
        boolean arrays = false;
        while (count < fields.size()) {
            FieldCondition condition = condition(count);
            if (condition == null || !condition.hasValues() || (arrays && path.hasArrays(count))) {
                break;
            }
            combinations *= condition.keys(true).size();
            if (combinations > MAXIMUM_RANGES) {
                break;
            }
            arrays |= path.hasArrays(count);
            count++;
        }
        return count;
    }

    private boolean servesRange(int field) {
        FieldCondition condition = condition(field);
        // The conditions on two fields of one array need not hold for the same element.
        boolean secondArray = path.hasArrays(field) && IntStream.range(0, field).anyMatch(path::hasArrays);
        return condition != null && !condition.hasValues() && condition.hasRange() && !secondArray;
    }

    private boolean excludesNull() {
        return ranged
                || IntStream.range(0, equalities)
                        .mapToObj(this::condition)
                        .anyMatch(condition -> condition != null && !condition.matchesNull());
    }

    private int merit() {
        if (path.isUnique()
                && equalities == fields.size()
                && IntStream.range(0, equalities).allMatch(this::hasSingleValue)) {
            return 1000;
        }
        return 10 * equalities + (ranged ? 5 : 0) + (order.isServed() ? 8 : 0);
    }

    private List<KeyRange> ranges() {
        List<KeyRange> ranges = List.of(KeyRange.ALL);
        for (int field = 0; field < equalities; field++) {
            ranges = withValues(ranges, field);
        }
        FieldCondition range = ranged ? condition(equalities) : null;
        if (range == null) {
            return ranges;
        }
        boolean ascending = fields.get(equalities).isAscending();
        return ranges.stream()
                .map(prefix -> range.range(prefix.from(), ascending, prefix.sortedFrom()))
                .toList();
    }

    private List<KeyRange> withValues(List<KeyRange> prefixes, int field) {
        FieldCondition condition = condition(field);
        List<KeyRange> ranges = new ArrayList<>();
        if (condition != null) {
            for (KeyRange prefix : prefixes) {
                for (byte[] key : condition.keys(fields.get(field).isAscending())) {
                    byte[] bytes = KeyRange.join(prefix.from(), key);
                    int sortedFrom = field < order.firstField() ? bytes.length : prefix.sortedFrom();
                    ranges.add(new KeyRange(bytes, KeyRange.after(bytes), sortedFrom));
                }
            }
        }
        return ranges;
    }

    private boolean hasSingleValue(int field) {
        FieldCondition condition = condition(field);
        return condition != null && condition.hasSingleValue();
    }

    private @Nullable FieldCondition condition(int field) {
        return conditions.of(fields.get(field).getKey());
    }
}
