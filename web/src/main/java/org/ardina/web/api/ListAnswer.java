package org.ardina.web.api;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.function.Function;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** A list as the API answers it; {@code next} is null at the end. */
@JsonbNillable
public record ListAnswer<T>(List<T> items, @Nullable String next) {

    static <S, T> ListAnswer<T> of(Page<S> page, Function<S, T> present) {
        return new ListAnswer<>(page.items().stream().map(present).toList(), page.next());
    }
}
