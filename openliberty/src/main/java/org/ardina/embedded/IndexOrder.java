package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an index yields the order a query asks for. Fields with one single value may be passed over; those with
 * several only before the first field of the order, and then the ranges are merged from that field on.
 */
final class IndexOrder {

    private final AccessPath path;
    private final List<IndexKey> fields;
    private final int equalities;
    private final IntPredicate singleValue;
    private final boolean served;
    private int firstField = -1;
    private int nextField;
    private boolean backwards;

    IndexOrder(AccessPath path, int equalities, IntPredicate singleValue, @Nullable Document orderBy) {
        this.path = path;
        this.fields = path.getKeys();
        this.equalities = equalities;
        this.singleValue = singleValue;
        this.served = orderBy != null
                && !orderBy.isEmpty()
                && orderBy.entrySet().stream().allMatch(this::serves);
    }

    private boolean serves(Map.Entry<String, Object> key) {
        if (isConstant(key.getKey())) {
            return true;
        }
        while (nextField < equalities && !isField(key.getKey()) && (firstField < 0 || singleValue.test(nextField))) {
            nextField++;
        }
        if (nextField == fields.size() || !isField(key.getKey()) || path.hasArrays(nextField)) {
            return false;
        }
        boolean direction = ((Number) key.getValue()).intValue() > 0
                != fields.get(nextField).isAscending();
        if (firstField < 0) {
            firstField = nextField;
            backwards = direction;
        }
        nextField++;
        return backwards == direction;
    }

    private boolean isField(String name) {
        return fields.get(nextField).getKey().equals(name);
    }

    private boolean isConstant(String name) {
        for (int field = 0; field < equalities; field++) {
            if (fields.get(field).getKey().equals(name)) {
                return singleValue.test(field) && !path.hasArrays(field);
            }
        }
        return false;
    }

    boolean isServed() {
        return served;
    }

    boolean isBackwards() {
        return served && backwards;
    }

    /** The first field whose order matters. */
    int firstField() {
        return firstField < 0 ? equalities : firstField;
    }
}
