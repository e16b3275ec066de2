package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a query demands of one field, as far as an index can tell: to equal one of some values, or to lie in a range. */
final class FieldCondition {

    private @Nullable SortedSet<byte[]> values;
    private @Nullable ValueType rangeType;
    private byte @Nullable [] lower;
    private byte @Nullable [] upper;
    private boolean matchesNull;
    private boolean exact = true;

    FieldCondition(@Nullable Object condition) {
        if (condition instanceof Document document && hasOperators(document)) {
            document.forEach(this::addOperator);
        } else {
            addValues(Arrays.asList(condition));
        }
        if (values != null && rangeType != null) {
            exact = false;
        }
    }

    private static boolean hasOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    private void addOperator(String operator, @Nullable Object value) {
        switch (operator) {
            case "$eq" -> addValues(Arrays.asList(value));
            case "$in" -> addValues(value instanceof Collection<?> wanted ? wanted : List.of(List.of()));
            case "$gt", "$gte", "$lt", "$lte" -> addBound(operator, value);
            default -> exact = false;
        }
    }

    private void addValues(Collection<?> wanted) {
        if (values != null || !wanted.stream().allMatch(FieldCondition::isIndexable)) {
            exact = false;
            return;
        }
        values = new TreeSet<>(Arrays::compareUnsigned);
        for (Object value : wanted) {
            matchesNull |= Missing.isNullOrMissing(value);
            exact &= ValueType.of(value).isScalar();
            values.add(SortableBytes.of(value));
        }
    }

    /** Whether the documents with this value are among those that have it as a key of an index. */
    private static boolean isIndexable(@Nullable Object value) {
        if (value instanceof Document document) {
            return !document.isEmpty()
                    && !hasOperators(document)
                    && !BsonRegularExpression.isRegularExpression(document)
                    && document.values().stream()
                            .allMatch(part -> ValueType.of(part).isScalar());
        }
        return Missing.isNullOrMissing(value) || ValueType.of(value).isScalar();
    }

    private void addBound(String operator, @Nullable Object value) {
        ValueType type = ValueType.of(value);
        if (!type.isScalar() || (rangeType != null && rangeType != type)) {
            exact = false;
            return;
        }
        rangeType = type;
        byte[] bytes = SortableBytes.of(value);
        byte[] after = KeyRange.after(bytes);
        switch (operator) {
            case "$gt" -> lower = after;
            case "$gte" -> lower = bytes;
            case "$lt" -> upper = bytes;
            default -> upper = after;
        }
    }

    boolean hasValues() {
        return values != null;
    }

    boolean hasSingleValue() {
        return values != null && values.size() == 1;
    }

    boolean hasRange() {
        return rangeType != null;
    }

    boolean matchesNull() {
        return matchesNull;
    }

    /** Whether nothing but this is demanded of the field. */
    boolean isExact() {
        return exact;
    }

    /** The keys that start with the prefix and go on with a value in the range. */
    KeyRange range(byte[] prefix, boolean ascending, int sortedFrom) {
        byte type = rangeType == null ? 0 : rangeType.code();
        byte[] from = lower == null ? new byte[] {type} : lower;
        byte[] to = upper == null ? new byte[] {(byte) (type + 1)} : upper;
        if (ascending) {
            return new KeyRange(KeyRange.join(prefix, from), KeyRange.join(prefix, to), sortedFrom);
        }
        return new KeyRange(
                Objects.requireNonNull(KeyRange.after(KeyRange.join(prefix, inverted(to)))),
                KeyRange.after(KeyRange.join(prefix, inverted(from))),
                sortedFrom);
    }

    /** The values of which the field must equal one, as keys of an index in that direction. */
    List<byte[]> keys(boolean ascending) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(value -> ascending ? value : inverted(value))
                        .toList();
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] inverted = bytes.clone();
        SortableBytes.invert(inverted, 0, inverted.length);
        return inverted;
    }
}
