package org.ardina.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents of one kind that carry a {@link org.ardina.store.ChangeStamp}. A document that goes away is not seen. */
public interface ChangeSource {

    Change.Kind kind();

    /**
     * What changed at that time or later, oldest first, then by id.
     *
     * @param afterId the id of the last one known of those changed exactly then
     */
    List<Change> changedSince(Instant time, @Nullable String afterId, int limit);

    /** What readers may see from a time on that lies in this span. */
    default List<Change> dueBetween(Instant afterThis, Instant untilThis, int limit) {
        return List.of();
    }
}
