package org.ardina.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounded part of a list.
 *
 * @param next where the following part begins, opaque to whoever passes it back; absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAXIMUM_LIMIT = 100;

    public Page {
        items = List.copyOf(items);
    }
}
