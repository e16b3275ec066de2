package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which an index finds one document: one key, or one for each element of an array that lies on the path
 * of an indexed field.
 */
final class IndexKeys {

    private final IndexedFields fields;
    private final SortedMap<byte[], List<@Nullable Object>> keys = new TreeMap<>(Arrays::compareUnsigned);
    private int arrays;
    private boolean present;

    IndexKeys(IndexedFields fields, Document document) {
        this.fields = fields;
        Object[] values = new Object[fields.size()];
        Arrays.fill(values, document);
        expand(values, new int[values.length]);
    }

    /** The keys as {@link SortableBytes}, each with the values it was made of. */
    SortedMap<byte[], List<@Nullable Object>> keys() {
        return keys;
    }

    /** The fields with an array on their path, as a set of bits; also {@link OrderedIndex#NESTED_ARRAY}. */
    int arrays() {
        return arrays;
    }

    /** Whether the document has any of the fields. */
    boolean isPresent() {
        return present;
    }

    private void expand(@Nullable Object[] values, int[] depths) {
        Object array = null;
        for (int i = 0; i < values.length; i++) {
            descend(values, depths, i);
            if (values[i] instanceof Collection) {
                if (array != null && array != values[i]) {
                    throw new CannotIndexParallelArraysError(fields.names());
                }
                array = values[i];
            }
        }
        if (array == null) {
            add(values);
        } else {
            expandArray(values, depths, (Collection<?>) array);
        }
    }

    private void descend(@Nullable Object[] values, int[] depths, int i) {
        List<String> path = fields.path(i);
        while (depths[i] < path.size() && values[i] instanceof Document document) {
            values[i] = document.getOrMissing(path.get(depths[i]++));
        }
        if (depths[i] < path.size() && !(values[i] instanceof Collection)) {
            depths[i] = path.size();
            values[i] = Missing.getInstance();
        }
    }

    private void expandArray(@Nullable Object[] values, int[] depths, Collection<?> array) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == array) {
                arrays |= 1 << i;
            }
        }
        if (array.isEmpty()) {
            present = true;
            expandElement(values, depths, array, null);
        }
        for (Object element : array) {
            if (element instanceof Collection) {
                arrays |= OrderedIndex.NESTED_ARRAY;
            }
            expandElement(values, depths, array, element);
        }
    }

    private void expandElement(@Nullable Object[] values, int[] depths, Collection<?> array, @Nullable Object element) {
        Object[] elementValues = values.clone();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == array) {
                elementValues[i] = element;
            }
        }
        expand(elementValues, depths.clone());
    }

    private void add(@Nullable Object[] values) {
        SortableBytes key = new SortableBytes();
        for (int i = 0; i < values.length; i++) {
            key.append(values[i], fields.isAscending(i));
            present |= !(values[i] instanceof Missing);
        }
        keys.put(key.toByteArray(), Arrays.asList(values));
    }
}
